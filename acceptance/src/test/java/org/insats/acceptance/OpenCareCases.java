package org.insats.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Cases of open care brought to the point where their order can be sent. */
final class OpenCareCases {

    /** A case and its order. */
    record WithOrder(CaseDesk desk, String order) {}

    private OpenCareCases() {}

    /** Opens {@code count} cases with a consented assignment, a decision and an order that is still a draft. */
    static List<WithOrder> withDraftOrders(Staff staff, int count) {
        return Stream.generate(() -> withDraftOrder(staff, "motala-srv"))
                .limit(count)
                .toList();
    }

    /** A case whose intervention runs since {@code today}, the day that the clock stands on, with a grant to the end of the year. */
    static CaseDesk running(Staff staff, String today, String birthDate) {
        WithOrder made = withDraftOrder(staff, "motala-srv", birthDate);
        CaseDesk desk = made.desk();
        CaseDesk.act(staff.caseWorker(), made.order(), "send", Map.of());
        CaseDesk.act(
                staff.unitManager(),
                made.order(),
                "allocate",
                Map.of("userName", staff.treatmentLead().userName(), "date", today));
        String meeting = desk.create(staff.caseWorker(), "meeting", Map.of());
        CaseDesk.act(staff.caseWorker(), meeting, "book", Map.of("date", today + "T07:00:00Z"));
        CaseDesk.act(
                staff.caseWorker(),
                meeting,
                "hold",
                Map.of(
                        "date",
                        today,
                        "needsPresented",
                        "Behoven i uppdraget",
                        "methodsPresented",
                        "Hembesök",
                        "roleAgreement",
                        "Kontakter går genom handläggaren",
                        "caseHandover",
                        staff.followUpCaseWorker().userName(),
                        "participants",
                        List.of(
                                Map.of(
                                        "personId",
                                        desk.people(staff.caseWorker(), "GUARDIAN")
                                                .get(0)),
                                Map.of("userName", staff.treatmentLead().userName()))));
        CaseDesk.act(staff.unitManager(), meeting, "execute", Map.of());
        return desk;
    }

    /** One such case, by a routine of open care. */
    static WithOrder withDraftOrder(Staff staff, String profile) {
        return withDraftOrder(staff, profile, "2013-05-14");
    }

    private static WithOrder withDraftOrder(Staff staff, String profile, String birthDate) {
        Api caseWorker = staff.caseWorker();
        Map<String, Object> intake = new HashMap<>(CaseDesk.intake(staff.unit(), staff.performerUnit()));
        intake.put("profile", profile);
        intake.put("client", Map.of("name", "Test Testsson", "birthDate", birthDate));
        CaseDesk desk = CaseDesk.open(caseWorker, intake);
        List<String> guardians = new ArrayList<>(desk.people(caseWorker, "GUARDIAN"));
        String assignment = desk.create(
                caseWorker,
                "assignment",
                Map.of(
                        "needs", "Stöd i vardagen",
                        "followUpForms", "Möte",
                        "goals", List.of(Map.of("text", "Skolgång varje dag", "level", "GOAL"))));
        CaseDesk.act(caseWorker, assignment, "communicate", Map.of());
        guardians.forEach(guardian -> CaseDesk.act(
                caseWorker,
                assignment,
                "consent",
                Map.of("personId", guardian, "capacity", "GUARDIAN", "answer", "GIVEN", "form", "WRITTEN")));
        String decision = desk.create(
                caseWorker,
                "decision",
                Map.of(
                        "decisionType", "GRANT",
                        "legalBasis", "SOL",
                        "grantFrom", "2026-02-09",
                        "grantTo", "2026-11-08"));
        CaseDesk.act(caseWorker, decision, "decide", Map.of());
        String order = desk.create(caseWorker, "order", Map.of("decisionRef", decision, "assignmentRef", assignment));
        return new WithOrder(desk, order);
    }
}

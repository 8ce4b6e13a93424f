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

    /** One such case, by a routine of open care. */
    static WithOrder withDraftOrder(Staff staff, String profile) {
        Api caseWorker = staff.caseWorker();
        Map<String, Object> intake = new HashMap<>(CaseDesk.intake(staff.unit(), staff.performerUnit()));
        intake.put("profile", profile);
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

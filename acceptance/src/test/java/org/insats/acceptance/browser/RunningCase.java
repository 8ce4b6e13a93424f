package org.insats.acceptance.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insats.acceptance.Api;
import org.insats.acceptance.Staff;

/**
 * A case of open care whose intervention runs, with an established plan.
 *
 * @param caseNumber number of the case
 * @param plan id of the implementation plan
 */
record RunningCase(String caseNumber, String plan) {

    private static final String V1 = "/s/insats/v1";

    /** Begun on the day that the clock stands on, granted for a year. */
    static RunningCase begun(Staff staff, String today) {
        Api worker = staff.caseWorker();
        JsonNode opened = worker.post(
                        V1 + "/cases",
                        Map.of(
                                "profile", "motala-srv",
                                "unit", staff.unit(),
                                "performerUnit", staff.performerUnit(),
                                "service", "OPEN_CARE",
                                "client", Map.of("name", "Test Testsson", "birthDate", "2013-05-14"),
                                "persons", List.of(Map.of("name", "Vera Testsson", "relation", "GUARDIAN"))))
                .expect(201);
        String number = opened.path("caseNumber").asText();
        String intervention = opened.at("/interventions/0/id").asText();
        String guardian = opened.at("/persons/1/id").asText();
        Desk desk = new Desk(number, intervention);
        String assignment = desk.create(
                worker,
                "assignment",
                Map.of(
                        "needs", "Stöd i vardagen",
                        "followUpForms", "Möten",
                        "goals",
                                List.of(
                                        Map.of("text", "Skolgång varje dag", "level", "GOAL"),
                                        Map.of("text", "Lugna kvällar hemma", "level", "GOAL"))));
        Desk.act(worker, assignment, "communicate", Map.of("date", today));
        Desk.act(
                worker,
                assignment,
                "consent",
                Map.of("personId", guardian, "capacity", "GUARDIAN", "answer", "GIVEN", "date", today));
        String decision = desk.create(
                worker,
                "decision",
                Map.of(
                        "decisionType",
                        "GRANT",
                        "legalBasis",
                        "SOL",
                        "grantFrom",
                        today,
                        "grantTo",
                        today.replaceFirst("^2026", "2027")));
        Desk.act(worker, decision, "decide", Map.of());
        String order = desk.create(worker, "order", Map.of("decisionRef", decision, "assignmentRef", assignment));
        Desk.act(worker, order, "send", Map.of());
        Desk.act(
                staff.unitManager(),
                order,
                "allocate",
                Map.of("userName", staff.treatmentLead().userName(), "date", today));
        String meeting = desk.create(worker, "meeting", Map.of());
        Desk.act(worker, meeting, "book", Map.of("date", today + "T07:00:00Z"));
        Map<String, Object> held = new HashMap<>();
        held.put("date", today);
        held.put("needsPresented", "Behoven i uppdraget");
        held.put("methodsPresented", "Hembesök");
        held.put("roleAgreement", "Kontakter går genom handläggaren");
        held.put("caseHandover", staff.followUpCaseWorker().userName());
        held.put(
                "participants",
                List.of(
                        Map.of("personId", guardian),
                        Map.of("userName", staff.treatmentLead().userName())));
        Desk.act(worker, meeting, "hold", held);
        Desk.act(staff.unitManager(), meeting, "execute", Map.of());
        String plan = desk.create(staff.treatmentLead(), "implementationPlan", Map.of());
        return new RunningCase(number, plan);
    }

    private record Desk(String number, String intervention) {

        String create(Api author, String kind, Map<String, ?> fields) {
            return author.post(
                            V1 + "/cases/" + number + "/documents",
                            Map.of("kind", kind, "interventionId", intervention, "fields", fields))
                    .expect(201)
                    .path("id")
                    .asText();
        }

        static void act(Api who, String document, String action, Map<String, ?> input) {
            who.post(V1 + "/documents/" + document + "/actions/" + action, input)
                    .expect(200);
        }
    }
}

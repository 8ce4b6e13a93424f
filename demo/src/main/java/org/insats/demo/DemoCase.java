package org.insats.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One invented case of open care. Its steps are put on the timeline by the day of intake and the stage it is to reach. */
final class DemoCase {

    private static final int GRANT_FROM = 7;
    private static final int GRANT_MONTHS = 9;

    private final Staff staff;
    private final LocalDate intake;
    private final Stage stage;
    private final boolean checked;

    private String caseNumber;
    private String interventionId;
    private List<String> guardians;
    private String assignment;
    private String decision;
    private String order;
    private String meeting;
    private String plan;
    private String followUp;
    private String ending;

    /** @param checked whether the coordinator asks about the execution in time */
    DemoCase(Staff staff, LocalDate intake, Stage stage, boolean checked) {
        this.staff = staff;
        this.intake = intake;
        this.stage = stage;
        this.checked = checked;
    }

    String caseNumber() {
        return caseNumber;
    }

    Stage stage() {
        return stage;
    }

    String plan() {
        return plan;
    }

    private LocalDate day(int offset) {
        return intake.plusDays(offset);
    }

    private LocalDate grantTo() {
        return day(GRANT_FROM).plusMonths(GRANT_MONTHS).minusDays(1);
    }

    private boolean reaches(Stage other) {
        return stage.compareTo(other) >= 0;
    }

    void putOn(Timeline timeline) {
        timeline.on(day(0), this::open);
        timeline.on(day(1), this::communicate);
        if (reaches(Stage.ORDERED)) {
            timeline.on(day(2), this::consent);
            timeline.on(day(3), this::decide);
            timeline.on(day(4), this::sendOrder);
        }
        if (reaches(Stage.STARTED) || (reaches(Stage.ORDERED) && checked)) {
            timeline.on(day(10), this::check);
        }
        if (reaches(Stage.STARTED)) {
            timeline.on(day(14), this::bookMeeting);
            timeline.on(day(28), this::holdMeeting);
            timeline.on(day(29), this::execute);
        }
        if (reaches(Stage.PLAN_TO_SIGN)) {
            timeline.on(day(35), this::establishPlan);
            timeline.on(day(36), this::sendPlan);
        }
        if (reaches(Stage.FOLLOWED_UP)) {
            timeline.on(day(207), this::holdFollowUp);
            timeline.on(day(208), this::documentFollowUp);
        }
        if (reaches(Stage.ENDING)) {
            timeline.on(grantTo().minusMonths(1), this::decideNotToExtend);
            timeline.on(day(277), this::end);
        }
        if (reaches(Stage.CLOSED)) {
            timeline.on(day(287), this::finishDocumentation);
            timeline.on(day(289), this::close);
        }
    }

    private void open() {
        JsonNode opened = staff.caseWorker()
                .post(
                        Api.V1 + "/cases",
                        Map.of(
                                "profile",
                                "motala-srv",
                                "unit",
                                Staff.UNIT,
                                "service",
                                "OPEN_CARE",
                                "performerUnit",
                                Staff.PERFORMER_UNIT,
                                "client",
                                Map.of("name", "Test Testsson", "birthDate", "2013-05-14"),
                                "persons",
                                List.of(
                                        Map.of("name", "Vera Testsson", "relation", "GUARDIAN"),
                                        Map.of("name", "Nils Testsson", "relation", "GUARDIAN"))));
        caseNumber = opened.path("caseNumber").asText();
        interventionId = opened.at("/interventions/0/id").asText();
        guardians = new ArrayList<>();
        overview(staff.caseWorker()).path("persons").forEach(person -> {
            if ("GUARDIAN".equals(person.path("relation").asText())) {
                guardians.add(person.path("id").asText());
            }
        });
        assignment = create(
                staff.caseWorker(),
                "assignment",
                Map.of(
                        "needs", "Stöd i vardagens rutiner",
                        "followUpForms", "Möte var sjätte månad",
                        "goals",
                                List.of(
                                        Map.of("text", "Skolgång varje dag", "level", "GOAL"),
                                        Map.of("text", "Lugna kvällar hemma", "level", "GOAL"))));
    }

    JsonNode overview(Api reader) {
        return reader.get(Api.V1 + "/cases/" + caseNumber);
    }

    private String create(Api author, String kind, Map<String, ?> fields) {
        return author.post(
                        Api.V1 + "/cases/" + caseNumber + "/documents",
                        Map.of("kind", kind, "interventionId", interventionId, "fields", fields))
                .path("id")
                .asText();
    }

    private static void change(Api author, String document, Map<String, ?> fields) {
        String path = Api.V1 + "/documents/" + document;
        String version = author.get(path).path("version").asText();
        author.put(path, Map.of("version", version, "fields", fields));
    }

    private static void act(Api who, String document, String action, Map<String, ?> input) {
        who.post(Api.V1 + "/documents/" + document + "/actions/" + action, input);
    }

    private void communicate() {
        act(staff.caseWorker(), assignment, "communicate", Map.of("date", day(1).toString()));
    }

    private void consent() {
        for (String guardian : guardians) {
            act(
                    staff.caseWorker(),
                    assignment,
                    "consent",
                    Map.of(
                            "personId", guardian,
                            "capacity", "GUARDIAN",
                            "answer", "GIVEN",
                            "form", "WRITTEN",
                            "date", day(2).toString()));
        }
    }

    private void decide() {
        decision = create(
                staff.caseWorker(),
                "decision",
                Map.of(
                        "decisionType",
                        "GRANT",
                        "legalBasis",
                        "SOL",
                        "grantFrom",
                        day(GRANT_FROM).toString(),
                        "grantTo",
                        grantTo().toString()));
        act(staff.caseWorker(), decision, "decide", Map.of());
    }

    private void sendOrder() {
        order = create(staff.caseWorker(), "order", Map.of("decisionRef", decision, "assignmentRef", assignment));
        act(staff.caseWorker(), order, "send", Map.of());
        for (JsonNode each : overview(staff.caseWorker()).path("documents")) {
            if ("journalNote".equals(each.path("kind").asText())
                    && "DRAFT".equals(each.path("status").asText())) {
                act(staff.caseWorker(), each.path("id").asText(), "establish", Map.of());
            }
        }
        act(
                staff.unitManager(),
                order,
                "allocate",
                Map.of("userName", staff.treatmentLead().userName(), "date", day(4).toString()));
    }

    private void check() {
        act(
                staff.coordinator(),
                order,
                "check",
                Map.of("date", day(10).toString(), "text", "Tid för uppstartsmöte är bokad"));
    }

    private void bookMeeting() {
        meeting = create(staff.caseWorker(), "meeting", Map.of("place", "Socialkontoret"));
        act(staff.treatmentLead(), meeting, "book", Map.of("date", day(28) + "T13:00:00Z"));
    }

    private void holdMeeting() {
        act(
                staff.caseWorker(),
                meeting,
                "hold",
                Map.of(
                        "date",
                        day(28).toString(),
                        "needsPresented",
                        "Behoven i uppdraget gicks igenom",
                        "methodsPresented",
                        "Hembesök och samtal",
                        "roleAgreement",
                        "Kontakter går genom handläggaren",
                        "caseHandover",
                        staff.followUpCaseWorker().userName(),
                        "participants",
                        List.of(
                                Map.of("personId", guardians.get(0)),
                                Map.of("userName", staff.treatmentLead().userName()))));
    }

    private void execute() {
        act(staff.unitManager(), meeting, "execute", Map.of());
    }

    private void establishPlan() {
        plan = create(
                staff.treatmentLead(),
                "implementationPlan",
                Map.of(
                        "goalsAndPurpose", "Som i uppdraget",
                        "interventionContent", "Hembesök varje vecka",
                        "responsibilityDivision", "Behandlaren håller i hembesöken",
                        "followUpMethod", "Möte var sjätte månad",
                        "participation", "Barnet och vårdnadshavarna var med och skrev",
                        "preparedWith", guardians));
        act(staff.treatmentLead(), plan, "establish", Map.of("date", day(35).toString()));
    }

    private void sendPlan() {
        act(staff.treatmentLead(), plan, "sendCopy", Map.of());
        if (stage == Stage.PLAN_TO_SIGN) {
            act(staff.treatmentLead(), plan, "requestSignature", Map.of());
        }
    }

    private void complete(Api who, String ruleId, Map<String, ?> fields) {
        for (JsonNode task : who.get(Api.V1 + "/tasks?mine=true").path("items")) {
            if (caseNumber.equals(task.path("caseNumber").asText())
                    && ruleId.equals(task.path("ruleId").asText())) {
                who.post(Api.V1 + "/tasks/" + task.path("id").asText() + "/complete", Map.of("fields", fields));
                return;
            }
        }
        throw new IllegalStateException(who.userName() + " has no task for " + ruleId + " in " + caseNumber);
    }

    private void holdFollowUp() {
        complete(
                staff.followUpCaseWorker(),
                "DL-15",
                Map.of("heldDate", day(207).toString(), "participants", guardians, "caseWorkerPresent", true));
        for (JsonNode each : overview(staff.followUpCaseWorker()).path("documents")) {
            if ("followUp".equals(each.path("kind").asText())) {
                followUp = each.path("id").asText();
            }
        }
    }

    private void documentFollowUp() {
        List<Map<String, String>> results = new ArrayList<>();
        staff.followUpCaseWorker()
                .get(Api.V1 + "/documents/" + followUp)
                .at("/fields/goals")
                .forEach(goal -> results.add(Map.of(
                        "goalId", goal.path("goalId").asText(),
                        "result", "Målet är nått",
                        "attainment", "POSITIVE_MET")));
        change(
                staff.followUpCaseWorker(),
                followUp,
                Map.of(
                        "measuredAgainstNeeds", "Behoven är tillgodosedda",
                        "measuredAgainstPlan", "Planen har följts",
                        "participation", "Barnet berättade själv",
                        "goalResult", results,
                        "outcome", List.of("END"),
                        "endingReason", "GOALS_MET"));
        act(staff.followUpCaseWorker(), followUp, "document", Map.of());
    }

    private void decideNotToExtend() {
        complete(
                staff.followUpCaseWorker(),
                "DL-57",
                Map.of("notExtendedDate", grantTo().minusMonths(1).toString()));
    }

    private void end() {
        ending = create(
                staff.followUpCaseWorker(),
                "ending",
                Map.of(
                        "endingKind", "PLANNED",
                        "endingReason", "GOALS_MET",
                        "endingReasonText", "Målen är nådda",
                        "endDate", day(277).toString()));
        act(staff.followUpCaseWorker(), ending, "end", Map.of("date", day(277).toString()));
    }

    private void finishDocumentation() {
        complete(staff.treatmentLead(), "DL-28", Map.of("documentationDate", day(287).toString()));
    }

    private void close() {
        complete(staff.unitManager(), "DL-29", Map.of("closingDate", day(289).toString()));
    }
}

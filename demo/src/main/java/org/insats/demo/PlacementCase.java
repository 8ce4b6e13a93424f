package org.insats.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One invented placement by the Resource and Placement Group, from the order to the start that it is to reach. */
final class PlacementCase {

    private static final int GRANT_FROM = 35;
    private static final int GRANT_MONTHS = 12;

    private static final Map<String, Object> POINTS = Map.of(
            "channel", "ROP_IFO",
            "extent", "Var tredje helg",
            "needsToMeet", "En familj att vara hos när föräldrarna behöver vila",
            "purpose", "Avlösning och fler trygga vuxna",
            "clientInterests", "Djur och fotboll",
            "clientAbilities", "Hjälper gärna till",
            "clientNeeds", "Tydliga tider",
            "allergies", "Inga kända",
            "contractorRequirements", "Eget rum till barnet",
            "contractorWishes", "Bor på landet");

    private final Staff staff;
    private final Register register;
    private final String service;
    private final LocalDate intake;
    private final PlacementStage stage;

    private String caseNumber;
    private String interventionId;
    private String order;
    private String meeting;

    /** @param intake the day of the order: before a Wednesday, on which the group meets */
    PlacementCase(Staff staff, Register register, String service, LocalDate intake, PlacementStage stage) {
        this.staff = staff;
        this.register = register;
        this.service = service;
        this.intake = intake;
        this.stage = stage;
    }

    PlacementStage stage() {
        return stage;
    }

    private LocalDate day(int offset) {
        return intake.plusDays(offset);
    }

    void putOn(Timeline timeline) {
        timeline.on(day(0), this::order);
        if (stage.compareTo(PlacementStage.SOUGHT) >= 0) {
            timeline.on(day(2), this::allocate);
            timeline.on(day(4), this::search);
        }
        if (stage.compareTo(PlacementStage.STARTED) >= 0) {
            timeline.on(day(14), this::match);
            timeline.on(day(21), this::contract);
            timeline.on(day(GRANT_FROM), this::start);
        }
    }

    private void order() {
        JsonNode opened = staff.caseWorker()
                .post(
                        Api.V1 + "/cases",
                        Map.of(
                                "profile",
                                "motala-rop",
                                "unit",
                                Staff.UNIT,
                                "service",
                                service,
                                "performerUnit",
                                Staff.PLACEMENT_UNIT,
                                "client",
                                Map.of("name", "Test Provsson", "birthDate", "2015-05-14"),
                                "persons",
                                List.of(Map.of("name", "Vera Provsson", "relation", "GUARDIAN"))));
        caseNumber = opened.path("caseNumber").asText();
        interventionId = opened.at("/interventions/0/id").asText();
        LocalDate from = day(GRANT_FROM);
        String decision = create(
                staff.caseWorker(),
                "decision",
                Map.of(
                        "decisionType",
                        "GRANT",
                        "legalBasis",
                        "SOL",
                        "grantFrom",
                        from.toString(),
                        "grantTo",
                        from.plusMonths(GRANT_MONTHS).minusDays(1).toString()));
        act(staff.caseWorker(), decision, "decide", Map.of());
        order = create(staff.caseWorker(), "order", POINTS);
        act(staff.caseWorker(), order, "send", Map.of());
    }

    /** At the group's weekly meeting, which one of several cases opens and the minutes of which are written. */
    private void allocate() {
        Api manager = staff.sectionManager();
        String path = Api.V1 + "/unit-meetings";
        String weekly = manager.post(path, Map.of("unit", Staff.PLACEMENT_UNIT, "date", day(2).toString()))
                .path("id")
                .asText();
        manager.post(
                path + "/" + weekly + "/allocations",
                Map.of("documentId", order, "userName", staff.placementWorker().userName()));
        manager.post(
                path + "/" + weekly + "/minutes",
                Map.of(
                        "present",
                        List.of(manager.userName(), staff.placementWorker().userName()),
                        "notes",
                        "Två familjer är under utredning"));
    }

    private void search() {
        act(staff.placementWorker(), order, "firstContact", Map.of("text", "Söker bland dem som är utredda"));
        act(staff.placementWorker(), order, "search", Map.of());
    }

    private void match() {
        String match = latest("match");
        act(
                staff.placementWorker(),
                match,
                "propose",
                Map.of("registerId", register.approved(service), "matchingAssessment", "Djur hemma och eget rum"));
        act(staff.caseWorker(), match, "discuss", Map.of("matchingAssessment", "Bor nära skolan"));
        act(staff.placementWorker(), match, "visit", Map.of("date", day(14).toString()));
        act(staff.caseWorker(), match, "agree", Map.of());
        act(staff.placementWorker(), match, "registerResource", Map.of("date", day(14).toString()));
    }

    private void contract() {
        LocalDate from = day(GRANT_FROM);
        String agreement = register.keep(
                register.approved(service),
                "agreement",
                Map.of(
                        "interventionRef",
                        interventionId,
                        "startAgreedByAll",
                        true,
                        "startAgreedDate",
                        day(14).toString(),
                        "remuneration",
                        "Enligt kommunens riktlinjer",
                        "validFrom",
                        from.toString(),
                        "validTo",
                        from.plusMonths(GRANT_MONTHS).minusDays(1).toString()));
        act(staff.placementWorker(), agreement, "establish", Map.of("date", day(21).toString()));
        String plan = create(
                staff.caseWorker(),
                "implementationPlan",
                Map.of(
                        "goalsAndPurpose", "Avlösning och fler trygga vuxna",
                        "interventionContent", "Var tredje helg",
                        "responsibilityDivision", "Handläggaren följer upp, gruppen handleder",
                        "followUpMethod", "Gemensam uppföljning",
                        "participation", "Barnet hälsade på i förväg",
                        "preparedWith", family()));
        act(staff.caseWorker(), plan, "establish", Map.of("date", day(21).toString()));
    }

    private void start() {
        meeting = create(staff.caseWorker(), "meeting", Map.of());
        act(staff.caseWorker(), meeting, "book", Map.of("date", day(GRANT_FROM).toString()));
        List<Map<String, String>> participants = new ArrayList<>();
        participants.add(Map.of("userName", staff.caseWorker().userName()));
        participants.add(Map.of("userName", staff.placementWorker().userName()));
        family().forEach(person -> participants.add(Map.of("personId", person)));
        act(staff.caseWorker(), meeting, "hold", Map.of("participants", participants, "assignmentReviewed", true));
        act(staff.caseWorker(), meeting, "execute", Map.of());
    }

    private List<String> family() {
        List<String> ids = new ArrayList<>();
        overview().path("persons").forEach(person -> {
            if (!"CONTRACTOR".equals(person.path("relation").asText())) {
                ids.add(person.path("id").asText());
            }
        });
        return ids;
    }

    private String latest(String kind) {
        String found = "";
        for (JsonNode each : overview().path("documents")) {
            if (kind.equals(each.path("kind").asText())) {
                found = each.path("id").asText();
            }
        }
        return found;
    }

    private JsonNode overview() {
        return staff.caseWorker().get(Api.V1 + "/cases/" + caseNumber);
    }

    private String create(Api author, String kind, Map<String, ?> fields) {
        return author.post(
                        Api.V1 + "/cases/" + caseNumber + "/documents",
                        Map.of("kind", kind, "interventionId", interventionId, "fields", fields))
                .path("id")
                .asText();
    }

    private static void act(Api who, String document, String action, Map<String, ?> input) {
        who.post(Api.V1 + "/documents/" + document + "/actions/" + action, input);
    }
}

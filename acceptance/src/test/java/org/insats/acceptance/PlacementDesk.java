package org.insats.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The people around one placement group, and the steps of profile {@code motala-rop} that stories repeat. */
public final class PlacementDesk {

    /** The five points of an order or notice; the proposal is left out, because it is optional (ORD-05). */
    static final Map<String, Object> POINTS = Map.of(
            "channel", "ROP_IFO",
            "extent", "Två kvällar i veckan",
            "needsToMeet", "En trygg vuxen utanför hemmet",
            "purpose", "Ett eget fritidsintresse",
            "clientInterests", "Simning",
            "clientAbilities", "Tar egna initiativ",
            "clientNeeds", "Tydliga tider",
            "allergies", "Inga kända",
            "contractorRequirements", "Körkort",
            "contractorWishes", "Bor nära");

    static final Set<String> HOMES = Set.of("RESIDENTIAL_CARE_HOME", "SUPPORTED_HOUSING", "STATE_INSTITUTION");

    private static final List<String> REGISTERS =
            List.of("SOCIAL_REGISTER", "SUSPICION_REGISTER", "CRIMINAL_REGISTER", "ENFORCEMENT_AUTHORITY");
    private static final List<String> TOPICS = List.of(
            "BACKGROUND",
            "SITUATION",
            "NETWORK",
            "HOUSING",
            "WORK",
            "FINANCES",
            "EXPERIENCE",
            "STABILITY",
            "BASIC_CARE",
            "STIMULATION",
            "EMOTIONAL_AVAILABILITY",
            "SAFETY",
            "GUIDANCE_AND_BOUNDARIES");
    private static final List<String> TOPICS_OF_HOMES = List.of(
            "TARGET_GROUP",
            "TREATMENT_CONTENT",
            "RESPONSIBLE_BODY",
            "STAFF",
            "PREMISES",
            "SURROUNDINGS",
            "SCHOOL_OR_OCCUPATION",
            "DOCUMENTATION",
            "QUALITY_ASSURANCE");

    public final String unit;
    public final String group;
    public final Api caseWorker;
    public final Api sectionManager;
    public final Api placementWorker;
    public final Api otherPlacementWorker;

    /** Makes the users and groups; {@code name} keeps them apart from other tests'. */
    public PlacementDesk(Target target, String name) {
        String run = name + Long.toString(System.currentTimeMillis(), 36);
        unit = "S" + run.toUpperCase(Locale.ROOT);
        group = "R" + run.toUpperCase(Locale.ROOT);
        People people = new People(target.admin());
        caseWorker = target.as(people.inRole(run + ".handlaggare", "CASE_WORKER", unit));
        sectionManager = target.as(people.inRole(run + ".sektionschef", "PLACEMENT_SECTION_MANAGER", group));
        placementWorker = target.as(people.inRole(run + ".rop", "PLACEMENT_WORKER", group));
        otherPlacementWorker = target.as(people.inRole(run + ".rop2", "PLACEMENT_WORKER", group));
    }

    /** A case for one service of the routine, with a child of ten and two guardians. */
    CaseDesk open(String service) {
        return CaseDesk.open(
                caseWorker,
                Map.of(
                        "profile",
                        "motala-rop",
                        "unit",
                        unit,
                        "performerUnit",
                        group,
                        "service",
                        service,
                        "client",
                        Map.of("name", "Test Testsson", "birthDate", "2015-05-14"),
                        "persons",
                        List.of(
                                Map.of("name", "Vera Testsson", "relation", "GUARDIAN"),
                                Map.of("name", "Nils Testsson", "relation", "GUARDIAN"))));
    }

    /** A decision on the intervention. */
    String decide(CaseDesk desk, String legalBasis, String from, String to) {
        String decision = desk.create(
                caseWorker,
                "decision",
                Map.of("decisionType", "GRANT", "legalBasis", legalBasis, "grantFrom", from, "grantTo", to));
        CaseDesk.act(caseWorker, decision, "decide", Map.of());
        return decision;
    }

    /** An order or notice with all that it asks for, sent. */
    String send(CaseDesk desk, String kind) {
        String id = desk.create(caseWorker, kind, POINTS);
        CaseDesk.act(caseWorker, id, "send", Map.of());
        return id;
    }

    /** Allocated to the placement worker as the weekly meeting has it, and the case worker contacted. */
    void takeOn(String order) {
        CaseDesk.act(sectionManager, order, "allocate", Map.of("userName", placementWorker.userName()));
        CaseDesk.act(placementWorker, order, "firstContact", Map.of("text", "Söker bland dem som är utredda"));
    }

    /** Somebody of the register is sought, proposed, talked over and agreed on; answers the match. */
    String match(CaseDesk desk, String order, String contractor) {
        CaseDesk.act(placementWorker, order, "search", Map.of());
        String match = latest(desk, "match");
        propose(match, contractor);
        CaseDesk.act(caseWorker, match, "discuss", Map.of());
        CaseDesk.act(caseWorker, match, "agree", Map.of());
        return match;
    }

    void propose(String match, String contractor) {
        CaseDesk.act(
                placementWorker,
                match,
                "propose",
                Map.of(
                        "registerId",
                        contractor,
                        "matchingAssessment",
                        "Samma intressen",
                        "reasonNotAgreementHome",
                        "Ingen plats i hem med avtal"));
    }

    /** Enters somebody in the register, under agreement with the municipality or not; answers their id. */
    String contractor(String type, boolean underAgreement) {
        Map<String, Object> entry = new LinkedHashMap<>(Map.of(
                "profile", "motala-rop",
                "unit", group,
                "type", type,
                "name", "Ada Kontaktsson",
                "contactDetails", "Provgatan 2"));
        if (HOMES.contains(type)) {
            entry.put("underMunicipalAgreement", underAgreement);
        }
        if (underAgreement) {
            entry.put("municipalAgreementRef", "AVTAL-7");
            entry.put("municipalAgreementFrom", "2025-01-01");
        }
        return placementWorker
                .post(CaseDesk.V1 + "/contractors", entry)
                .expect(201)
                .path("id")
                .asText();
    }

    /** As {@link #contractor}, and investigated until approved where the routine asks for it (BR-31..35). */
    public String approved(String type, boolean underAgreement) {
        String contractor = contractor(type, underAgreement);
        if (underAgreement || type.equals("STATE_INSTITUTION")) {
            return contractor;
        }
        String investigation = placementWorker
                .post(
                        CaseDesk.V1 + "/contractors/" + contractor + "/documents",
                        Map.of("kind", "contractorInvestigation", "fields", Map.of()))
                .expect(201)
                .path("id")
                .asText();
        investigate(investigation, type);
        CaseDesk.act(placementWorker, investigation, "approve", Map.of("resultText", "Lämplig"));
        return contractor;
    }

    private void investigate(String investigation, String type) {
        List<String> topics = new ArrayList<>(HOMES.contains(type) ? TOPICS_OF_HOMES : TOPICS);
        Map<String, Object> visit = new LinkedHashMap<>(Map.of("date", "2026-02-02", "text", "Visat vad uppdraget är"));
        if (!HOMES.contains(type) && !type.equals("CONTACT_PERSON")) {
            visit.put("housing", "Eget rum finns");
        }
        CaseDesk.act(placementWorker, investigation, "inform", visit);
        if (type.equals("FOSTER_HOME")) {
            topics.addAll(List.of(
                    "VIEW_OF_PARENTHOOD", "CAPABILITY_AS_PARENT", "LOCAL_COMMUNITY_RESOURCES", "PLACEMENT_AND_FUTURE"));
            CaseDesk.change(placementWorker, investigation, Map.of("childrenInHome", 0));
            CaseDesk.act(placementWorker, investigation, "registerApplication", Map.of("date", "2026-02-03"));
            CaseDesk.act(placementWorker, investigation, "interview", Map.of("date", "2026-02-04"));
        } else if (!HOMES.contains(type)) {
            topics.add("WISHES_ON_ASSIGNMENT");
        }
        if (HOMES.contains(type)) {
            CaseDesk.act(placementWorker, investigation, "checkIvo", Map.of("date", "2026-02-05", "text", "Inget"));
        } else {
            CaseDesk.act(placementWorker, investigation, "interview", Map.of("date", "2026-02-05"));
            REGISTERS.forEach(register -> CaseDesk.act(
                    placementWorker,
                    investigation,
                    "noteExtract",
                    Map.of("register", register, "received", "2026-02-06", "extractResult", "NOTHING_FOUND")));
        }
        if (HOMES.contains(type) || type.equals("FOSTER_HOME")) {
            CaseDesk.act(placementWorker, investigation, "noteReference", Map.of("text", "Gott om dem"));
            CaseDesk.act(placementWorker, investigation, "noteReference", Map.of("text", "Pålitliga"));
        }
        CaseDesk.change(
                placementWorker,
                investigation,
                Map.of(
                        "topics",
                        topics.stream()
                                .map(topic -> Map.of("topic", topic, "text", "Provsvar"))
                                .toList()));
        CaseDesk.act(placementWorker, investigation, "beginChecks", Map.of());
        CaseDesk.act(
                placementWorker,
                investigation,
                "analyse",
                Map.of("text", "Lämplig", "participants", List.of("En i gruppen", "En till")));
    }

    /** A decision basis with a goal, after an investigation; the plan takes the goal over. */
    void basis(CaseDesk desk) {
        desk.openInvestigation(caseWorker, Map.of("reason", "OTHER", "openedDate", "2026-03-02"));
        String basis = desk.create(
                caseWorker,
                "decisionBasis",
                Map.of(
                        "basisKind", "NEW_INTERVENTION",
                        "analysisAndAssessment", "Kan inte bo hemma",
                        "centralNeeds", "Ett tryggt hem",
                        "receptiveness", "Familjen är positiv",
                        "participation", "Samtal med barnet",
                        "goals",
                                List.of(Map.of(
                                        "text",
                                        "Trygga vardagar",
                                        "level",
                                        "GOAL",
                                        "triangleSides",
                                        List.of("CHILD_DEVELOPMENT")))));
        CaseDesk.act(caseWorker, basis, "establish", Map.of());
    }

    /** An established plan with the four points of the routine (PLN-20). */
    String plan(CaseDesk desk) {
        String plan = desk.create(
                caseWorker,
                "implementationPlan",
                Map.of(
                        "goalsAndPurpose", "Ett eget fritidsintresse",
                        "interventionContent", "Simning varje vecka",
                        "responsibilityDivision", "Handläggaren följer upp, RoP handleder",
                        "followUpMethod", "Gemensam uppföljning",
                        "participation", "Barnet valde aktivitet",
                        "preparedWith", family(desk)));
        CaseDesk.act(caseWorker, plan, "establish", Map.of());
        return plan;
    }

    List<String> family(CaseDesk desk) {
        List<String> all = new ArrayList<>(desk.people(caseWorker, "CHILD"));
        all.addAll(desk.people(caseWorker, "GUARDIAN"));
        return all;
    }

    /** Case worker, placement worker and family. */
    List<Map<String, String>> everybody(CaseDesk desk) {
        List<Map<String, String>> all = new ArrayList<>(workers());
        family(desk).forEach(person -> all.add(Map.of("personId", person)));
        return all;
    }

    List<Map<String, String>> workers() {
        return List.of(Map.of("userName", caseWorker.userName()), Map.of("userName", placementWorker.userName()));
    }

    /** A start-up meeting is booked. */
    String bookStartUp(CaseDesk desk, String day) {
        String meeting = desk.create(caseWorker, "meeting", Map.of());
        CaseDesk.act(caseWorker, meeting, "book", Map.of("date", day));
        return meeting;
    }

    /** Ids of the documents of a kind, oldest first. */
    List<String> ofKind(CaseDesk desk, String kind) {
        return StreamSupport.stream(desk.overview(caseWorker).path("documents").spliterator(), false)
                .filter(document -> document.path("kind").asText().equals(kind))
                .map((JsonNode document) -> document.path("id").asText())
                .toList();
    }

    String latest(CaseDesk desk, String kind) {
        List<String> all = ofKind(desk, kind);
        return all.get(all.size() - 1);
    }
}

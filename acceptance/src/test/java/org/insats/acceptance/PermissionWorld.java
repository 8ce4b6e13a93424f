package org.insats.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.insats.acceptance.PermissionTable.Relation;

/**
 * One account of each role in a social office and a performing unit, and for each relation to a case cases of three routines with
 * documents of every kind, written by others: by the colleagues in the same units, or by another office.
 */
final class PermissionWorld {

    static final List<String> SOCIAL = List.of(
            "CASE_WORKER",
            "LEAD_SOCIAL_WORKER",
            "ADMINISTRATIVE_COORDINATOR",
            "OFFICE_MANAGER",
            "INVESTIGATION_SECRETARY");
    static final List<String> PERFORMING = List.of(
            "UNIT_MANAGER",
            "LEAD_TREATMENT_SECRETARY",
            "TREATMENT_LEAD",
            "THERAPIST",
            "PLACEMENT_WORKER",
            "IOF_SECRETARY",
            "PLACEMENT_SECTION_MANAGER");
    static final List<String> EVERYWHERE = List.of("ARCHIVIST", "REGISTRAR");

    private static final String PUBLIC = "/api/-default-/public/alfresco/versions/1";
    private static final List<String> NAMED = List.of("CASE_WORKER", "TREATMENT_LEAD", "THERAPIST", "PLACEMENT_WORKER");
    /** Kinds that stand as drafts in the case of open care; whoever reads the folder reads them too, unless hidden. */
    private static final List<String> DRAFTS = List.of(
            "carePlan",
            "childTalk",
            "consent",
            "contractorReport",
            "cooperation",
            "coordination",
            "decisionBasis",
            "ending",
            "extension",
            "followUp",
            "investigation",
            "investigationSummary",
            "journalNote",
            "meeting",
            "resourceAllocation",
            "temporaryIntervention",
            "assignment",
            "order",
            "decision");

    /** Before the name of a kind: a document of a routine that does not narrow the row. */
    static final String WIDE = "wide:";

    /** A document, whether it is one that the performing side does not see yet, and whether it came into the intervention's folder. */
    record Paper(CaseDesk desk, String id, boolean draft, boolean inIntervention) {}

    /** What stands for one relation. */
    record Scene(CaseDesk desk, String caseFile, String person, String secretPerson, Map<String, List<Paper>> papers) {

        Optional<Paper> paper(String kind, boolean draft) {
            return papers.getOrDefault(kind, List.of()).stream()
                    .filter(paper -> paper.draft() == draft)
                    .findFirst();
        }

        /** The one that most may see: what was sent, before a draft. */
        Optional<Paper> paper(String kind) {
            return paper(kind, false).or(() -> paper(kind, true));
        }
    }

    /** An office with a performing unit, and those who write in its cases. */
    private final class Office {
        final String unit;
        final String performer;
        final Api caseWorker;
        final Api placementWorker;
        final Api treatmentLead;
        String contractor;

        Office(String name) {
            unit = "S" + name.toUpperCase(Locale.ROOT);
            performer = "R" + name.toUpperCase(Locale.ROOT);
            caseWorker = loggedIn(people.inRole(name + ".kollega", "CASE_WORKER", unit));
            placementWorker = loggedIn(people.inRole(name + ".kollega2", "PLACEMENT_WORKER", performer));
            treatmentLead = loggedIn(people.inRole(name + ".kollega3", "TREATMENT_LEAD", performer));
        }
    }

    private final Target target;
    private final People people;
    private final Map<String, Api> accounts = new LinkedHashMap<>();
    private final Map<Relation, Scene> scenes = new EnumMap<>(Relation.class);
    private final Map<Relation, Office> offices = new EnumMap<>(Relation.class);

    PermissionWorld(Target target) {
        this.target = target;
        this.people = new People(target.admin());
        String run = "ratt" + Long.toString(System.currentTimeMillis(), 36);
        Office home = new Office(run + "a");
        Office other = new Office(run + "b");
        SOCIAL.forEach(role -> account(run, role, home.unit));
        PERFORMING.forEach(role -> account(run, role, home.performer));
        EVERYWHERE.forEach(role -> accounts.put(role, loggedIn(people.inGroup(name(run, role), "INSATS_" + role))));
        accounts.put("NOBODY", loggedIn(people.create(name(run, "NOBODY"))));
        for (Relation relation : Relation.values()) {
            Office office = relation == Relation.OTHER ? other : home;
            offices.put(relation, office);
            scenes.put(relation, scene(office, relation));
        }
    }

    private Api loggedIn(String userName) {
        return target.as(userName).withTicket(People.PASSWORD);
    }

    private void account(String run, String role, String unit) {
        String group = role.equals("OFFICE_MANAGER") ? "UNIT_MANAGER" : role;
        accounts.put(role, loggedIn(people.inRole(name(run, role), group, unit)));
    }

    private static String name(String run, String role) {
        return run + "." + role.toLowerCase(Locale.ROOT);
    }

    /** Accounts by role. */
    Map<String, Api> accounts() {
        return accounts;
    }

    Scene scene(Relation relation) {
        return scenes.get(relation);
    }

    String unit(Relation relation) {
        return offices.get(relation).unit;
    }

    String performer(Relation relation) {
        return offices.get(relation).performer;
    }

    /** The file of a contractor of the performing unit. */
    String contractor(Relation relation) {
        return offices.get(relation).contractor;
    }

    private Scene scene(Office office, Relation relation) {
        Map<String, List<Paper>> papers = new HashMap<>();
        CaseDesk openCare = openCare(office, relation, papers);
        placement(office, relation, papers);
        referral(office, relation, papers);
        if (relation != Relation.PROTECTED) {
            register(office, relation, papers);
        }
        String secret = office.caseWorker
                .post(
                        CaseDesk.V1 + "/cases/" + openCare.caseNumber() + "/persons",
                        Map.of("name", "Hemlig Testsson", "relation", "PARENT", "protectedIdentity", true))
                .expect(201)
                .path("id")
                .asText();
        return new Scene(
                openCare,
                openCare.overview(office.caseWorker).path("id").asText(),
                openCare.people(office.caseWorker, "GUARDIAN").get(0),
                secret,
                papers);
    }

    private CaseDesk open(Office office, Relation relation, String profile, String service) {
        Map<String, Object> intake = new HashMap<>(CaseDesk.intake(office.unit, office.performer));
        intake.put("profile", profile);
        intake.put("service", service);
        intake.put("protectedCase", relation == Relation.PROTECTED);
        CaseDesk desk = CaseDesk.open(office.caseWorker, intake);
        desk.addMember(office.caseWorker, office.placementWorker.userName(), "PLACEMENT_WORKER");
        if (relation == Relation.OWN) {
            NAMED.forEach(
                    role -> desk.addMember(office.caseWorker, accounts.get(role).userName(), role));
        }
        return desk;
    }

    private CaseDesk openCare(Office office, Relation relation, Map<String, List<Paper>> papers) {
        CaseDesk desk = open(office, relation, "motala-srv", "OPEN_CARE");
        Api worker = office.caseWorker;
        String assignment = desk.create(
                worker,
                "assignment",
                Map.of(
                        "needs",
                        "Stöd i vardagen",
                        "followUpForms",
                        "Möte",
                        "goals",
                        List.of(Map.of("text", "Skolgång varje dag", "level", "GOAL"))));
        CaseDesk.act(worker, assignment, "communicate", Map.of());
        desk.people(worker, "GUARDIAN")
                .forEach(guardian -> CaseDesk.act(
                        worker,
                        assignment,
                        "consent",
                        Map.of("personId", guardian, "capacity", "GUARDIAN", "answer", "GIVEN", "form", "WRITTEN")));
        String decision = desk.create(
                worker,
                "decision",
                Map.of(
                        "decisionType",
                        "GRANT",
                        "legalBasis",
                        "SOL",
                        "grantFrom",
                        "2026-02-09",
                        "grantTo",
                        "2026-11-08"));
        CaseDesk.act(worker, decision, "decide", Map.of());
        String order = desk.create(worker, "order", Map.of("decisionRef", decision, "assignmentRef", assignment));
        CaseDesk.act(worker, order, "send", Map.of());
        add(papers, "assignment", desk, assignment, false);
        add(papers, "order", desk, order, false);
        for (String kind : DRAFTS) {
            Api.Answer made = desk.tryCreate(worker, kind, Map.of());
            if (made.status() == 201) {
                add(papers, kind, desk, made.json().path("id").asText(), true);
            }
        }
        desk.addMember(worker, office.treatmentLead.userName(), "TREATMENT_LEAD");
        String plan = desk.create(office.treatmentLead, "implementationPlan", Map.of());
        add(papers, "implementationPlan", desk, plan, true);
        String caseFile = desk.overview(worker).path("id").asText();
        JsonNode incoming = worker.post(
                        PUBLIC + "/nodes/" + caseFile + "/children",
                        Map.of("name", "brev.txt", "nodeType", "cm:content"))
                .expect(201);
        add(papers, "incomingDocument", desk, incoming.at("/entry/id").asText(), false);
        JsonNode inIntervention = worker.post(
                        PUBLIC + "/nodes/" + desk.interventionId() + "/children",
                        Map.of("name", "brev.txt", "nodeType", "cm:content"))
                .expect(201);
        papers.put(
                WIDE + "incomingDocument",
                List.of(new Paper(desk, inIntervention.at("/entry/id").asText(), false, true)));
        return desk;
    }

    private void placement(Office office, Relation relation, Map<String, List<Paper>> papers) {
        CaseDesk desk = open(office, relation, "motala-rop", "CONTACT_PERSON");
        Api worker = office.caseWorker;
        String draft = desk.create(worker, "notice", PlacementDesk.POINTS);
        add(papers, "notice", desk, draft, true);
        String notice = desk.create(worker, "notice", PlacementDesk.POINTS);
        CaseDesk.act(worker, notice, "send", Map.of());
        add(papers, "notice", desk, notice, false);
        for (String kind : List.of("sisForm", "allowanceRecord", "match")) {
            desk.tryCreate(worker, kind, Map.of())
                    .json()
                    .path("id")
                    .asText()
                    .lines()
                    .forEach(id -> add(papers, kind, desk, id, true));
        }
        add(papers, WIDE + "meeting", desk, desk.create(worker, "meeting", Map.of()), true);
        Api.Answer enrolment = desk.tryCreate(office.placementWorker, "enrolmentNotice", Map.of());
        if (enrolment.status() == 201) {
            add(papers, "enrolmentNotice", desk, enrolment.json().path("id").asText(), true);
        }
    }

    private void referral(Office office, Relation relation, Map<String, List<Paper>> papers) {
        CaseDesk desk = open(office, relation, "malmo-contact", "CONTACT_PERSON");
        Api worker = office.caseWorker;
        Map<String, Object> text = Map.of("referralText", "Behöver en vuxen utanför hemmet");
        String draft = desk.create(worker, "referral", text);
        add(papers, "referral", desk, draft, true);
        CaseDesk second = open(office, relation, "malmo-contact", "CONTACT_PERSON");
        String referral = second.create(worker, "referral", text);
        Api.Answer sent = CaseDesk.tryAct(worker, referral, "send", Map.of());
        add(papers, "referral", second, referral, sent.status() != 200);
        add(papers, WIDE + "implementationPlan", desk, desk.create(worker, "implementationPlan", Map.of()), true);
        CaseDesk therapy = open(office, relation, "malmo-family-therapist", "FAMILY_THERAPIST");
        add(papers, WIDE + "followUp", therapy, therapy.create(worker, "followUp", Map.of()), true);
    }

    private void register(Office office, Relation relation, Map<String, List<Paper>> papers) {
        if (office.contractor == null) {
            office.contractor = office.placementWorker
                    .post(
                            CaseDesk.V1 + "/contractors",
                            Map.of(
                                    "profile", "motala-rop",
                                    "unit", office.performer,
                                    "type", "CONTACT_PERSON",
                                    "name", "Ada Kontaktsson",
                                    "contactDetails", "Provgatan 2"))
                    .expect(201)
                    .path("id")
                    .asText();
        }
        Api complainant = relation == Relation.OWN ? accounts.get("CASE_WORKER") : office.caseWorker;
        write(office, papers, office.placementWorker, "agreement", "contractorContact", "contractorInvestigation");
        write(office, papers, complainant, "complaint", "contractorFeedback");
    }

    private static void write(Office office, Map<String, List<Paper>> papers, Api author, String... kinds) {
        for (String kind : kinds) {
            Api.Answer made = author.post(
                    CaseDesk.V1 + "/contractors/" + office.contractor + "/documents",
                    Map.of("kind", kind, "fields", Map.of()));
            if (made.status() == 201) {
                add(papers, kind, null, made.json().path("id").asText(), true);
            }
        }
    }

    private static void add(Map<String, List<Paper>> papers, String kind, CaseDesk desk, String id, boolean draft) {
        papers.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Paper(desk, id, draft, false));
    }
}

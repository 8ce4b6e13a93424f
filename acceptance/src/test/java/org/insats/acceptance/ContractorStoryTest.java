package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A contact person from the register: entered, investigated, matched with a client, contracted, complained of. Told by the
 * placement workers of one unit, with a case worker who sees of the register only what concerns the case.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(StopAtFirstFailure.class)
class ContractorStoryTest {

    private static final String CONTRACTORS = CaseDesk.V1 + "/contractors";
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
            "GUIDANCE_AND_BOUNDARIES",
            "WISHES_ON_ASSIGNMENT");

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());

    private String unit;
    private String fosterCare;
    private Api caseWorker;
    private Api colleague;
    private Api unitManager;
    private Api sectionManager;
    private Api placementWorker;
    private CaseDesk desk;
    private String entry;
    private String investigation;
    private String match;
    private String contractor;
    private String agreement;
    private String complaint;

    @BeforeAll
    void staffIsInPlace() {
        String run = "register" + Long.toString(System.currentTimeMillis(), 36);
        unit = "S" + run.toUpperCase(Locale.ROOT);
        fosterCare = "F" + run.toUpperCase(Locale.ROOT);
        People people = new People(target.admin());
        caseWorker = target.as(people.inRole(run + ".handlaggare", "CASE_WORKER", unit));
        colleague = target.as(people.inRole(run + ".kollega", "CASE_WORKER", unit));
        unitManager = target.as(people.inRole(run + ".enhetschef", "UNIT_MANAGER", fosterCare));
        sectionManager = target.as(people.inRole(run + ".sektionschef", "PLACEMENT_SECTION_MANAGER", fosterCare));
        placementWorker = target.as(people.inRole(run + ".familjehem", "PLACEMENT_WORKER", fosterCare));
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    private String enter(String type, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of(
                "profile",
                "malmo-contact",
                "unit",
                fosterCare,
                "type",
                type,
                "name",
                "Test Kontaktsson",
                "contactDetails",
                "Testgatan 2"));
        return placementWorker.post(CONTRACTORS, body).expect(201).path("id").asText();
    }

    private static String create(Api author, String contractor, String kind, Map<String, ?> fields) {
        return author.post(CONTRACTORS + "/" + contractor + "/documents", Map.of("kind", kind, "fields", fields))
                .expect(201)
                .path("id")
                .asText();
    }

    private List<String> found(Api who, String query) {
        return StreamSupport.stream(
                        who.get(CONTRACTORS + query).expect(200).path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }

    @Test
    @Order(1)
    @Covers({"BR-30", "BR-40", "CON-112", "DOC-CTR-01", "DOC-CTR-02", "DOC-CTR-03"})
    void theRegisterIsThePlacementGroupsAndPutsHomesUnderAgreementFirst() {
        clock.setTo("2026-03-02");
        String without = enter("RESIDENTIAL_CARE_HOME", Map.of("underMunicipalAgreement", false));
        String with = enter(
                "RESIDENTIAL_CARE_HOME",
                Map.of(
                        "underMunicipalAgreement",
                        true,
                        "municipalAgreementRef",
                        "AVTAL-1",
                        "municipalAgreementFrom",
                        "2025-01-01"));
        entry = enter("CONTACT_PERSON", Map.of("place", "Provort", "specialSkills", List.of("Teckenspråk")));

        assertThat(found(placementWorker, "?type=RESIDENTIAL_CARE_HOME")).containsExactly(with, without);
        assertThat(found(sectionManager, "?place=Provort&skill=Teckenspr%C3%A5k"))
                .containsExactly(entry);
        assertThat(found(caseWorker, "")).isEmpty();
        assertThat(caseWorker.get(CONTRACTORS + "/" + entry).status()).isEqualTo(404);
        assertThat(placementWorker
                        .get(CONTRACTORS + "/" + with)
                        .expect(200)
                        .path("approval")
                        .asText())
                .isEqualTo("EXEMPT");
    }

    @Test
    @Order(2)
    @Covers({"INV-09", "INV-10", "INV-12", "PRF-11"})
    void thePlacementWorkerVisitsAndInterviews() {
        investigation = create(placementWorker, entry, "contractorInvestigation", Map.of());
        assertThat(CaseDesk.tryAct(placementWorker, investigation, "interview", Map.of())
                        .errorId())
                .isEqualTo("INS-INV-10");

        CaseDesk.act(placementWorker, investigation, "inform", Map.of("text", "Lugnt hem"));
        CaseDesk.act(placementWorker, investigation, "interview", Map.of());

        assertThat(CaseDesk.status(placementWorker, investigation)).isEqualTo("INTERVIEWING");
    }

    @Test
    @Order(3)
    @Covers({"INV-24", "MAT-01", "BR-40"})
    void theFamilySaysYesButNobodyIsAgreedOnBeforeApproval() {
        desk = CaseDesk.open(
                caseWorker,
                Map.of(
                        "profile",
                        "malmo-contact",
                        "unit",
                        unit,
                        "performerUnit",
                        fosterCare,
                        "service",
                        "CONTACT_PERSON",
                        "client",
                        Map.of("name", "Test Testsson", "birthDate", "2015-05-14"),
                        "persons",
                        List.of(Map.of("name", "Vera Testsson", "relation", "GUARDIAN"))));
        searching();
        match = latestMatch();
        JsonNode proposed = CaseDesk.act(
                placementWorker,
                match,
                "propose",
                Map.of("registerId", entry, "matchingAssessment", "Samma intressen"));
        contractor = proposed.at("/fields/proposedContractor").asText();
        assertThat(proposed.at("/fields/registerEntry").asText()).isEqualTo(entry);
        assertThat(desk.people(caseWorker, "CONTRACTOR")).containsExactly(contractor);
        CaseDesk.act(placementWorker, match, "contact", Map.of());
        CaseDesk.act(caseWorker, match, "discuss", Map.of());
        CaseDesk.act(caseWorker, match, "present", Map.of());
        List<String> everybody = new ArrayList<>(desk.people(caseWorker, "GUARDIAN"));
        everybody.addAll(desk.people(caseWorker, "CHILD"));
        everybody.add(contractor);
        CaseDesk.act(
                caseWorker,
                match,
                "meet",
                Map.of(
                        "participants",
                        everybody.stream().map(id -> Map.of("personId", id)).toList()));
        desk.people(caseWorker, "GUARDIAN").forEach(guardian -> consent(guardian, "GUARDIAN"));
        consent(contractor, "CONTRACTOR");

        assertThat(CaseDesk.tryAct(caseWorker, match, "agree", Map.of()).errorId())
                .isEqualTo("INS-INV-24");
    }

    private void searching() {
        desk.openInvestigation(caseWorker, Map.of("reason", "OTHER", "openedDate", "2026-03-02"));
        String basis = desk.create(
                caseWorker,
                "decisionBasis",
                Map.of(
                        "basisKind", "NEW_INTERVENTION",
                        "analysisAndAssessment", "Saknar en vuxen att göra saker med",
                        "centralNeeds", "En trygg vuxen och ett eget intresse",
                        "receptiveness", "Familjen är positiv",
                        "participation", "Samtal med barnet och vårdnadshavarna",
                        "alternativesConsidered", "Öppenvård",
                        "reasonForChoice", "Behovet finns på fritiden",
                        "goals", List.of(Map.of("text", "Ett eget fritidsintresse", "level", "GOAL"))));
        CaseDesk.act(caseWorker, basis, "establish", Map.of());
        String referral =
                desk.create(caseWorker, "referral", Map.of("referralText", "Behöver en vuxen utanför hemmet"));
        CaseDesk.act(caseWorker, referral, "send", Map.of());
        CaseDesk.act(unitManager, referral, "allocate", Map.of("userName", placementWorker.userName()));
        CaseDesk.act(placementWorker, referral, "search", Map.of());
    }

    private String latestMatch() {
        List<String> all = StreamSupport.stream(
                        desk.overview(caseWorker).path("documents").spliterator(), false)
                .filter(document -> document.path("kind").asText().equals("match"))
                .map(document -> document.path("id").asText())
                .toList();
        return all.get(all.size() - 1);
    }

    private void consent(String personId, String capacity) {
        CaseDesk.act(
                caseWorker,
                match,
                "consent",
                Map.of("personId", personId, "capacity", capacity, "answer", "GIVEN", "form", "ORAL"));
    }

    @Test
    @Order(4)
    @Covers({"BR-35", "INV-01", "INV-16", "RET-16", "DOC-INV-07", "DOC-CTR-06"})
    void whoIsApprovedIsAgreedOn() {
        CaseDesk.change(
                placementWorker,
                investigation,
                Map.of(
                        "topics",
                        TOPICS.stream()
                                .map(topic -> Map.of("topic", topic, "text", "Testsvar"))
                                .toList()));
        for (String register :
                List.of("SOCIAL_REGISTER", "SUSPICION_REGISTER", "CRIMINAL_REGISTER", "ENFORCEMENT_AUTHORITY")) {
            CaseDesk.act(
                    placementWorker,
                    investigation,
                    "noteExtract",
                    Map.of("register", register, "received", "2026-03-01", "extractResult", "NOTHING_FOUND"));
        }
        CaseDesk.act(placementWorker, investigation, "beginChecks", Map.of());
        CaseDesk.act(placementWorker, investigation, "analyse", Map.of("text", "Lämplig"));
        Api.Answer early = CaseDesk.tryAct(placementWorker, investigation, "approve", Map.of("resultText", "Lämplig"));
        assertThat(early.errorId()).isEqualTo("INS-BR-35");
        assertThat(early.json().at("/error/message").asText()).contains("förslag till socialsekreteraren");
        CaseDesk.change(placementWorker, investigation, Map.of("proposal", "Passar barnets intressen"));
        CaseDesk.act(placementWorker, investigation, "approve", Map.of("resultText", "Lämplig"));

        CaseDesk.act(caseWorker, match, "agree", Map.of());

        assertThat(CaseDesk.status(caseWorker, match)).isEqualTo("AGREED");
        JsonNode kept = placementWorker.get(CONTRACTORS + "/" + entry).expect(200);
        assertThat(kept.path("approval").asText()).isEqualTo("APPROVED");
        assertThat(kept.at("/earlierAssignments/0/interventionId").asText()).isEqualTo(desk.interventionId());
    }

    @Test
    @Order(5)
    @Covers({"STA-03", "BR-37", "BR-39", "CON-06", "DL-61", "DOC-AGR-04", "DOC-AGR-08"})
    void theAgreementIsDrawnUpWithinTheGrant() {
        String decision = desk.create(
                caseWorker,
                "decision",
                Map.of(
                        "decisionType",
                        "GRANT",
                        "legalBasis",
                        "SOL",
                        "grantFrom",
                        "2026-04-01",
                        "grantTo",
                        "2026-09-30"));
        CaseDesk.act(caseWorker, decision, "decide", Map.of());
        CaseDesk.act(caseWorker, match, "agreeStart", Map.of("agreedStart", "2026-04-01"));
        assertThat(desk.deadline(caseWorker, "DL-61").path("state").asText()).isNotEqualTo("MET");
        assertThat(CaseDesk.tryAct(placementWorker, match, "drawUpAgreement", Map.of())
                        .errorId())
                .isEqualTo("INS-STA-03");
        agreement = create(
                placementWorker,
                entry,
                "agreement",
                Map.of(
                        "interventionRef", desk.interventionId(),
                        "startAgreedByAll", true,
                        "startAgreedDate", "2026-04-01",
                        "remuneration", "Enligt tabell",
                        "validFrom", "2026-04-01",
                        "validTo", "2026-10-31",
                        "noticePeriodDays", 30));
        assertThat(CaseDesk.tryAct(placementWorker, agreement, "establish", Map.of())
                        .errorId())
                .isEqualTo("INS-DOC-AGR-08");
        CaseDesk.change(placementWorker, agreement, Map.of("validTo", "2026-09-30"));

        CaseDesk.act(placementWorker, agreement, "establish", Map.of());

        assertThat(CaseDesk.status(sectionManager, agreement)).isEqualTo("ESTABLISHED");
        assertThat(caseWorker.get(CaseDesk.V1 + "/documents/" + agreement).status())
                .isEqualTo(404);
        assertThat(CaseDesk.read(caseWorker, match)
                        .at("/fields/agreementDrawnUp")
                        .asText())
                .isEqualTo("2026-03-02");
        assertThat(desk.deadline(caseWorker, "DL-61").path("state").asText()).isEqualTo("MET");
    }

    @Test
    @Order(6)
    @Covers({"DOC-CTR-05", "DOC-CTR-08", "BR-38"})
    void theResourceAndTheContactsAreKeptInTheRegister() {
        CaseDesk.act(placementWorker, match, "registerResource", Map.of());
        String contact = create(
                placementWorker,
                entry,
                "contractorContact",
                Map.of("contactKind", "TRAINING", "contactText", "Grundutbildning"));
        CaseDesk.act(placementWorker, contact, "establish", Map.of());

        JsonNode kept = placementWorker.get(CONTRACTORS + "/" + entry).expect(200);

        assertThat(kept.path("registeredAsResource").asText()).isEqualTo("2026-03-02");
        assertThat(kept.path("registeredBy").asText()).isEqualTo(placementWorker.userName());
        assertThat(kept.path("lastContact").asText()).isEqualTo("2026-03-02");
    }

    @Test
    @Order(7)
    @Covers({"CMP-01", "CMP-04", "CON-116", "BR-40", "ORD-100"})
    void aComplaintIsKeptWithTheContractorAndItsOutcomeShownToWhoReportedIt() {
        JsonNode offered = desk.intervention(caseWorker).path("contractor");
        assertThat(offered.path("id").asText()).isEqualTo(entry);
        assertThat(offered.path("mayRead").asBoolean(true)).isFalse();
        assertThat(offered.path("mayWrite").findValuesAsText("kind"))
                .as("feedback comes after the end")
                .containsExactly("complaint");
        complaint = create(
                caseWorker,
                entry,
                "complaint",
                Map.of(
                        "kind",
                        "COMPLAINT",
                        "description",
                        "Kom för sent",
                        "serious",
                        false,
                        "concernsIntervention",
                        desk.interventionId()));
        assertThat(CaseDesk.tryAct(caseWorker, complaint, "forward", Map.of("to", colleague.userName()))
                        .errorId())
                .isEqualTo("INS-CMP-01");
        JsonNode forward = CaseDesk.find(CaseDesk.read(caseWorker, complaint).path("actions"), "name", "forward");
        assertThat(forward.at("/inputs/0/choices").findValuesAsText("value"))
                .as("the placement group of the contractor's unit")
                .contains(sectionManager.userName(), placementWorker.userName())
                .doesNotContain(caseWorker.userName());
        CaseDesk.act(caseWorker, complaint, "forward", Map.of("to", sectionManager.userName()));
        assertThat(desk.intervention(caseWorker).at("/contractor/documents").findValuesAsText("id"))
                .contains(complaint);
        assertThat(desk.intervention(placementWorker).at("/contractor/mayRead").asBoolean(false))
                .isTrue();
        CaseDesk.act(placementWorker, complaint, "handle", Map.of("outcome", "Samtal hållet"));

        assertThat(CaseDesk.read(caseWorker, complaint).at("/fields/outcome").asText())
                .isEqualTo("Samtal hållet");
        assertThat(colleague.get(CaseDesk.V1 + "/documents/" + complaint).status())
                .isEqualTo(404);
        assertThat(placementWorker
                        .get(CONTRACTORS + "/" + entry)
                        .expect(200)
                        .at("/views/0/text")
                        .asText())
                .isEqualTo("Kom för sent");
        assertThat(desk.overview(caseWorker).path("documents").findValuesAsText("kind"))
                .doesNotContain("complaint", "agreement", "contractorInvestigation");
    }

    @Test
    @Order(8)
    @Covers({"DOC-AGR-10", "END-28"})
    void theAgreementIsTerminatedByItsNoticePeriod() {
        JsonNode terminated =
                CaseDesk.act(placementWorker, agreement, "terminate", Map.of("reason", "Uppdraget upphör"));

        assertThat(terminated.path("status").asText()).isEqualTo("CLOSED");
        assertThat(terminated.at("/fields/lastDay").asText()).isEqualTo("2026-04-01");
    }
}

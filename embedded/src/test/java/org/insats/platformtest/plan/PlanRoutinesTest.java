package org.insats.platformtest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.OfferedForms;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.print.PrintCode;
import org.insats.requirements.Covers;
import org.insats.routine.store.ProfileWriter;
import org.insats.routine.store.StoredProfiles;
import org.insats.scan.Receipt;
import org.insats.scan.ScanService;
import org.insats.scan.ScannedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plans as the routines differ in them: combined with the assignment, under a care plan, with a home, with a therapist. */
@ExtendWith(Repository.class)
class PlanRoutinesTest {

    private static final String ALL_PLANS =
            """
            "goalsAndPurpose":"Ett eget fritidsintresse","interventionContent":"Träffar",
            "responsibilityDivision":"Handläggaren följer upp","followUpMethod":"Möte","participation":"Barnet valde aktivitet"
            """;

    private static final String CONTACT =
            """
            ,"needs":"En vuxen utanför familjen","frequency":"Varje vecka","content":"Bad och bio",
            "reportFrequency":"Varje månad","reportMethod":"Per telefon"
            """;

    private static final String HOME =
            """
            ,"whenHow":"Veckovis","followUpForms":"Möte","caseWorkerContact":"Varannan vecka","schooling":"Hemskolan",
            "healthCare":"Hälsoundersökning","otherBodiesInterventions":"Inga","contactArrangements":"Varannan helg",
            "mustRequirements":["Eget rum"],"homePart":[{"activity":"Samtal","who":"Hemmet"}]
            """;

    @Test
    @Covers({"PLN-07", "PLN-25", "PRF-17", "DOC-IMP-CP-01", "DOC-IMP-01", "PRF-16"})
    void theCombinedPlanIsTheCaseWorkersAndTheAssignmentIsPartOfIt() {
        Story story = contact();

        assertThat(Story.refusalOf(() -> story.create(story.treatmentLead(), "implementationPlan", "{}")))
                .isEqualTo("INS-ROLE");
        String plan = plan(story, story.caseWorker(), "");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), plan, "{" + CONTACT.strip().substring(1) + "}");
        story.act(story.caseWorker(), plan, "establish", "{}");

        Document established = story.document(plan);
        assertThat(established.status()).isEqualTo("ESTABLISHED");
        assertThat(established.properties().toString()).contains("CONTACT_PERSON_COMBINED");
    }

    @Test
    @Covers({"PLN-22", "DOC-IMP-CP-03", "DOC-IMP-CP-04", "DOC-IMP-CP-06", "DOC-IMP-CP-07", "PRF-18"})
    void frequencyContentAndReportingAreAskedForOfAContactPersonAndOfNobodyElse() {
        Story story = contact();
        String plan = plan(
                story, story.caseWorker(), CONTACT.replace("\"reportMethod\":\"Per telefon\"", "\"contactWay\":\"\""));
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");

        Story openCare = assignments("OPEN_CARE");
        String other = plan(openCare, openCare.treatmentLead(), assignment(openCare));
        openCare.act(openCare.treatmentLead(), other, "establish", "{}");
        assertThat(openCare.status(other)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"REV-03", "BR-50", "DOC-IMP-CP-02"})
    void aNewCombinedPlanMayChangeTheGoalsAndTheOldOneIsKept() {
        Story story = contact();
        String first = plan(story, story.caseWorker(), CONTACT);
        story.act(story.caseWorker(), first, "establish", "{}");
        story.act(story.caseWorker(), first, "revise", "{\"reason\":\"Nya prioriteringar\"}");
        String second = other(story, first);
        String old = Story.json(story.document(second).text(CaseModel.GOALS).orElseThrow())
                .at("/0/goalId")
                .asText();

        story.act(story.caseWorker(), second, "addGoal", "{\"text\":\"En egen vän\",\"priority\":1}");
        story.act(story.caseWorker(), second, "dropGoal", "{\"goalId\":\"" + old + "\"}");
        story.update(story.caseWorker(), second, "{\"participation\":\"Barnet ville\"}");
        story.act(story.caseWorker(), second, "establish", "{}");

        assertThat(story.status(first)).isEqualTo("REPLACED");
        assertThat(story.document(first).text(CaseModel.GOALS).orElseThrow()).contains("fritidsintresse");
        String next = plan(story, story.caseWorker(), CONTACT);
        assertThat(story.document(next).text(CaseModel.GOALS).orElseThrow())
                .contains("En egen vän")
                .doesNotContain("Ett eget fritidsintresse");
    }

    @Test
    @Covers({"REV-04", "BR-50"})
    void whereTheAssignmentIsItsOwnDocumentGoalsAreNotAddedInThePlan() {
        Story story = assignments("OPEN_CARE");
        String plan = plan(story, story.treatmentLead(), assignment(story));

        assertThat(Story.refusalOf(() -> story.act(story.treatmentLead(), plan, "addGoal", "{\"text\":\"Nytt\"}")))
                .isEqualTo("INS-REV-04");
    }

    @Test
    @Covers({"PLN-24", "DOC-IMP-03", "PRF-14"})
    void thePerformerOfOpenCareWritesFromTheAssignment() {
        Story story = assignments("OPEN_CARE");

        assertThat(Story.refusalOf(() -> story.create(story.caseWorker(), "implementationPlan", "{}")))
                .isEqualTo("INS-ROLE");
        String plan = plan(story, story.treatmentLead(), "");
        assertThat(Story.refusalOf(() -> story.act(story.treatmentLead(), plan, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
    }

    @Test
    @Covers({"PLN-26", "PLN-28", "BR-54", "DOC-IMP-HVB-01", "DOC-IMP-HVB-03", "DOC-IMP-HVB-10", "DOC-IMP-HVB-13"})
    void aHomesPlanHasThePointsAndMustRequirementsOrAReason() {
        Story story = assignments("RESIDENTIAL_CARE_HOME");
        String plan = plan(
                story,
                story.caseWorker(),
                assignment(story) + carePlanRef(story) + ",\"goalsDelegated\":false"
                        + HOME.replace("\"schooling\":\"Hemskolan\",", ""));

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(
                story.caseWorker(),
                plan,
                "{\"overrides\":[{\"field\":\"schooling\",\"reason\":\"Har slutat skolan\"}]}");
        story.act(story.caseWorker(), plan, "establish", "{}");

        assertThat(story.status(plan)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"PLN-27", "BR-56", "CON-12", "ROLE-23", "DOC-IMP-HVB-11", "DOC-IMP-HVB-12", "DOC-IMP-15"})
    void aPlanWhoseGoalsTheHomeWordsCountsOnlyWhenEverybodyHasSigned() {
        Story story = assignments("RESIDENTIAL_CARE_HOME");
        String plan = plan(
                story,
                story.caseWorker(),
                assignment(story) + carePlanRef(story) + HOME
                        + ",\"goalsDelegated\":true,\"subGoals\":[{\"text\":\"Går till skolan själv\"}]");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "establish", "{}")))
                .isEqualTo("INS-BR-56");
        story.act(story.caseWorker(), plan, "requestSignature", "{}");
        assertThat(story.status(plan)).isEqualTo("RETURNED_FOR_SIGNATURE");
        assertThat(story.document(plan).isFilled(CaseModel.RECORDED_AT)).isTrue();
        assertThat(story.interventionProperty(CaseModel.CURRENT_PLAN)).isNull();
        assertThat(Story.refusalOf(
                        () -> story.act(story.caseWorker(), plan, "registerSignedCopy", "{\"date\":\"2026-03-02\"}")))
                .isEqualTo("INS-BR-56");
        story.act(
                story.caseWorker(),
                plan,
                "addSignature",
                "{\"personId\":\"" + story.guardian() + "\",\"date\":\"2026-03-02\"}");
        story.act(story.caseWorker(), plan, "registerSignedCopy", "{\"date\":\"2026-03-02\"}");

        assertThat(story.status(plan)).isEqualTo("SIGNED");
        assertThat(story.interventionProperty(CaseModel.CURRENT_PLAN)).isEqualTo(plan);
    }

    @Test
    @Covers({
        "PLN-29",
        "BR-55",
        "CON-43",
        "CON-67",
        "ROLE-22",
        "DOC-IMP-FH-01",
        "DOC-IMP-FH-02",
        "DOC-IMP-FH-04",
        "DOC-IMP-FH-05",
        "DOC-IMP-FH-06"
    })
    void aFosterHomePlanHasMustAndShouldRequirementsAndIsDrawnUpWithGuardianChildAndContractor() {
        Story story = assignments("FOSTER_HOME");
        String plan = plan(
                story,
                story.caseWorker(),
                assignment(story) + carePlanRef(story)
                        + ",\"howCarriedOut\":\"Vardag i familjen\",\"mustRequirements\":[\"Eget rum\"]");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), plan, "{\"shouldRequirements\":[\"Husdjur\"]}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "establish", "{}")))
                .isEqualTo("INS-PLN-29");
        String contractor = story.addPerson("{\"name\":\"Test Familjehemsson\",\"relation\":\"CONTRACTOR\"}");
        story.update(
                story.caseWorker(), plan, "{\"preparedWith\":[\"" + story.guardian() + "\",\"" + contractor + "\"]}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "establish", "{}")))
                .isEqualTo("INS-PLN-29");
        story.update(
                story.caseWorker(),
                plan,
                "{\"overrides\":[{\"field\":\"preparedWith\",\"reason\":\"Barnet är ett år\"}]}");
        story.act(story.caseWorker(), plan, "establish", "{}");

        assertThat(story.status(plan)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers("CON-44")
    void aHomesPlanAndAContactPersonsPlanAreDrawnUpWithThoseConcerned() {
        for (String service :
                List.of("RESIDENTIAL_CARE_HOME", "CONTACT_PERSON", "SPECIALLY_QUALIFIED_CONTACT_PERSON")) {
            Story story = assignments(service);
            boolean home = service.equals("RESIDENTIAL_CARE_HOME");
            String plan = plan(
                    story,
                    story.caseWorker(),
                    assignment(story) + (home ? carePlanRef(story) + HOME + ",\"goalsDelegated\":false" : CONTACT));
            story.update(story.caseWorker(), plan, "{\"preparedWith\":[]}");
            assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "establish", "{}")))
                    .as(service)
                    .isEqualTo("INS-MANDATORY");
            String outsider = story.addPerson("{\"name\":\"Test Utomstående\",\"relation\":\"CLOSE_PERSON\"}");
            story.update(story.caseWorker(), plan, "{\"preparedWith\":[\"" + outsider + "\"]}");
            assertThat(story.warnings(plan)).as(service).contains("PRF-61-PLAN");
            story.update(
                    story.caseWorker(), plan, "{\"preparedWith\":[\"" + story.client() + "\",\"" + outsider + "\"]}");
            assertThat(story.warnings(plan)).as(service).doesNotContain("PRF-61-PLAN");
            story.act(story.caseWorker(), plan, "establish", "{}");
            assertThat(story.status(plan)).as(service).isEqualTo("ESTABLISHED");
        }
    }

    @Test
    @Covers({"PLN-35", "DOC-IMP-FH-03"})
    void inAFosterHomeEverySubGoalServesAGoalOfTheAnalysisOrTheCarePlan() {
        Story story = assignments("FOSTER_HOME");
        String contractor = story.addPerson("{\"name\":\"Test Familjehemsson\",\"relation\":\"CONTRACTOR\"}");
        String plan = plan(
                story,
                story.caseWorker(),
                assignment(story) + carePlanRef(story)
                        + ",\"howCarriedOut\":\"Vardag\",\"mustRequirements\":[\"Eget rum\"],\"shouldRequirements\":[\"Husdjur\"],"
                        + "\"subGoals\":[{\"text\":\"Läser läxor varje dag\"}]");
        story.update(
                story.caseWorker(),
                plan,
                "{\"preparedWith\":[\"" + story.guardian() + "\",\"" + story.client() + "\",\"" + contractor + "\"]}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "establish", "{}")))
                .isEqualTo("INS-PLN-35");
        String goal = Story.json(story.document(plan).text(CaseModel.GOALS).orElseThrow())
                .at("/0/goalId")
                .asText();
        story.update(
                story.caseWorker(),
                plan,
                "{\"subGoals\":[{\"text\":\"Läser läxor varje dag\",\"parentGoal\":\"" + goal + "\"}]}");
        story.act(story.caseWorker(), plan, "establish", "{}");

        assertThat(story.status(plan)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers("PLN-35")
    void theAssignmentToAFosterHomeSaysHowTheInterventionIsCarriedOut() {
        assertThat(mandatoryAtSend(assignments("FOSTER_HOME"))).contains("interventionContent");
        assertThat(mandatoryAtSend(assignments("CONTACT_PERSON"))).doesNotContain("interventionContent");
    }

    private static List<String> mandatoryAtSend(Story story) {
        Document draft = story.document(story.create(story.caseWorker(), "assignment", "{}"));
        return draft.kind().mandatory().stream()
                .filter(field -> field.acts().contains("send"))
                .filter(field -> story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                        .elevated(() -> field.when().test(draft))))
                .map(field -> field.field().getLocalName())
                .toList();
    }

    @Test
    @Covers({"PLN-34", "PRF-18"})
    void theFormsOfTheFrameworkAreOfferedForHomesAndNobodyElse() {
        Story home = assignments("RESIDENTIAL_CARE_HOME");
        Story openCare = assignments("OPEN_CARE");

        assertThat(forms(home, "assignment")).containsExactly(new OfferedForms.Form("BBIC: Uppdrag", Optional.empty()));
        assertThat(forms(home, "implementationPlan"))
                .extracting(OfferedForms.Form::title)
                .containsExactly("BBIC: Genomförandeplan");
        assertThat(forms(assignments("FOSTER_HOME"), "assignment")).hasSize(1);
        assertThat(forms(openCare, "assignment")).isEmpty();
        assertThat(forms(home, "carePlan")).isEmpty();
    }

    @Test
    @Covers("PLN-34")
    void theMunicipalitySaysWhereItsFormsAre() {
        ObjectNode profile = routine("test-forms");
        ((ObjectNode) profile.at("/settings/PRF-18/value/forms/HVB,FH/0")).put("link", "https://example.org/uppdrag");
        putIn(profile);
        Story story = Story.beginningOn("2026-03-02").caseOpened("test-forms", "FOSTER_HOME");

        assertThat(forms(story, "assignment"))
                .containsExactly(new OfferedForms.Form("BBIC: Uppdrag", Optional.of("https://example.org/uppdrag")));
    }

    private static List<OfferedForms.Form> forms(Story story, String kind) {
        String id = story.create(story.caseWorker(), kind, "{}");
        OfferedForms forms = new OfferedForms(Story.bean("insats.caseRoutines", CaseRoutines.class));
        Document document = story.document(id);
        return story.as(story.caseWorker(), () -> forms.of(document, Locale.forLanguageTag("sv")));
    }

    @Test
    @Covers({"PLN-27", "BR-56", "DOC-IMP-15"})
    void aScanAloneDoesNotMakeAPlanHoldWhoseGoalsTheHomeWords() {
        Story story = assignments("RESIDENTIAL_CARE_HOME");
        String plan = plan(
                story,
                story.caseWorker(),
                assignment(story) + carePlanRef(story) + HOME
                        + ",\"goalsDelegated\":true,\"subGoals\":[{\"text\":\"Går till skolan själv\"}]");
        story.act(story.caseWorker(), plan, "requestSignature", "{}");

        Receipt scanned = scan(story, plan, "1");
        assertThat(scanned.outcome()).isEqualTo(Receipt.Outcome.QUEUED);
        assertThat(scanned.reason()).contains("INS-SCAN-SIGNATURES");
        assertThat(story.status(plan)).isEqualTo("RETURNED_FOR_SIGNATURE");

        String name = nameOf(story, plan);
        Receipt filed = story.as("admin", () -> scans().fileInDocument(scanned.queueId(), name, Optional.empty()));
        assertThat(filed.outcome()).isEqualTo(Receipt.Outcome.FILED);
        assertThat(story.status(plan)).isEqualTo("RETURNED_FOR_SIGNATURE");

        story.act(story.caseWorker(), plan, "addSignature", "{\"personId\":\"" + story.guardian() + "\"}");
        assertThat(scan(story, plan, "2").outcome()).isEqualTo(Receipt.Outcome.FILED);
        assertThat(story.status(plan)).isEqualTo("SIGNED");
    }

    private static Receipt scan(Story story, String plan, String content) {
        String name = nameOf(story, plan);
        Document document = story.document(plan);
        String version = story.as(
                "admin", () -> Story.bean("insats.documents", Documents.class).versionLabel(document));
        PrintCode code = new PrintCode(
                name.substring(0, 11), name.substring(12, 15), Integer.parseInt(name.substring(16)), version);
        byte[] paper = ("%PDF-1.4 " + plan + content).getBytes(StandardCharsets.US_ASCII);
        return story.as("admin", () -> scans().receive(new ScannedFile(
                sha256(paper),
                1,
                Optional.of(code.text(1, 1)),
                Optional.empty(),
                () -> new ByteArrayInputStream(paper))));
    }

    private static ScanService scans() {
        return Story.bean("insats.scanService", ScanService.class);
    }

    private static String nameOf(Story story, String plan) {
        return story.document(plan).text(ContentModel.PROP_NAME).orElseThrow().replace(".pdf", "");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Covers({"BR-54", "BR-55", "PRF-18"})
    void requirementsThatTheMunicipalityHasListedAreInThePlanOrItIsWrittenWhyNot() {
        ObjectNode profile = routine("test-requirements");
        ((ObjectNode) profile.at("/settings/PRF-18/value/requirements/HVB"))
                .putArray("MUST")
                .add("Eget rum");
        putIn(profile);
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("test-requirements", "RESIDENTIAL_CARE_HOME")
                .standsGranted("2026-03-02", "2026-09-01", "Skolan fungerar");
        String fields = assignment(story) + carePlanRef(story) + ",\"goalsDelegated\":false"
                + HOME.replace("\"mustRequirements\":[\"Eget rum\"],", "");

        String preset = plan(story, story.caseWorker(), fields);
        assertThat(story.document(preset).properties().toString()).contains("Eget rum");
        story.update(story.caseWorker(), preset, "{\"mustRequirements\":[\"Nattpersonal\"]}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), preset, "establish", "{}")))
                .isEqualTo("INS-BR-54");
        story.update(story.caseWorker(), preset, "{\"mustRequirements\":[\"Nattpersonal\",\"Eget rum\"]}");
        story.act(story.caseWorker(), preset, "establish", "{}");

        assertThat(story.status(preset)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"PLN-30", "BR-51", "DOC-CPL-05", "DOC-IMP-02", "DOC-IMP-04"})
    void oneCarePlanHasSeveralPlansOneForEachPerformer() {
        Story story = assignments("RESIDENTIAL_CARE_HOME");
        String carePlan = carePlan(story);
        String home = plan(
                story,
                story.caseWorker(),
                assignment(story) + HOME + ",\"goalsDelegated\":false,\"carePlanRef\":\"" + carePlan + "\"");
        story.act(story.caseWorker(), home, "establish", "{}");

        String again = plan(story, story.caseWorker(), assignment(story) + HOME + ",\"goalsDelegated\":false");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), again, "establish", "{}")))
                .isEqualTo("INS-DOC-IMP-02");
        story.update(story.caseWorker(), again, "{\"performer\":\"BIM-grupp\",\"variant\":\"OPEN_CARE\"}");
        story.act(story.caseWorker(), again, "establish", "{}");

        assertThat(story.document(carePlan).properties().toString()).contains(home, again);
        assertThat(story.status(home)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"DOC-CPL-01", "DOC-CPL-02", "PLN-31", "DOC-CPL-03", "STA-42"})
    void theCarePlanHoldsBackgroundAndOverallGoalsAndIsGoneThroughAtThePlanningMeeting() {
        Story story = therapist();
        assertThat(Story.refusalOf(() -> story.create(
                        story.caseWorker(),
                        "carePlan",
                        "{\"background\":\"Bakgrund\",\"goals\":[{\"text\":\"Delmål\",\"level\":\"SUB_GOAL\"}]}")))
                .isEqualTo("INS-DOC-CPL-02");
        assertThat(Story.refusalOf(() -> story.create(story.treatmentLead(), "carePlan", "{}")))
                .isEqualTo("INS-ROLE");
        String carePlan = carePlan(story);
        assertThat(story.document(carePlan).text(CaseModel.GOALS).orElseThrow()).contains("goalId");

        String meeting = story.create(story.caseWorker(), "meeting", "{\"meetingType\":\"PLANNING\"}");
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"2026-03-02\"}");
        story.act(
                story.caseWorker(),
                meeting,
                "hold",
                "{\"expectationsAndGoals\":\"Lugnare vardag\",\"participants\":" + Story.persons(story.family()) + "}");

        assertThat(story.document(carePlan).properties().toString()).contains(meeting);
    }

    @Test
    @Covers({"PLN-31", "STA-43", "DOC-IMP-OC-04", "DOC-IMP-OC-05", "DOC-IMP-09", "DOC-GOA-04", "CON-45"})
    void theTherapistWritesSubGoalsBelowTheOverallGoalsAndBooksSessions() {
        Story story = therapist();
        String carePlan = carePlan(story);
        JsonNode overall =
                Story.json(story.document(carePlan).text(CaseModel.GOALS).orElseThrow());
        String plan = plan(
                story,
                story.treatmentLead(),
                ",\"howCarriedOut\":\"Samtal hemma\",\"subGoals\":[{\"text\":\"Middag tillsammans\",\"parentGoal\":\""
                        + overall.at("/0/goalId").asText() + "\"}]");
        assertThat(story.document(plan).text(CaseModel.GOALS).orElseThrow()).contains("Lugnare vardag");
        story.act(story.treatmentLead(), plan, "establish", "{}");
        story.act(story.treatmentLead(), plan, "bookSession", "{\"at\":\"2026-03-10T14:00\"}");

        assertThat(story.document(plan).properties().toString()).contains("2026-03-10T14:00");
        String followingUp = Story.json(
                        story.document(plan).properties().toString().contains("SUB_GOAL") ? "true" : "false")
                .asText();
        assertThat(followingUp).isEqualTo("true");
    }

    @Test
    @Covers({"PLN-33", "CON-83"})
    void copiesGoToEverybodyWhoIsInformed() {
        Story story = contact();
        String plan = plan(story, story.caseWorker(), CONTACT);
        story.act(story.caseWorker(), plan, "establish", "{}");

        story.act(story.caseWorker(), plan, "sendCopy", "{\"personId\":\"" + story.guardian() + "\"}");
        story.act(story.caseWorker(), plan, "sendCopy", "{\"recipient\":\"Kontaktpersonen\"}");

        assertThat(story.document(plan).properties().toString()).contains(story.guardian(), "Kontaktpersonen");
        for (String stranger : List.of("{\"personId\":\"okänd\"}", "{\"userName\":\"admin\"}")) {
            assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "sendCopy", stranger)))
                    .isEqualTo("INS-RECIPIENT");
        }
    }

    /** The assignment routine under another id, to be changed and put in. */
    private static ObjectNode routine(String id) {
        ObjectNode profile = (ObjectNode) Story.json(Story.bean("insats.routineService", StoredProfiles.class)
                .text("bas-assignments", "")
                .orElseThrow()
                .text());
        return profile.put("id", id);
    }

    private static void putIn(ObjectNode profile) {
        Story.beginningOn("2026-03-02").as("admin", () -> Story.bean("insats.profileWriter", ProfileWriter.class)
                .write(profile.path("id").asText(), profile.toString()));
    }

    private static Story contact() {
        return Story.beginningOn("2026-03-02")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .standsGranted("2026-03-02", "2026-09-01", "Ett eget fritidsintresse");
    }

    private static Story assignments(String service) {
        return Story.beginningOn("2026-03-02")
                .caseOpened("bas-assignments", service)
                .standsGranted("2026-03-02", "2026-09-01", "Skolan fungerar");
    }

    private static Story therapist() {
        return Story.beginningOn("2026-03-02")
                .caseOpened("malmo-family-therapist", "FAMILY_THERAPIST")
                .standsGranted("2026-03-02", "2026-09-01");
    }

    private static String carePlan(Story story) {
        String goals = story.interventionProperty(CaseModel.SERVICE).equals("FAMILY_THERAPIST")
                ? ",\"goals\":[{\"text\":\"Lugnare vardag\",\"level\":\"OVERALL\"}]"
                : "";
        String carePlan =
                story.create(story.caseWorker(), "carePlan", "{\"background\":\"Familjens bakgrund\"" + goals + "}");
        story.act(story.caseWorker(), carePlan, "establish", "{}");
        return carePlan;
    }

    private static String carePlanRef(Story story) {
        return ",\"carePlanRef\":\"" + carePlan(story) + "\"";
    }

    /** An assignment to point at; what it takes to issue it is not told here. */
    private static String assignment(Story story) {
        return ",\"assignmentRef\":\"" + story.create(story.caseWorker(), "assignment", "{}") + "\"";
    }

    private static String plan(Story story, String author, String more) {
        return story.create(
                author,
                "implementationPlan",
                "{" + ALL_PLANS.strip() + ",\"preparedWith\":[\"" + story.guardian() + "\"]" + more + "}");
    }

    private static String other(Story story, String first) {
        return story.documentsOf("implementationPlan").stream()
                .map(Document::id)
                .filter(id -> !List.of(first).contains(id))
                .findFirst()
                .orElseThrow();
    }
}

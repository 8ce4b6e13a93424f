package org.insats.platformtest.contractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvestigationTest {

    private final Register register = new Register();

    private String investigationOf(String type, String more, String fields) {
        String contractor = register.contractor(type, more).path("id").asText();
        return register.document(contractor, "contractorInvestigation", fields);
    }

    private static String message(JsonNode answer) {
        return answer.path("error").path("message").asText();
    }

    private String missing(String investigation) {
        return message(register.placementWorker
                .act(investigation, "approve", "{\"resultText\":\"Lämplig\"}")
                .json());
    }

    private static String status(JsonNode document) {
        return document.path("status").asText();
    }

    @Test
    @Covers({
        "INV-01",
        "INV-13",
        "INV-16",
        "BR-35",
        "DOC-INV-01",
        "DOC-INV-02",
        "DOC-INV-03",
        "DOC-INV-05",
        "DOC-INV-06",
        "DOC-INV-CP-01",
        "DOC-INV-CP-02",
        "DOC-INV-CP-04",
        "DOC-INV-CP-05",
        "DOC-CHK-01",
        "DOC-CHK-04",
        "CON-90",
        "PRF-11"
    })
    void aContactPersonIsVisitedInterviewedAndCheckedBeforeApproval() {
        String contractor = register.contractor("CONTACT_PERSON", "").path("id").asText();
        String investigation = register.document(contractor, "contractorInvestigation", "{}");
        JsonNode begun = register.placementWorker.document(investigation);
        assertThat(begun.path("fields").path("variant").asText()).isEqualTo("CONTACT_PERSON");
        assertThat(begun.path("fields").path("contractor").asText()).isEqualTo(contractor);
        assertThat(begun.path("fields").path("investigator").asText()).isEqualTo(register.placementWorker.name());
        assertThat(status(begun)).isEqualTo("PROPOSED");
        assertThat(register.refused(investigation, "interview", "{\"date\":\"2024-02-08\"}"))
                .isEqualTo("INS-INV-10");

        JsonNode informed = register.act(investigation, "inform", "{\"date\":\"2024-02-01\",\"text\":\"Lugnt hem\"}");
        assertThat(status(informed)).isEqualTo("INFORMED");
        assertThat(informed.path("fields").path("homeVisit").asText()).isEqualTo("2024-02-01");
        assertThat(informed.path("fields").path("informationGiven").booleanValue())
                .isTrue();
        assertThat(register.refused(investigation, "registerApplication", "{\"date\":\"2024-02-02\"}"))
                .isEqualTo("INS-INV-11");
        assertThat(register.refused(investigation, "beginChecks", "{}")).isEqualTo("INS-INV-12");
        JsonNode interviewed = register.act(investigation, "interview", "{\"date\":\"2024-02-08\"}");
        assertThat(status(interviewed)).isEqualTo("INTERVIEWING");
        assertThat(interviewed.path("fields").path("interview").asText()).isEqualTo("2024-02-08");
        register.act(investigation, "beginChecks", "{}");
        register.act(investigation, "analyse", "{\"text\":\"Lämplig\"}");

        assertThat(register.refused(investigation, "approve", "{\"resultText\":\"Lämplig\"}"))
                .isEqualTo("INS-BR-35");
        assertThat(missing(investigation))
                .contains(
                        "alla frågeområden",
                        "utdrag ur socialregister",
                        "utdrag ur misstankeregister",
                        "utdrag ur brottsregister",
                        "utdrag från Kronofogdemyndigheten")
                .doesNotContain("boendet", "referenser");
    }

    @Test
    @Covers({"INV-01", "INV-24", "DOC-CTR-04"})
    void anApprovedInvestigationApprovesTheContractorAndStaysAsItIs() {
        String contractor = register.approvedContactPerson();

        JsonNode read = register.read(contractor);
        assertThat(read.path("approval").asText()).isEqualTo("APPROVED");
        String investigation = read.path("investigationRef").asText();
        JsonNode document = register.placementWorker.document(investigation);
        assertThat(status(document)).isEqualTo("APPROVED");
        assertThat(document.path("fields").path("result").asText()).isEqualTo("APPROVED");
        assertThat(register.placementWorker
                        .http()
                        .put(
                                API + "/documents/" + investigation,
                                "{\"version\":\"" + document.path("version").asText()
                                        + "\",\"fields\":{\"resultText\":\"Annat\"}}")
                        .json()
                        .path("error")
                        .path("id")
                        .asText())
                .isEqualTo("INS-BR-111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTACT_FAMILY", "SUPPORT_FAMILY"})
    @Covers({"INV-02", "DOC-INV-CP-03"})
    void ofAFamilyTheHousingIsAssessedToo(String type) {
        String investigation = investigationOf(type, "", "{}");
        register.act(investigation, "inform", "{\"date\":\"2024-02-01\"}");
        register.act(investigation, "interview", "{\"date\":\"2024-02-08\"}");
        register.talk(investigation, "WISHES_ON_ASSIGNMENT");
        register.extracts(investigation);
        register.act(investigation, "beginChecks", "{}");
        register.act(investigation, "analyse", "{\"text\":\"Lämplig\"}");
        assertThat(register.refused(investigation, "approve", "{\"resultText\":\"Lämplig\"}"))
                .isEqualTo("INS-BR-35");
        assertThat(missing(investigation)).contains("bedömning av boendet").doesNotContain("utdrag");

        register.put(investigation, "{\"housingAssessed\":\"Eget rum finns\"}");

        assertThat(status(register.act(investigation, "approve", "{\"resultText\":\"Lämplig\"}")))
                .isEqualTo("APPROVED");
    }

    @Test
    @Covers({
        "INV-03",
        "INV-11",
        "INV-12",
        "INV-14",
        "INV-15",
        "INV-17",
        "ROLE-29",
        "INV-18",
        "BR-33",
        "DOC-INV-FH-01",
        "DOC-INV-FH-02",
        "DOC-INV-FH-03",
        "DOC-INV-FH-05",
        "DOC-INV-FH-06",
        "DOC-INV-FH-07",
        "DOC-INV-FH-08",
        "DOC-INV-FH-09",
        "DOC-CHK-02",
        "DOC-CHK-05"
    })
    void aFosterHomeIsInvestigatedInFull() {
        String investigation = investigationOf("FOSTER_HOME", "", "{}");
        JsonNode begun = register.placementWorker.document(investigation).path("fields");
        assertThat(begun.path("variant").asText()).isEqualTo("FOSTER_HOME_FULL");
        assertThat(begun.path("method").asText()).isEqualTo("MOTALA_MODEL");
        assertThat(begun.path("checklist").path("topics").findValuesAsText("topic"))
                .hasSize(17)
                .doesNotContain("WISHES_ON_ASSIGNMENT");
        assertThat(begun.path("checklist").path("topics").findValuesAsText("group"))
                .hasSize(17)
                .containsOnly("FAMILY_AND_ENVIRONMENT", "PARENTING_CAPACITY");
        register.act(investigation, "inform", "{\"date\":\"2024-02-01\",\"housing\":\"Villa nära skola\"}");
        assertThat(register.refused(investigation, "interview", "{\"date\":\"2024-02-20\"}"))
                .isEqualTo("INS-INV-11");
        assertThat(status(register.act(investigation, "registerApplication", "{\"date\":\"2024-02-10\"}")))
                .isEqualTo("APPLIED");

        register.act(investigation, "interview", "{\"date\":\"2024-02-20\",\"participants\":[\"Båda vuxna\"]}");
        assertThat(register.refused(investigation, "beginChecks", "{}")).isEqualTo("INS-INV-12");
        JsonNode second = register.act(investigation, "interview", "{\"date\":\"2024-02-27\"}");
        assertThat(second.path("fields").path("depthInterview1").path("date").asText())
                .isEqualTo("2024-02-20");
        assertThat(second.path("fields").path("depthInterview2").path("date").asText())
                .isEqualTo("2024-02-27");
        assertThat(register.refused(investigation, "interview", "{\"date\":\"2024-02-28\"}"))
                .isEqualTo("INS-INV-12");
        register.act(investigation, "beginChecks", "{}");
        assertThat(register.refused(
                        investigation, "analyse", "{\"text\":\"Lämpligt\",\"participants\":[\"En handläggare\"]}"))
                .isEqualTo("INS-INV-18");
        assertThat(register.refused(investigation, "noteReference", "{\"who\":\"Granne\"}"))
                .isEqualTo("INS-INV-17");
        register.act(investigation, "noteReference", "{\"who\":\"Granne\",\"text\":\"Gott om dem\"}");

        register.put(investigation, "{\"childrenInHome\":1}");
        register.act(
                investigation, "analyse", "{\"text\":\"Lämpligt\",\"participants\":[\"En handläggare\",\"En till\"]}");
        assertThat(register.refused(investigation, "approve", "{\"resultText\":\"Lämpligt\"}"))
                .isEqualTo("INS-BR-33");
        assertThat(missing(investigation))
                .contains("alla frågeområden", "antal barn", "referenser från minst två", "brottsregister")
                .doesNotContain("ansökan", "djupintervjun", "gemensam", "boende");
    }

    @Test
    @Covers({"INV-03", "INV-15", "BR-33", "CON-66", "ROLE-22", "ROLE-28"})
    void aCompleteFosterHomeIsApproved() {
        String investigation = investigationOf("FOSTER_HOME", "", "{}");
        register.act(investigation, "inform", "{\"date\":\"2024-02-01\",\"housing\":\"Villa nära skola\"}");
        register.act(investigation, "registerApplication", "{\"date\":\"2024-02-10\"}");
        register.act(investigation, "interview", "{\"date\":\"2024-02-20\"}");
        register.act(investigation, "interview", "{\"date\":\"2024-02-27\"}");
        register.act(
                investigation,
                "interviewChild",
                "{\"date\":\"2024-02-28\",\"self\":\"Gillar fotboll\",\"parents\":\"Snälla\",\"siblings\":\"Inga\"}");
        register.talk(
                investigation,
                "VIEW_OF_PARENTHOOD",
                "CAPABILITY_AS_PARENT",
                "LOCAL_COMMUNITY_RESOURCES",
                "PLACEMENT_AND_FUTURE");
        register.extracts(investigation);
        register.act(investigation, "noteReference", "{\"text\":\"Gott om dem\"}");
        register.act(investigation, "noteReference", "{\"text\":\"Pålitliga\"}");
        register.act(investigation, "beginChecks", "{}");
        register.put(investigation, "{\"childrenInHome\":2}");
        register.act(investigation, "analyse", "{\"text\":\"Lämpligt\",\"participants\":[\"En\",\"En till\"]}");
        assertThat(missing(investigation)).contains("antal barn").doesNotContain("referenser");

        register.put(investigation, "{\"childrenInHome\":1}");

        JsonNode approved = register.act(investigation, "approve", "{\"resultText\":\"Lämpligt\"}");
        assertThat(status(approved)).isEqualTo("APPROVED");
        assertThat(approved.path("fields")
                        .path("childInterviews")
                        .get(0)
                        .path("self")
                        .asText())
                .isEqualTo("Gillar fotboll");
    }

    @Test
    @Covers({
        "INV-04",
        "BR-34",
        "DOC-INV-FS-01",
        "DOC-INV-FS-02",
        "DOC-INV-FS-03",
        "DOC-INV-FS-04",
        "DOC-INV-FS-05",
        "DOC-INV-FS-06",
        "DOC-ENUM-33",
        "DOC-ENUM-16"
    })
    void aKnownFosterHomeIsInvestigatedInReducedForm() {
        String contractor = register.contractor("FOSTER_HOME", "").path("id").asText();
        String without =
                register.document(contractor, "contractorInvestigation", "{\"variant\":\"FOSTER_HOME_SUPPLEMENTARY\"}");
        assertThat(register.refused(without, "interview", "{\"date\":\"2024-02-08\"}"))
                .isEqualTo("INS-BR-34");
        assertThat(register.refused(without, "inform", "{\"date\":\"2024-02-08\"}"))
                .isEqualTo("INS-INV-04");
        for (String ground : new String[] {"EARLIER_ASSIGNMENT", "OTHER_MUNICIPALITY", "COMPANY"}) {
            String untold =
                    register.document(contractor, "contractorInvestigation", "{\"eligibility\":\"" + ground + "\"}");
            assertThat(register.refused(untold, "interview", "{\"date\":\"2024-02-08\"}"))
                    .as(ground)
                    .isEqualTo("INS-INV-04-GROUND");
        }
        String investigation = register.document(
                contractor,
                "contractorInvestigation",
                "{\"eligibility\":\"OTHER_MUNICIPALITY\",\"earlierInvestigation\":\"Dnr 12\"}");
        assertThat(register.placementWorker
                        .document(investigation)
                        .path("fields")
                        .path("variant")
                        .asText())
                .isEqualTo("FOSTER_HOME_SUPPLEMENTARY");

        JsonNode interviewed =
                register.act(investigation, "interview", "{\"date\":\"2024-02-08\",\"text\":\"Som förut\"}");
        assertThat(interviewed.path("fields").path("supplementaryInterview").asText())
                .isEqualTo("2024-02-08");
        register.act(investigation, "beginChecks", "{}");
        register.act(investigation, "analyse", "{\"text\":\"Lämpligt\"}");
        assertThat(register.refused(investigation, "approve", "{\"resultText\":\"Lämpligt\"}"))
                .isEqualTo("INS-BR-34");
        assertThat(missing(investigation))
                .contains("utdrag", "referenser")
                .doesNotContain("djupintervjun", "hembesök", "ansökan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESIDENTIAL_CARE_HOME", "SUPPORTED_HOUSING"})
    @Covers({
        "INV-06",
        "INV-17",
        "INV-20",
        "BR-32",
        "DOC-INV-HVB-01",
        "DOC-INV-HVB-02",
        "DOC-INV-HVB-03",
        "DOC-INV-HVB-04",
        "DOC-INV-HVB-05",
        "DOC-CHK-03"
    })
    void aHomeWithoutAgreementIsVisitedAndCheckedWithTheInspectorate(String type) {
        String investigation = investigationOf(type, ",\"underMunicipalAgreement\":false", "{}");
        assertThat(register.placementWorker
                        .document(investigation)
                        .path("fields")
                        .path("underMunicipalAgreement")
                        .booleanValue())
                .isFalse();
        register.act(investigation, "inform", "{\"date\":\"2024-02-01\",\"text\":\"Sex platser\"}");
        assertThat(register.refused(investigation, "interview", "{\"date\":\"2024-02-08\"}"))
                .isEqualTo("INS-INV-06");
        register.act(investigation, "beginChecks", "{}");
        register.act(investigation, "analyse", "{\"text\":\"Passar\"}");
        assertThat(register.refused(investigation, "approve", "{\"resultText\":\"Passar\"}"))
                .isEqualTo("INS-BR-32");
        assertThat(missing(investigation))
                .contains("alla frågeområden", "referenser", "kontroll via IVO")
                .doesNotContain("utdrag");
    }

    @Test
    @Covers({"INV-05", "INV-07", "BR-31", "DOC-INV-HVB-05"})
    void aHomeUnderAgreementIsExempt() {
        String agreement = ",\"underMunicipalAgreement\":true,\"municipalAgreementRef\":\"AVTAL-7\","
                + "\"municipalAgreementFrom\":\"2023-01-01\"";
        String contractor = register.contractor("RESIDENTIAL_CARE_HOME", agreement)
                .path("id")
                .asText();
        assertThat(register.read(contractor).path("approval").asText()).isEqualTo("EXEMPT");
        String investigation = register.document(contractor, "contractorInvestigation", "{}");
        assertThat(register.refused(investigation, "inform", "{\"date\":\"2024-02-01\"}"))
                .isEqualTo("INS-BR-31");

        assertThat(status(register.act(investigation, "exempt", "{}"))).isEqualTo("EXEMPT");

        String other = investigationOf("SUPPORTED_HOUSING", ",\"underMunicipalAgreement\":false", "{}");
        assertThat(register.refused(other, "exempt", "{}")).isEqualTo("INS-INV-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATE_INSTITUTION", "SPECIALLY_QUALIFIED_CONTACT_PERSON"})
    @Covers("INV-08")
    void whereNoInvestigationIsDescribedNoneIsNeeded(String type) {
        JsonNode contractor = register.contractor(type, ",\"underMunicipalAgreement\":false");

        assertThat(contractor.path("approval").asText()).isEqualTo("NOT_NEEDED");
    }

    @Test
    @Covers({"INV-23", "DOC-INV-06"})
    void whoIsNotApprovedIsNotAndTheReasonIsWritten() {
        String contractor = register.approvedContactPerson();
        String again = register.document(contractor, "contractorInvestigation", "{}");
        assertThat(register.refused(again, "abandon", "{}")).isEqualTo("INS-INV-23");
        register.act(again, "inform", "{\"date\":\"2024-02-01\"}");
        register.act(again, "interview", "{\"date\":\"2024-02-08\"}");
        register.act(again, "beginChecks", "{}");
        register.act(again, "analyse", "{\"text\":\"Har ändrats\"}");
        assertThat(register.refused(again, "reject", "{}")).isEqualTo("INS-INV-23");

        JsonNode rejected = register.act(again, "reject", "{\"resultText\":\"Inte längre lämplig\"}");

        assertThat(status(rejected)).isEqualTo("NOT_APPROVED");
        assertThat(register.read(contractor).path("approval").asText()).isEqualTo("MISSING");
    }

    @Test
    @Covers("CON-GAP-05")
    void consentToExtractsAndReferencesIsNotedWhereItWasAskedForAndNeededByNothing() {
        String investigation = investigationOf("CONTACT_PERSON", "", "{}");
        register.act(investigation, "inform", "{\"date\":\"2024-01-20\",\"housing\":\"Lägenhet\"}");
        register.act(investigation, "interview", "{\"date\":\"2024-01-27\"}");

        register.act(investigation, "noteReference", "{\"text\":\"Gott\"}");
        JsonNode noted = register.act(
                investigation, "noteReference", "{\"text\":\"Gott igen\",\"consentGiven\":\"2024-01-30\"}");
        JsonNode extract = register.act(
                investigation,
                "noteExtract",
                "{\"register\":\"SOCIAL_REGISTER\",\"requested\":\"2024-02-01\",\"consentGiven\":\"2024-01-31\"}");

        assertThat(noted.at("/fields/references/0/consentGiven").isMissingNode())
                .isTrue();
        assertThat(noted.at("/fields/references/1/consentGiven").asText()).isEqualTo("2024-01-30");
        assertThat(extract.at("/fields/registerExtracts/0/consentGiven").asText())
                .isEqualTo("2024-01-31");
    }

    @Test
    @Covers({"INV-16", "DOC-CHK-04", "RET-16"})
    void ofAnExtractOnlyTheFactTheDayAndTheResultAreKept() {
        String investigation = investigationOf("CONTACT_PERSON", "", "{}");
        assertThat(register.refused(investigation, "noteExtract", "{\"received\":\"2024-02-01\"}"))
                .isEqualTo("INS-INV-16");
        register.act(investigation, "noteExtract", "{\"register\":\"SOCIAL_REGISTER\",\"requested\":\"2024-02-01\"}");
        assertThat(register.refused(
                        investigation, "noteExtract", "{\"register\":\"SOCIAL_REGISTER\",\"received\":\"2024-02-05\"}"))
                .isEqualTo("INS-INV-16");

        JsonNode noted = register.act(
                investigation,
                "noteExtract",
                "{\"register\":\"SOCIAL_REGISTER\",\"received\":\"2024-02-05\",\"extractResult\":\"REMARK\","
                        + "\"extract\":\"Hela utdraget\"}");

        assertThat(noted.path("fields").path("registerExtracts").toString())
                .isEqualTo(
                        "[{\"register\":\"SOCIAL_REGISTER\",\"requested\":\"2024-02-01\",\"received\":\"2024-02-05\","
                                + "\"result\":\"REMARK\"}]");
    }

    @Test
    @Covers({"INV-19", "DOC-INV-04", "DOC-INV-FH-10", "CON-112"})
    void theAbsenceOfTheCaseWorkerIsAWarningAndNeverABlock() {
        JsonNode opened = register.caseWorker.openCase();
        String intervention = opened.path("interventions").get(0).path("id").asText();
        String investigation = investigationOf(
                "FOSTER_HOME",
                "",
                "{\"forIntervention\":\"" + intervention + "\",\"forClient\":\""
                        + opened.path("clientId").asText() + "\"}");
        register.act(investigation, "inform", "{\"date\":\"2024-02-01\",\"housing\":\"Villa\"}");
        register.act(investigation, "registerApplication", "{\"date\":\"2024-02-10\"}");
        register.act(investigation, "interview", "{\"date\":\"2024-02-20\",\"caseWorkerPresent\":true}");
        assertThat(register.placementWorker.document(investigation).path("warnings"))
                .isEmpty();

        JsonNode second = register.act(investigation, "interview", "{\"date\":\"2024-02-27\"}");

        assertThat(second.path("warnings").findValuesAsText("id")).containsExactly("INS-INV-19");
        assertThat(second.path("fields")
                        .path("caseWorkerPresent")
                        .path("depthInterview1")
                        .booleanValue())
                .isTrue();
        assertThat(require(register.caseWorker.http().get(API + "/documents/" + investigation), 200)
                        .path("fields")
                        .path("variant")
                        .asText())
                .isEqualTo("FOSTER_HOME_FULL");
    }

    @Test
    @Covers({"DOC-INV-01", "DOC-INV-04"})
    void theVariantFitsTheContractorAndTheInterventionExists() {
        String contractor = register.contractor("CONTACT_PERSON", "").path("id").asText();
        assertThat(Register.refusal(register.create(
                        register.placementWorker,
                        contractor,
                        "contractorInvestigation",
                        "{\"variant\":\"FOSTER_HOME_FULL\"}")))
                .isEqualTo("INS-DOC-INV-01");
        assertThat(Register.refusal(register.create(
                        register.placementWorker,
                        contractor,
                        "contractorInvestigation",
                        "{\"forIntervention\":\"00000000-0000-0000-0000-000000000000\"}")))
                .isEqualTo("INS-DOC-INV-04");
    }
}

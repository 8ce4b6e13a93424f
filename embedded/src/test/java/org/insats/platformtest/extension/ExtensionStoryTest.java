package org.insats.platformtest.extension;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Role;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Extensions: by decision at the end of the grant, and by the sequence with its three conditions. */
@ExtendWith(Repository.class)
class ExtensionStoryTest {

    @Test
    @Covers({"EXT-06", "BR-13", "EXT-05", "DOC-IVG-05", "DOC-DBA-12", "PRF-35"})
    void aFamilyTherapistIsExtendedStepByStepAndInOrder() {
        Story story = therapist();
        String extension = considered(story, "\"goalsMet\":false,\"needRemains\":true");
        consent(story, extension, "GIVEN");
        String decision = decision(story, "2026-09-02", "2027-03-01");

        assertThat(refusedDecision(story, decision)).isEqualTo("INS-BR-13");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), extension, "investigate", "{}")))
                .isEqualTo("INS-EXT-06");
        investigation(story);
        story.act(story.caseWorker(), extension, "investigate", "{}");
        assertThat(refusedDecision(story, decision)).isEqualTo("INS-BR-13");
        establishNote(story);
        assertThat(refusedDecision(story, decision)).isEqualTo("INS-BR-13");
        basis(story);
        story.act(story.caseWorker(), decision, "decide", "{}");

        assertThat(story.status(extension)).isEqualTo("DECIDED_CONTINUE");
        String investigation = story.documentsOf("investigation").get(0).id();
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), investigation, "close", "{}")))
                .isEqualTo("INS-BR-13");
        story.runJob();
        story.complete(story.caseWorker(), "UPDATE_RESOURCE_DATE", "{}");
        Document prolonged = story.document(extension);
        assertThat(prolonged.properties().toString()).contains("resourceUpdatedOn");
        assertThat(story.interventionProperty(CaseModel.GRANT_PERIODS).toString())
                .contains("resourceUpdatedOn");
        story.act(story.caseWorker(), investigation, "close", "{}");
        assertThat(story.status(extension)).isEqualTo("COMPLETED");
    }

    @Test
    @Covers({"EXT-07", "BR-15", "REV-05"})
    void theSameInterventionGoesOn() {
        Story story = therapist();
        extended(story);

        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("RUNNING");
        assertThat(story.interventionProperty(CaseModel.GRANT_PERIODS).toString())
                .contains("2026-09-01", "2027-03-01");
        assertThat(story.documentsOf("decision").stream().map(decision -> decision.text(
                                QName.createQName("http://insats.org/model/decision/1.0", "decisionType"))
                        .orElse("")))
                .containsExactly("OPEN_INVESTIGATION", "CONTINUED_GRANT");
    }

    @Test
    @Covers({"BR-14", "EXT-05"})
    void withoutConsentOrNeedOrWithGoalsMetItIsNotExtended() {
        for (List<String> failing : List.of(
                List.of("\"goalsMet\":true,\"needRemains\":true", "GIVEN"),
                List.of("\"goalsMet\":false,\"needRemains\":false", "GIVEN"),
                List.of("\"goalsMet\":false,\"needRemains\":true", "REFUSED"))) {
            Story story = therapist();
            String extension = considered(story, failing.get(0));
            consent(story, extension, failing.get(1));
            investigation(story);
            story.act(story.caseWorker(), extension, "investigate", "{}");
            establishNote(story);
            basis(story);

            assertThat(refusedDecision(story, decision(story, "2026-09-02", "2027-03-01")))
                    .as(failing.toString())
                    .isEqualTo("INS-BR-14");
            story.act(story.caseWorker(), extension, "decideNotToExtend", "{\"reason\":\"Villkoren håller inte\"}");
            assertThat(story.status(extension)).isEqualTo("DECIDED_NOT_EXTEND");
        }
    }

    @Test
    @Covers({"EXT-05", "BR-14", "EXT-11"})
    void whereAllThreeHoldItMustBeExtended() {
        Story story = therapist();
        String extension = considered(story, "\"goalsMet\":false,\"needRemains\":true");
        consent(story, extension, "GIVEN");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), extension, "decideNotToExtend", "{}")))
                .isEqualTo("INS-EXT-11");
        assertThat(Story.refusalOf(
                        () -> story.act(story.caseWorker(), extension, "decideNotToExtend", "{\"reason\":\"Annat\"}")))
                .isEqualTo("INS-EXT-05");
    }

    @Test
    @Covers({"EXT-02", "EXT-03", "ORD-98", "CON-93", "FUP-34", "DL-24", "DOC-EXT-04", "DOC-EXT-05"})
    void aContactPersonIsExtendedByDecisionThenCopiesAndANewAgreement() {
        Story story = running("bas-assignments", "CONTACT_PERSON");
        assertThat(story.documentsOf("extension")).isEmpty();
        Story contact = running("malmo-contact", "CONTACT_PERSON");
        contact.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> Story.bean("nodeService", NodeService.class)
                        .setProperty(contact.intervention(), CaseModel.TREATMENT_LEAD, contact.placementWorker())));
        String extension = considered(contact, "\"needRemains\":true");
        String decision = decision(contact, "2026-09-02", "2027-03-01");
        contact.act(contact.caseWorker(), decision, "decide", "{}");
        assertThat(contact.status(extension)).isEqualTo("DECIDED_CONTINUE");

        assertThat(Story.refusalOf(
                        () -> contact.act(contact.caseWorker(), extension, "sendCopy", "{\"personId\":\"okänd\"}")))
                .isEqualTo("INS-RECIPIENT");
        assertThat(Story.refusalOf(
                        () -> contact.act(contact.caseWorker(), extension, "sendCopy", "{\"userName\":\"admin\"}")))
                .isEqualTo("INS-RECIPIENT");
        contact.act(contact.caseWorker(), extension, "sendCopy", "{\"personId\":\"" + contact.guardian() + "\"}");
        assertThat(contact.status(extension)).isEqualTo("DECIDED_CONTINUE");
        assertThat(contact.openDeadline("DL-24").dueDate()).hasToString("Optional[2026-08-13]");
        contact.act(contact.caseWorker(), extension, "sendCopy", "{}");
        assertThat(contact.status(extension)).isEqualTo("COPIES_SENT");
        assertThat(contact.deadlines("DL-24")).singleElement().satisfies(copy -> assertThat(copy.state())
                .hasToString("MET"));
        String copies = contact.document(extension)
                .text(QName.createQName("http://insats.org/model/extension/1.0", "copies"))
                .orElse("");
        assertThat(contact.guardians())
                .allSatisfy(guardian -> assertThat(copies).containsOnlyOnce(guardian));
        assertThat(copies)
                .contains(contact.placementWorker(), "\"date\":\"" + contact.today() + "\"")
                .doesNotContain(contact.client());
        assertThat(Story.refusalOf(() -> contact.act(contact.caseWorker(), extension, "registerAgreement", "{}")))
                .isEqualTo("INS-ROLE");
        contact.as(contact.caseWorker(), () -> {
            Story.bean("insats.caseFileService", CaseFileService.class)
                    .addMember(contact.caseNumber(), contact.placementWorker(), Role.PLACEMENT_WORKER);
        });
        assertThat(Story.refusalOf(() -> contact.act(contact.placementWorker(), extension, "registerAgreement", "{}")))
                .isEqualTo("INS-DOC-EXT-05");
        String copy = contact.create(contact.caseWorker(), "incomingDocument", "{}");
        contact.act(contact.placementWorker(), extension, "registerAgreement", "{\"newAgreement\":\"" + copy + "\"}");

        assertThat(contact.status(extension)).isEqualTo("COMPLETED");
        assertThat(contact.document(extension).text(newAgreementRef())).contains(copy);
        assertThat(contact.interventionProperty(CaseModel.GRANT_PERIODS).toString())
                .contains("copySentOn", "agreementOn");
    }

    private static QName newAgreementRef() {
        return QName.createQName("http://insats.org/model/extension/1.0", "newAgreementRef");
    }

    @Test
    @Covers("EXT-09")
    void aGapOrALateDecisionIsExplained() {
        Story story = running("bas-assignments", "OPEN_CARE");
        String gap = decision(story, "2026-09-10", "2027-03-01");

        assertThat(refusedDecision(story, gap)).isEqualTo("INS-EXT-09");
        story.update(
                story.caseWorker(),
                gap,
                "{\"overrides\":[{\"field\":\"grantFrom\",\"reason\":\"Familjen var bortrest\"}]}");
        story.act(story.caseWorker(), gap, "decide", "{}");
        assertThat(story.status(gap)).isEqualTo("ESTABLISHED");

        Story late = running("bas-assignments", "OPEN_CARE").on("2026-09-05");
        assertThat(refusedDecision(late, decision(late, "2026-09-02", "2027-03-01")))
                .isEqualTo("INS-EXT-09");
    }

    @Test
    @Covers({"EXT-10", "DLF-09"})
    void theEndOfTheNewGrantIsWatchedAfterTheExtension() {
        Story story = running("bas-assignments", "OPEN_CARE");
        assertThat(story.openDeadline("DL-57").dueDate()).hasToString("Optional[2026-09-01]");

        String decision = decision(story, "2026-09-02", "2027-03-01");
        story.act(story.caseWorker(), decision, "decide", "{}");

        assertThat(story.openDeadline("DL-57").dueDate()).hasToString("Optional[2027-03-01]");
    }

    private static void extended(Story story) {
        String extension = considered(story, "\"goalsMet\":false,\"needRemains\":true");
        consent(story, extension, "GIVEN");
        investigation(story);
        story.act(story.caseWorker(), extension, "investigate", "{}");
        establishNote(story);
        basis(story);
        story.act(story.caseWorker(), decision(story, "2026-09-02", "2027-03-01"), "decide", "{}");
    }

    private static String considered(Story story, String fields) {
        return story.create(story.caseWorker(), "extension", "{" + fields + "}");
    }

    private static void consent(Story story, String extension, String answer) {
        for (String guardian : story.family()) {
            if (!guardian.equals(story.client())) {
                story.act(
                        story.caseWorker(),
                        extension,
                        "consent",
                        "{\"personId\":\"%s\",\"capacity\":\"GUARDIAN\",\"answer\":\"%s\"}"
                                .formatted(guardian, answer));
            }
        }
    }

    private static void investigation(Story story) {
        story.openInvestigation(story.caseWorker(), "EXTENSION");
    }

    private static void establishNote(Story story) {
        story.documentsOf("journalNote").stream()
                .filter(note -> note.status().equals("DRAFT"))
                .filter(note -> note.text(CaseModel.NOTE_TYPE)
                        .filter("EXTENSION_INVESTIGATION"::equals)
                        .isPresent())
                .forEach(note -> story.act(story.caseWorker(), note.id(), "establish", "{}"));
    }

    private static void basis(Story story) {
        String basis = story.create(
                story.caseWorker(),
                "decisionBasis",
                """
                {"basisKind":"EXTENSION","analysisAndAssessment":"Målen är inte nådda","centralNeeds":"Stöd",
                 "receptiveness":"God","extensionGrounds":"Alla tre villkoren håller","participation":"Barnet hördes",
                 "alternativesConsidered":"Inga","reasonForChoice":"Samma insats fungerar",
                 "goals":[{"text":"Lugnare vardag","level":"OVERALL"}]}
                """);
        story.act(story.caseWorker(), basis, "establish", "{}");
    }

    private static String decision(Story story, String from, String to) {
        return story.create(
                story.caseWorker(),
                "decision",
                """
                {"decisionType":"CONTINUED_GRANT","legalBasis":"SOL_4_1","grantFrom":"%s","grantTo":"%s",
                 "extendsDecision":"%s"}
                """
                        .formatted(from, to, story.caseFile().getId()));
    }

    private static String refusedDecision(Story story, String decision) {
        return Story.refusalOf(() -> story.act(story.caseWorker(), decision, "decide", "{}"));
    }

    private static Story therapist() {
        return running("malmo-family-therapist", "FAMILY_THERAPIST");
    }

    private static Story running(String profile, String service) {
        return Story.beginningOn("2026-08-10")
                .caseOpened(profile, service)
                .standsGranted("2026-03-02", "2026-09-01", "Skolan fungerar")
                .standsRunning("2026-03-02");
    }
}

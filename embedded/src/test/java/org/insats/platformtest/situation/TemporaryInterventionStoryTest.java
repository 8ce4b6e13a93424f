package org.insats.platformtest.situation;

import static org.assertj.core.api.Assertions.assertThat;

import org.alfresco.service.namespace.QName;
import org.insats.assignment.AssignmentModel;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class TemporaryInterventionStoryTest {

    private static final QName SENT_BY_POST =
            QName.createQName("http://insats.org/model/order/1.0", "assignmentSentByPost");
    private static final String NEED =
            "{\"acuteNeed\":\"Kvällarna i hemmet är ohållbara\",\"focus\":\"Lugna kvällar\"}";

    private final Story story = Story.beginningOn("2026-03-02").caseOpened("motala-srv", "TEMPORARY_INTERVENTION");

    @Test
    @Covers({"TMP-01", "TMP-02", "BR-113", "TMP-05", "RSP-52"})
    void itIsDiscussedOnlyWhileAnInvestigationIsOpenAndWithALeadSocialWorker() {
        String need = story.create(story.caseWorker(), "temporaryIntervention", NEED);
        assertThat(refusedDiscussion(need, story.leadSocialWorker())).isEqualTo("INS-BR-113");
        investigationOpened();
        assertThat(refusedDiscussion(need, story.treatmentLead())).isEqualTo("INS-TMP-02");

        discussed(need);

        assertThat(story.status(need)).isEqualTo("DISCUSSED");
        assertThat(story.deadlines("DL-54")).hasSize(2).allSatisfy(deadline -> assertThat(deadline.dueDate())
                .hasToString("Optional[2026-03-03]"));
        String unclear = story.create(story.caseWorker(), "temporaryIntervention", "{\"acuteNeed\":\"Akut\"}");
        assertThat(refusedDiscussion(unclear, story.leadSocialWorker())).isEqualTo("INS-MANDATORY");
    }

    @Test
    @Covers({"TMP-03", "TMP-04", "BR-113"})
    void itIsGrantedOnlyOnceTheLeadSocialWorkerHasSettledThePriority() {
        investigationOpened();
        String need = story.create(story.caseWorker(), "temporaryIntervention", NEED);
        assertThat(Story.refusalOf(this::granted)).isEqualTo("INS-BR-113");
        discussed(need);
        assertThat(Story.refusalOf(this::granted)).isEqualTo("INS-BR-113");
        assertThat(Story.refusalOf(
                        () -> story.act(story.caseWorker(), need, "prioritise", "{\"text\":\"Först i kön\"}")))
                .isEqualTo("INS-ROLE");

        story.act(story.leadSocialWorker(), need, "prioritise", "{\"text\":\"Börjar på onsdag\"}");
        granted();

        assertThat(story.status(need)).isEqualTo("GRANTED");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("GRANTED");
    }

    @Test
    @Covers({"TMP-04", "TMP-05", "TMP-07", "PLN-09", "DOC-ORD-17", "DOC-ORD-18", "DOC-GAP-07"})
    void itsOrderHasAShortAccountTheDayOfPostingAndConsentAndNoAssignmentAttached() {
        String need = prioritisedAndGranted();
        String order = story.create(story.caseWorker(), "order", "{\"orderKind\":\"TEMPORARY\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), order, "send", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(
                story.caseWorker(),
                order,
                "{\"shortAccount\":\"Stöd tre kvällar i veckan\",\"assignmentSentByPost\":\"2026-03-02\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), order, "send", "{}")))
                .isEqualTo("INS-TMP-07");

        consented(need);
        story.act(story.caseWorker(), order, "send", "{}");

        assertThat(story.status(need)).isEqualTo("ORDERED");
        assertThat(story.document(order).date(SENT_BY_POST)).hasToString("Optional[2026-03-02]");
    }

    @Test
    @Covers({"CON-GAP-10", "TMP-07"})
    void theSimplerProcessAsksForTheSameConsentUnlessAReasonIsWritten() {
        String need = prioritisedAndGranted();
        String order = story.create(
                story.caseWorker(),
                "order",
                "{\"shortAccount\":\"Stöd tre kvällar\",\"assignmentSentByPost\":\"2026-03-02\"}");
        answered(need, story.guardians().get(0), "GIVEN");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), order, "send", "{}")))
                .as("one of two guardians")
                .isEqualTo("INS-TMP-07");
        answered(need, story.guardians().get(1), "REFUSED");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), order, "send", "{}")))
                .as("a refusal is no consent")
                .isEqualTo("INS-TMP-07");

        story.update(
                story.caseWorker(),
                order,
                "{\"overrides\":[{\"field\":\"consent\",\"reason\":\"Den andra vårdnadshavaren nås inte\"}]}");
        story.act(story.caseWorker(), order, "send", "{}");

        assertThat(story.status(need)).isEqualTo("ORDERED");
    }

    @Test
    @Covers({"TMP-06", "DL-41"})
    void itsGrantDoesNotOutliveTheInvestigation() {
        String investigation = investigationOpened();
        String need = running();
        assertThat(story.status(need)).isEqualTo("RUNNING");
        story.on("2026-04-20");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), investigation, "close", "{}")))
                .isEqualTo("INS-TMP-06");
        assertThat(story.status(investigation)).isEqualTo("ESTABLISHED");
        String ending = story.endedByCaseWorker();
        story.act(story.caseWorker(), investigation, "close", "{}");
        assertThat(story.deadlines("DL-41"))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));
        story.act(story.treatmentLead(), ending, "finishDocumentation", "{}");
        story.act(story.unitManager(), ending, "close", "{}");
        assertThat(story.status(need)).isEqualTo("ENDED");
    }

    @Test
    @Covers({"TMP-06", "DL-41"})
    void itEndsAtTheLatestWhenTheInvestigationCloses() {
        String investigation = investigationOpened();
        running();
        story.on("2026-06-01").act(story.caseWorker(), investigation, "close", "{}");
        assertThat(story.openDeadline("DL-41").dueDate()).hasToString("Optional[2026-06-01]");
        story.endedByCaseWorker();
        assertThat(story.deadlines("DL-41"))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));
    }

    @Test
    @Covers({"TMP-06", "BR-113"})
    void itIsNotGrantedOnceTheInvestigationIsClosed() {
        String investigation = investigationOpened();
        String need = story.create(story.caseWorker(), "temporaryIntervention", NEED);
        discussed(need);
        story.act(story.leadSocialWorker(), need, "prioritise", "{\"text\":\"Börjar på onsdag\"}");
        story.act(story.caseWorker(), investigation, "close", "{}");
        assertThat(Story.refusalOf(this::granted)).isEqualTo("INS-BR-113");
    }

    @Test
    @Covers({"PLN-09", "TMP-04", "CON-87"})
    void theAssignmentThatIsDrawnUpGoesOutByPostOnTheDayOfTheOrder() {
        String need = prioritisedAndGranted();
        consented(need);
        String assignment = story.create(story.caseWorker(), "assignment", "{\"needs\":\"Lugna kvällar\"}");
        String order = story.create(
                story.caseWorker(),
                "order",
                "{\"shortAccount\":\"Stöd tre kvällar\",\"assignmentSentByPost\":\"2026-03-02\"}");
        story.on("2026-03-03").act(story.caseWorker(), order, "send", "{}");
        Document posted = story.document(assignment);
        assertThat(posted.status()).isEqualTo("ISSUED");
        assertThat(posted.date(AssignmentModel.ISSUED_DATE)).hasToString("Optional[2026-03-02]");
        assertThat(posted.text(AssignmentModel.SENT_CHANNEL)).contains("POST");
        assertThat(story.interventionProperty(CaseModel.CURRENT_ASSIGNMENT)).isEqualTo(assignment);
    }

    @Test
    @Covers({"PLN-09", "TMP-05", "CON-72"})
    void anAssignmentDrawnUpAfterTheOrderIsPostedByItself() {
        String need = prioritisedAndGranted();
        consented(need);
        String order = story.create(
                story.caseWorker(),
                "order",
                "{\"shortAccount\":\"Stöd tre kvällar\",\"assignmentSentByPost\":\"2026-03-02\"}");
        assertThat(story.warnings(order)).contains("PLN-09");
        story.act(story.caseWorker(), order, "send", "{}");
        String assignment = story.create(story.caseWorker(), "assignment", "{}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), assignment, "sendByPost", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), assignment, "{\"needs\":\"Lugna kvällar\"}");
        story.protect(story.client());
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), assignment, "sendByPost", "{}")))
                .isEqualTo("INS-CON-72");
        story.act(story.caseWorker(), assignment, "sendByPost", "{\"confirmProtected\":true}");
        assertThat(story.status(assignment)).isEqualTo("ISSUED");
        assertThat(story.as(story.unitManager(), () -> story.read(assignment))).isEqualTo("ISSUED");

        Story ordinary = Story.beginningOn("2026-03-02").caseOpened();
        String other = ordinary.create(ordinary.caseWorker(), "assignment", "{\"needs\":\"Stöd\"}");
        assertThat(Story.refusalOf(() -> ordinary.act(ordinary.caseWorker(), other, "sendByPost", "{}")))
                .isEqualTo("INS-STATE");
    }

    @Test
    @Covers({"TMP-06", "DOC-ENUM-10"})
    void anOrdinaryDecisionConvertsIt() {
        investigationOpened();
        String need = running();

        String decision = story.create(
                story.followUpWorker(),
                "decision",
                """
                {"decisionType":"GRANT","legalBasis":"SOL","interventionType":"OPEN_CARE","grantFrom":"2026-04-01",
                 "grantTo":"2026-12-31"}
                """);
        story.on("2026-03-30").act(story.followUpWorker(), decision, "decide", "{}");

        assertThat(story.status(need)).isEqualTo("CONVERTED");
        assertThat(story.interventionProperty(CaseModel.SERVICE)).isEqualTo("OPEN_CARE");
        assertThat(story.openDeadline("DL-15").dueDate()).hasToString("Optional[2026-09-02]");
    }

    @Test
    @Covers({"PRF-41", "BR-113"})
    void aRoutineWithoutItDoesNotOfferIt() {
        Story other = Story.beginningOn("2026-03-02").caseOpened("malmo-contact", "CONTACT_PERSON");
        String need = other.create(other.caseWorker(), "temporaryIntervention", NEED);

        assertThat(Story.refusalOf(() -> other.act(
                        other.caseWorker(),
                        need,
                        "discuss",
                        "{\"leadSocialWorker\":\"" + other.leadSocialWorker() + "\"}")))
                .isEqualTo("INS-PRF-41");
    }

    private String refusedDiscussion(String need, String with) {
        return Story.refusalOf(
                () -> story.act(story.caseWorker(), need, "discuss", "{\"leadSocialWorker\":\"" + with + "\"}"));
    }

    private void discussed(String need) {
        story.act(
                story.caseWorker(),
                need,
                "discuss",
                "{\"leadSocialWorker\":\"%s\",\"text\":\"Akut\"}".formatted(story.leadSocialWorker()));
    }

    private String investigationOpened() {
        return story.openInvestigation(story.caseWorker(), "OTHER");
    }

    private Document granted() {
        String decision = story.create(
                story.caseWorker(),
                "decision",
                """
                {"decisionType":"TEMPORARY","legalBasis":"SOL","grantFrom":"2026-03-02","grantTo":"2026-05-31"}
                """);
        return story.act(story.caseWorker(), decision, "decide", "{}");
    }

    private String prioritisedAndGranted() {
        if (story.documentsOf("investigation").isEmpty()) {
            investigationOpened();
        }
        String need = story.create(story.caseWorker(), "temporaryIntervention", NEED);
        discussed(need);
        story.act(story.leadSocialWorker(), need, "prioritise", "{\"text\":\"Börjar på onsdag\"}");
        granted();
        return need;
    }

    private void consented(String need) {
        story.guardians().forEach(guardian -> answered(need, guardian, "GIVEN"));
    }

    private void answered(String need, String guardian, String answer) {
        story.act(
                story.caseWorker(),
                need,
                "consent",
                "{\"personId\":\"%s\",\"capacity\":\"GUARDIAN\",\"answer\":\"%s\",\"form\":\"ORAL\"}"
                        .formatted(guardian, answer));
    }

    private String running() {
        String need = prioritisedAndGranted();
        consented(need);
        String order = story.create(
                story.caseWorker(),
                "order",
                """
                {"orderKind":"TEMPORARY","shortAccount":"Stöd tre kvällar","assignmentSentByPost":"2026-03-02"}
                """);
        story.act(story.caseWorker(), order, "send", "{}");
        story.act(story.unitManager(), order, "allocate", "{\"userName\":\"" + story.treatmentLead() + "\"}");
        story.started();
        return need;
    }
}

package org.insats.platformtest.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The assignment where it is the intake document itself, its revision, and where there is none of its own. */
@ExtendWith(Repository.class)
class IntakeAssignmentTest {

    private static final String REST =
            """
            {"followUpForms":"Möte var sjätte månad","informationAtEnding":"Vad som hjälpt",
             "otherBodiesInterventions":"Inga","sipNeed":false}
            """;

    @Test
    @Covers({
        "PLN-01",
        "PLN-05",
        "PLN-06",
        "BR-50",
        "DOC-ASG-01",
        "DOC-ASG-03",
        "DOC-ASG-06",
        "DOC-ASG-08",
        "DOC-ASG-09",
        "DOC-ASG-19",
        "DOC-ASG-22",
        "DOC-GOA-R4",
        "DOC-GOA-R5",
        "ROLE-31"
    })
    void assessmentNeedsAndGoalsAreCopiedFromTheBasisAndNotRewritten() {
        Story story = granted();
        String assignment = story.create(story.caseWorker(), "assignment", REST);

        Document draft = story.document(assignment);
        assertThat(draft.text(field("committeeAssessment"))).contains("Bedömning");
        assertThat(draft.text(field("needs"))).contains("Behov");
        assertThat(draft.text(field("receptiveness"))).contains("God");
        assertThat(draft.text(field("performer"))).contains(story.performerUnit());
        assertThat(draft.text(field("basedOn"))).isPresent();
        assertThat(draft.text(field("parents")).orElse("")).contains(story.guardian());
        assertThat(draft.text(CaseModel.GOALS).orElse(""))
                .contains("Ett eget intresse")
                .contains("goalId");
        assertThat(Story.refusalOf(() ->
                        story.update(story.caseWorker(), assignment, "{\"committeeAssessment\":\"Något annat\"}")))
                .isEqualTo("INS-PLN-05");
        String reworded = draft.text(CaseModel.GOALS).orElseThrow().replace("Ett eget intresse", "Ett annat mål");
        assertThat(Story.refusalOf(() -> story.update(story.caseWorker(), assignment, "{\"goals\":" + reworded + "}")))
                .isEqualTo("INS-BR-50");
    }

    @Test
    @Covers({"PLN-04", "BR-57", "DOC-PER-02", "DOC-PER-03", "CON-70", "CON-73", "DOC-ASG-04", "DOC-ASG-05", "ORD-44"})
    void anAssignmentIsNotSentBeforeItIsWhole() {
        Story story = granted();
        String bare = story.create(story.caseWorker(), "assignment", "{}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), bare, "send", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), bare, REST);
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), bare, "send", "{}")))
                .isEqualTo("INS-BR-57");
        story.personsWhole();

        story.act(story.caseWorker(), bare, "send", "{}");

        Document sent = story.document(bare);
        assertThat(sent.status()).isEqualTo("ISSUED");
        assertThat(sent.text(field("personNeeds")).orElse("")).contains("contactDetailsStated");
        assertThat(sent.isFilled(CaseModel.RECORD_HASH)).isTrue();
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ORDERED");
        assertThat(story.interventionProperty(CaseModel.CURRENT_ASSIGNMENT)).isEqualTo(bare);
    }

    @Test
    @Covers({"DOC-GOA-03", "PLN-02"})
    void everyGoalOfTheAssignmentHasItsSideOfTheTriangle() {
        Story story = granted().personsWhole();
        String assignment = story.create(story.caseWorker(), "assignment", REST);
        String goals = story.document(assignment).text(CaseModel.GOALS).orElseThrow();
        story.update(
                story.caseWorker(),
                assignment,
                "{\"goals\":" + goals.substring(0, goals.length() - 1) + ",{\"text\":\"Nytt\",\"level\":\"GOAL\"}]}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), assignment, "send", "{}")))
                .isEqualTo("INS-DOC-GOA-03");
    }

    @Test
    @Covers({"PRF-04", "ORD-44"})
    void theDecisionComesBeforeTheAssignment() {
        Story story = Story.beginningOn("2026-03-09")
                .caseOpened("bas-assignments", "OPEN_CARE")
                .basisEstablished()
                .personsWhole();
        String assignment = story.create(story.caseWorker(), "assignment", REST);

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), assignment, "send", "{}")))
                .isEqualTo("INS-PRF-04");
    }

    @Test
    @Covers({"ORD-12", "ORD-52", "DOC-ASG-20", "DOC-ASG-21", "DL-36", "PRF-06"})
    void theManagerNamesATherapistBeforeTheStart() {
        Story story = granted().personsWhole();
        String assignment = sent(story);
        assertThat(story.deadlines("DL-36")).isEmpty();
        assertThat(Story.refusalOf(
                        () -> story.act(story.unitManager(), assignment, "allocate", "{\"userName\":\"ingen\"}")))
                .isEqualTo("INS-DOC-ASG-21");

        story.act(story.unitManager(), assignment, "allocate", "{\"userName\":\"" + story.treatmentLead() + "\"}");

        assertThat(story.document(assignment).text(field("allocatedPerformer"))).contains(story.treatmentLead());
        assertThat(story.interventionProperty(CaseModel.TREATMENT_LEAD)).isEqualTo(story.treatmentLead());
        assertThat(story.as(story.treatmentLead(), () -> story.read(assignment)))
                .isEqualTo("ISSUED");
        assertThat(story.openDeadline("DL-36").dueDate()).hasToString("Optional[2026-03-23]");
    }

    @Test
    @Covers({"ORD-58", "ORD-73", "ORD-74", "PRF-51"})
    void theManagerDeclinesAnAssignmentInWriting() {
        Story story = granted().personsWhole();
        String assignment = sent(story);
        assertThat(Story.refusalOf(() -> story.act(story.unitManager(), assignment, "decline", "{}")))
                .isEqualTo("INS-BR-18");

        story.act(story.unitManager(), assignment, "decline", "{\"reason\":\"Ingen ledig\"}");

        assertThat(story.status(assignment)).isEqualTo("CLOSED");
        assertThat(story.documentsOf("decline")).hasSize(1);
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("DECLINED");
    }

    @Test
    @Covers("ORD-74")
    void afterADeclineTheCaseWorkerIsAskedWhatComesOfIt() {
        Story story = granted().personsWhole();
        String assignment = sent(story);
        assertThat(story.openChoices(story.caseWorker())).isEmpty();
        story.act(story.unitManager(), assignment, "decline", "{\"reason\":\"Ingen ledig\"}");
        assertThat(story.openChoices(story.caseWorker())).containsExactly(assignment);
        assertThat(story.actsOf(story.caseWorker())).contains("CHOOSE_NEXT");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), assignment, "chooseNext", "{}")))
                .isEqualTo("INS-ORD-74");

        story.complete(story.caseWorker(), "CHOOSE_NEXT", "{\"choice\":\"NEW_ORDER\"}");

        assertThat(story.openChoices(story.caseWorker())).isEmpty();
        assertThat(story.actsOf(story.caseWorker())).doesNotContain("CHOOSE_NEXT");
        assertThat(Story.refusalOf(
                        () -> story.act(story.caseWorker(), assignment, "chooseNext", "{\"choice\":\"END\"}")))
                .isEqualTo("INS-STATE");
        assertThat(story.documentsOf("assignment")).hasSize(2);
        Document again = story.documentsOf("assignment").get(1);
        assertThat(again.status()).isEqualTo("DRAFT");
        assertThat(again.text(field("needs")))
                .isEqualTo(story.document(assignment).text(field("needs")));
        assertThat(again.isFilled(CaseModel.REVISED_FROM)).isFalse();
        story.act(story.caseWorker(), again.id(), "send", "{}");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ORDERED");
    }

    @Test
    @Covers({"PLN-10", "DOC-ASG-23", "DOC-ENUM-34", "BR-111"})
    void aRevisionIsANewAssignmentWithItsReasonAndReplacesTheOldOne() {
        Story story = granted().personsWhole();
        String assignment = sent(story);
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), assignment, "revise", "{}")))
                .isEqualTo("INS-PLN-10");

        story.act(story.caseWorker(), assignment, "revise", "{\"reason\":\"Mål återstår\"}");
        Document revision = story.documentsOf("assignment").get(1);
        assertThat(story.interventionProperty(CaseModel.CURRENT_ASSIGNMENT)).isEqualTo(assignment);
        assertThat(Story.refusalOf(
                        () -> story.act(story.caseWorker(), assignment, "revise", "{\"reason\":\"En gång till\"}")))
                .isEqualTo("INS-PLN-10");
        story.update(story.caseWorker(), revision.id(), "{\"needs\":\"Behov som återstår\"}");
        story.act(story.caseWorker(), revision.id(), "send", "{}");

        assertThat(story.status(revision.id())).isEqualTo("REVISED");
        assertThat(story.status(assignment)).isEqualTo("REPLACED");
        assertThat(story.document(assignment).text(field("needs"))).contains("Behov");
        assertThat(story.document(revision.id()).text(CaseModel.REVISION_REASON))
                .contains("Mål återstår");
        assertThat(story.interventionProperty(CaseModel.CURRENT_ASSIGNMENT)).isEqualTo(revision.id());
    }

    @Test
    @Covers({"PLN-10", "PLN-03"})
    void inOpenCareARevisionIsCommunicatedAndConsentedToAgain() {
        Story story = Story.beginningOn("2026-03-09").running();
        String assignment = story.documentsOf("assignment").get(0).id();
        story.act(story.followUpWorker(), assignment, "revise", "{\"reason\":\"Behoven har ändrats\"}");
        String revision = story.documentsOf("assignment").get(1).id();
        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), revision, "issue", "{}")))
                .isEqualTo("INS-STATE");
        story.act(story.followUpWorker(), revision, "communicate", "{}");
        story.act(
                story.followUpWorker(),
                revision,
                "consent",
                "{\"personId\":\"" + story.guardian() + "\",\"capacity\":\"GUARDIAN\",\"answer\":\"GIVEN\"}");

        story.act(story.followUpWorker(), revision, "issue", "{}");

        assertThat(story.status(revision)).isEqualTo("REVISED");
        assertThat(story.status(assignment)).isEqualTo("REPLACED");
    }

    @Test
    @Covers("CON-GAP-03")
    void consentIsNotApplicableUnderCompulsoryCareAndOnlyThere() {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        String assignment = story.create(
                story.caseWorker(),
                "assignment",
                """
                {"needs":"Behov","followUpForms":"Möten","goals":[{"text":"Vardagen fungerar","level":"GOAL"}]}
                """);
        story.act(story.caseWorker(), assignment, "communicate", "{}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), assignment, "waiveConsent", "{}")))
                .isEqualTo("INS-CON-02");
        story.act(story.caseWorker(), assignment, "waiveConsent", "{\"reason\":\"Insatsen ges enligt LVU\"}");
        story.granted("2026-03-09", "2026-09-08");
        String order = story.create(story.caseWorker(), "order", "{}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), order, "send", "{}")))
                .isEqualTo("INS-BR-06");

        String decision = story.create(
                story.caseWorker(),
                "decision",
                """
                {"decisionType":"GRANT","legalBasis":"LVU","grantFrom":"2026-03-09","grantTo":"2026-09-08"}
                """);
        story.act(story.caseWorker(), decision, "decide", "{}");
        story.act(story.caseWorker(), order, "send", "{}");

        assertThat(story.status(order)).isEqualTo("RECEIVED");
        assertThat(story.status(assignment)).isEqualTo("ISSUED");
    }

    @Test
    @Covers({"PLN-07", "PRF-17"})
    void whereThePlanHoldsTheAssignmentThereIsNoneOfItsOwn() {
        Story story = Story.beginningOn("2026-03-09").caseOpened("malmo-contact", "CONTACT_PERSON");

        assertThat(Story.refusalOf(() -> story.create(story.caseWorker(), "assignment", REST)))
                .isEqualTo("INS-PLN-07");
    }

    private static Story granted() {
        return Story.beginningOn("2026-03-09")
                .caseOpened("bas-assignments", "OPEN_CARE")
                .basisEstablished()
                .granted("2026-03-09", "2027-03-08");
    }

    private static String sent(Story story) {
        String assignment = story.create(story.caseWorker(), "assignment", REST);
        story.act(story.caseWorker(), assignment, "send", "{}");
        return assignment;
    }

    private static QName field(String name) {
        return QName.createQName("http://insats.org/model/assignment/1.0", name);
    }
}

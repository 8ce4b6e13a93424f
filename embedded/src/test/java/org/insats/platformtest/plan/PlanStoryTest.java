package org.insats.platformtest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class PlanStoryTest {

    @Test
    @Covers({"PLN-21", "DOC-IMP-03", "DOC-IMP-09", "DOC-GOA-05"})
    void theTreatmentLeadEstablishesAPlanWithTheGoalsOfTheAssignment() {
        Story story = Story.beginningOn("2026-06-01").running();

        Document plan = story.document(established(story));

        assertThat(plan.status()).isEqualTo("ESTABLISHED");
        assertThat(plan.text(CaseModel.GOALS).orElseThrow()).contains("Vardagen fungerar");
        assertThat(story.interventionProperty(CaseModel.CURRENT_PLAN)).isEqualTo(plan.id());
    }

    @Test
    @Covers({"BR-58", "DOC-IMP-10", "PLN-32"})
    void howChildAndParentsTookPartIsWrittenOrAReasonWhyNot() {
        Story story = Story.beginningOn("2026-06-01").running();
        String plan = draft(story, "");

        assertThat(Story.refusalOf(() -> story.act(story.treatmentLead(), plan, "establish", "{}")))
                .startsWith("INS-");
        story.update(
                story.treatmentLead(),
                plan,
                "{\"overrides\":[{\"field\":\"participation\",\"reason\":\"Beskrivs i journalen\"}]}");
        story.act(story.treatmentLead(), plan, "establish", "{}");

        assertThat(story.status(plan)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"BR-50", "DOC-GOA-05"})
    void goalsThatWereCarriedOverAreNotReworded() {
        Story story = Story.beginningOn("2026-06-01").running();
        String plan = draft(story, ",\"participation\":\"Deltog\"");

        assertThat(Story.refusalOf(
                        () -> story.update(story.treatmentLead(), plan, "{\"goals\":[{\"text\":\"Något annat\"}]}")))
                .startsWith("INS-");
        assertThat(story.document(plan).text(CaseModel.GOALS).orElseThrow()).contains("Vardagen fungerar");
    }

    @Test
    @Covers({"PLN-33", "DOC-IMP-OC-06", "ORD-95"})
    void aCopyGoesToTheResponsibleCaseWorker() {
        Story story = Story.beginningOn("2026-06-01").running();
        String plan = established(story);

        story.on("2026-06-03").act(story.treatmentLead(), plan, "sendCopy", "{}");

        assertThat(story.document(plan).properties().toString()).contains("copySent");
        assertThat(story.as(story.followUpWorker(), () -> story.read(plan))).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"REV-01", "REV-06", "DOC-IMP-14", "BR-111"})
    void aRevisionIsANewPlanThatReplacesTheOldOneOnceEstablished() {
        Story story = Story.beginningOn("2026-06-01").running();
        String first = established(story);
        assertThat(Story.refusalOf(() -> story.act(story.treatmentLead(), first, "revise", "{}")))
                .isEqualTo("INS-REV-01");

        story.act(story.treatmentLead(), first, "revise", "{\"reason\":\"Nya delmål\"}");
        String second = story.documentsOf("implementationPlan").stream()
                .map(Document::id)
                .filter(id -> !id.equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(story.status(first)).isEqualTo("ESTABLISHED");
        assertThat(Story.refusalOf(() -> story.act(story.treatmentLead(), second, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.treatmentLead(), second, "{\"participation\":\"Barnet och vårdnadshavaren deltog\"}");
        story.act(story.treatmentLead(), second, "establish", "{}");

        assertThat(story.status(first)).isEqualTo("REPLACED");
        assertThat(story.status(second)).isEqualTo("ESTABLISHED");
        assertThat(story.interventionProperty(CaseModel.CURRENT_PLAN)).isEqualTo(second);
    }

    @Test
    @Covers("DOC-IMP-15")
    void aPlanOutForSignatureIsATaskUntilTheSignedCopyComesBack() {
        Story story = Story.beginningOn("2026-06-01").running();
        String plan = established(story);

        story.act(story.treatmentLead(), plan, "requestSignature", "{}");
        assertThat(story.actsOf(story.treatmentLead())).contains("AWAIT_SIGNED_COPY");

        story.on("2026-06-10").act(story.treatmentLead(), plan, "registerSignedCopy", "{}");
        assertThat(story.status(plan)).isEqualTo("SIGNED");
        assertThat(story.actsOf(story.treatmentLead())).doesNotContain("AWAIT_SIGNED_COPY");
    }

    @Test
    @Covers("DOC-IMP-15")
    void completingTheTaskRegistersTheSignedCopy() {
        Story story = Story.beginningOn("2026-06-01").running();
        String plan = established(story);
        story.act(story.treatmentLead(), plan, "requestSignature", "{}");

        story.on("2026-06-10").complete(story.treatmentLead(), "AWAIT_SIGNED_COPY", "{\"signedDate\":\"2026-06-09\"}");

        assertThat(story.status(plan)).isEqualTo("SIGNED");
        assertThat(story.actsOf(story.treatmentLead())).doesNotContain("AWAIT_SIGNED_COPY");
    }

    @Test
    @Covers({"PLN-21", "DOC-IMP-OC-01"})
    void aCaseWorkerDoesNotWriteThePlanOfOpenCare() {
        Story story = Story.beginningOn("2026-06-01").running();

        assertThat(Story.refusalOf(() -> story.create(story.followUpWorker(), "implementationPlan", "{}")))
                .startsWith("INS-");
    }

    private static String established(Story story) {
        String plan = draft(story, ",\"participation\":\"Barnet och vårdnadshavaren deltog\"");
        story.act(story.treatmentLead(), plan, "establish", "{}");
        return plan;
    }

    private static String draft(Story story, String more) {
        return story.create(
                story.treatmentLead(),
                "implementationPlan",
                """
                {"goalsAndPurpose":"Vardagen ska fungera","interventionContent":"Samtal i hemmet",
                 "responsibilityDivision":"Behandlaren leder","followUpMethod":"Möte var sjätte månad",
                 "preparedWith":["%s"]%s}
                """
                        .formatted(story.guardian(), more));
    }
}

package org.insats.platformtest.routine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insats.casefile.CaseModel;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.platformtest.story.Variant;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What differs between the routines of care is data: the same act under another setting has another outcome (6.2). */
@ExtendWith(Repository.class)
class SettingsOfCareStoryTest {

    private static final String HELD =
            "{\"needsPresented\":\"Behov\",\"methodsPresented\":\"Samtal\",\"roleAgreement\":\"Roller\",\"participants\":%s%s}";

    @Test
    @Covers({"PRF-22", "STA-20", "STA-21", "CON-50"})
    void theStartUpIsConvenedByWhomTheRoutineNames() {
        Story story = allocated("motala-srv");
        String meeting = story.create(story.treatmentLead(), "meeting", "{}");
        story.act(story.treatmentLead(), meeting, "book", "{\"date\":\"2026-06-08\"}");
        assertThat(convener(story, meeting)).isEqualTo(story.caseWorker());
        String other = story.create(story.treatmentLead(), "meeting", "{}");
        assertThat(Story.refusalOf(() -> story.act(
                        story.treatmentLead(),
                        other,
                        "book",
                        "{\"date\":\"2026-06-08\",\"convener\":\"" + story.treatmentLead() + "\"}")))
                .isEqualTo("INS-PRF-22");

        Story elsewhere = allocated(variant("motala-srv", "PRF-22", "\"TREATMENT_LEAD\""));
        String theirs = elsewhere.create(elsewhere.treatmentLead(), "meeting", "{}");
        elsewhere.act(elsewhere.treatmentLead(), theirs, "book", "{\"date\":\"2026-06-08\"}");
        assertThat(convener(elsewhere, theirs)).isEqualTo(elsewhere.treatmentLead());
    }

    @Test
    @Covers({"PRF-23", "STA-25"})
    void executionIsRegisteredByWhomTheRoutineNames() {
        Story story = allocated("motala-srv");
        String meeting = story.startUpHeld();
        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), meeting, "execute", "{}")))
                .isEqualTo("INS-ROLE");
        story.act(story.unitManager(), meeting, "execute", "{}");

        Story elsewhere = allocated(variant("motala-srv", "PRF-23", "{\"by\":[\"CASE_WORKER\"]}"));
        String theirs = elsewhere.startUpHeld();
        assertThat(Story.refusalOf(() -> elsewhere.act(elsewhere.unitManager(), theirs, "execute", "{}")))
                .isEqualTo("INS-ROLE");
        elsewhere.act(elsewhere.followUpWorker(), theirs, "execute", "{}");
        assertThat(elsewhere.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("RUNNING");
    }

    @Test
    @Covers({"PRF-24", "STA-22", "BR-63"})
    void theCaseIsHandedOverAtTheStartUpWhereTheRoutineSaysSo() {
        Story story = allocated("motala-srv");
        String meeting = booked(story);
        assertThat(Story.refusalOf(() -> hold(story, meeting))).isEqualTo("INS-MANDATORY");

        Story elsewhere = allocated(variant("motala-srv", "PRF-24", "false"));
        String theirs = booked(elsewhere);
        hold(elsewhere, theirs);
        assertThat(elsewhere.status(theirs)).isEqualTo("HELD");
    }

    @Test
    @Covers({"PRF-26", "EXT-03", "BR-39"})
    void theNewAgreementIsDrawnUpByWhomTheRoutineNames() {
        Story story = copied("malmo-contact");
        String extension = story.documentsOf("extension").get(0).id();
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), extension, "registerAgreement", "{}")))
                .isEqualTo("INS-ROLE");

        Story elsewhere =
                copied(variant("malmo-contact", "PRF-26", "{\"by\":\"CASE_WORKER\",\"renewedAtExtension\":true}"));
        String theirs = elsewhere.documentsOf("extension").get(0).id();
        String copy = elsewhere.create(elsewhere.caseWorker(), "incomingDocument", "{}");
        elsewhere.act(elsewhere.caseWorker(), theirs, "registerAgreement", "{\"newAgreement\":\"" + copy + "\"}");
        assertThat(elsewhere.status(theirs)).isEqualTo("COMPLETED");
    }

    @Test
    @Covers({"PRF-33", "REV-01"})
    void aPlanIsRevisedByWhomTheRoutineNames() {
        Story story = planned("motala-srv");
        String plan = story.documentsOf("implementationPlan").get(0).id();
        assertThat(Story.refusalOf(
                        () -> story.act(story.followUpWorker(), plan, "revise", "{\"reason\":\"Nya tider\"}")))
                .isEqualTo("INS-ROLE");
        story.act(story.treatmentLead(), plan, "revise", "{\"reason\":\"Nya tider\"}");
        assertThat(story.documentsOf("implementationPlan")).hasSize(2);

        Story elsewhere = planned(variant("motala-srv", "PRF-33", "{\"plan\":\"CASE_WORKER\"}"));
        String theirs = elsewhere.documentsOf("implementationPlan").get(0).id();
        assertThat(Story.refusalOf(
                        () -> elsewhere.act(elsewhere.treatmentLead(), theirs, "revise", "{\"reason\":\"Nya tider\"}")))
                .isEqualTo("INS-ROLE");
        elsewhere.act(elsewhere.followUpWorker(), theirs, "revise", "{\"reason\":\"Nya tider\"}");
        assertThat(elsewhere.documentsOf("implementationPlan")).hasSize(2);
    }

    @Test
    @Covers({"PRF-42", "FUP-05", "FUP-07", "CON-103"})
    void howOneCoordinatesAndWhoInformsWhomIsTheRoutines() {
        Story open = allocated("motala-srv");
        String duty = open.create(open.caseWorker(), "coordination", "{}");
        open.act(open.caseWorker(), duty, "share", "{\"text\":\"Skolan har hört av sig\"}");

        Story contact = Story.beginningOn("2026-06-01").caseOpened("malmo-contact", "CONTACT_PERSON");
        String none = contact.create(contact.caseWorker(), "coordination", "{}");
        assertThat(Story.refusalOf(() -> contact.act(contact.caseWorker(), none, "share", "{\"text\":\"Skolan\"}")))
                .isEqualTo("INS-PRF-42");
        contact.create(contact.caseWorker(), "cooperation", "{\"cooperationKind\":\"NETWORK_MEETING\"}");

        Story elsewhere = Story.beginningOn("2026-06-01")
                .caseOpened(variant("malmo-contact", "PRF-42", "[\"SIP\"]"), "CONTACT_PERSON");
        assertThat(Story.refusalOf(() -> elsewhere.create(
                        elsewhere.caseWorker(), "cooperation", "{\"cooperationKind\":\"NETWORK_MEETING\"}")))
                .isEqualTo("INS-PRF-42");
        elsewhere.create(elsewhere.caseWorker(), "cooperation", "{\"cooperationKind\":\"SIP\"}");
    }

    private static String variant(String of, String setting, String value) {
        return Variant.with(Story.beginningOn("2026-06-01"), of, setting, value);
    }

    private static Story allocated(String profile) {
        return Story.beginningOn("2026-06-01")
                .byRoutine(profile)
                .caseOpened()
                .assignmentConsented()
                .granted("2026-06-01", "2027-05-31")
                .orderSent()
                .allocated();
    }

    private static Story planned(String profile) {
        Story story = allocated(profile).started();
        String plan = story.create(
                story.treatmentLead(),
                "implementationPlan",
                """
                {"goalsAndPurpose":"Vardagen","interventionContent":"Samtal","responsibilityDivision":"Behandlaren",
                 "followUpMethod":"Möte","participation":"Deltog","preparedWith":["%s"]}
                """
                        .formatted(story.guardian()));
        story.act(story.treatmentLead(), plan, "establish", "{}");
        return story;
    }

    private static Story copied(String profile) {
        Story story = Story.beginningOn("2026-06-01")
                .caseOpened(profile, "CONTACT_PERSON")
                .standsGranted("2026-03-02", "2026-09-01", "Ett eget intresse")
                .standsRunning("2026-03-02");
        String extension = story.create(story.caseWorker(), "extension", "{\"needRemains\":true}");
        String decision = story.create(
                story.caseWorker(),
                "decision",
                """
                {"decisionType":"CONTINUED_GRANT","legalBasis":"SOL","grantFrom":"2026-09-02","grantTo":"2027-03-01",
                 "extendsDecision":"%s"}
                """
                        .formatted(story.caseFile().getId()));
        story.act(story.caseWorker(), decision, "decide", "{}");
        story.act(story.caseWorker(), extension, "sendCopy", "{}");
        return story;
    }

    private static String booked(Story story) {
        String meeting = story.create(story.caseWorker(), "meeting", "{}");
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"" + story.today() + "\"}");
        return meeting;
    }

    private static void hold(Story story, String meeting) {
        story.act(story.caseWorker(), meeting, "hold", HELD.formatted(Story.persons(List.of(story.guardian())), ""));
    }

    private static String convener(Story story, String meeting) {
        return story.document(meeting).properties().entrySet().stream()
                .filter(entry -> entry.getKey().getLocalName().equals("convener"))
                .map(entry -> String.valueOf(entry.getValue()))
                .findFirst()
                .orElse("");
    }
}

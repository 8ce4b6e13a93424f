package org.insats.platformtest.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platform.LawDate;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Meetings as the routines differ in them: contact person, assignments, family therapist, and the summary of open care. */
@ExtendWith(Repository.class)
class MeetingRoutinesTest {

    @Test
    @Covers({"STA-31", "BR-59", "DOC-MTG-04", "CON-61", "ROLE-25", "ROLE-26"})
    void theInvitationNamesChildAndEveryGuardianOrSaysWhyNot() {
        Story story = contact();
        String meeting = story.create(story.caseWorker(), "meeting", "{}");

        assertThat(Story.refusalOf(() -> story.act(
                        story.caseWorker(),
                        meeting,
                        "book",
                        "{\"date\":\"2026-03-09\",\"invited\":" + Story.persons(List.of(story.guardian())) + "}")))
                .isEqualTo("INS-BR-59");
        story.act(
                story.caseWorker(),
                meeting,
                "book",
                "{\"date\":\"2026-03-09\",\"invited\":" + Story.persons(List.of(story.guardian()))
                        + ",\"overrides\":[{\"field\":\"invited\",\"reason\":\"Den andra bor utomlands\"}]}");

        assertThat(story.status(meeting)).isEqualTo("BOOKED");
    }

    @Test
    @Covers({"STA-32", "BR-60", "DOC-MTG-06", "CON-60"})
    void aChildWhoIsNotThereIsExplained() {
        Story story = contact();
        String meeting = booked(story);
        String withoutChild = Story.persons(
                story.family().stream().filter(id -> !id.equals(story.client())).toList());

        assertThat(Story.refusalOf(() -> hold(story, meeting, withoutChild, ",\"nextMeeting\":\"2026-06-01\"")))
                .isEqualTo("INS-BR-60");
        hold(
                story,
                meeting,
                withoutChild,
                ",\"nextMeeting\":\"2026-06-01\",\"childAbsenceReason\":\"Bedömdes olämpligt\"");

        assertThat(story.status(meeting)).isEqualTo("HELD");
    }

    @Test
    @Covers({"STA-33", "ROLE-20"})
    void aStartUpWithoutGuardianOrContractorIsKeptWithAWarning() {
        Story story = contact();
        String contractor = story.interventionProperty(CaseModel.CONTRACTOR).toString();
        List<String> everybody = new ArrayList<>(story.family());
        everybody.add(contractor);
        String whole = booked(story);
        hold(story, whole, Story.persons(everybody), ",\"nextMeeting\":\"2026-06-01\"");
        assertThat(story.warnings(whole)).doesNotContain("STA-33");

        String without = booked(story);
        hold(story, without, Story.persons(story.family()), ",\"nextMeeting\":\"2026-06-01\"");
        assertThat(story.warnings(without)).contains("STA-33");
        String alone = booked(story);
        hold(story, alone, Story.persons(List.of(story.client(), contractor)), ",\"nextMeeting\":\"2026-06-01\"");
        assertThat(story.warnings(alone)).contains("STA-33");
    }

    @Test
    @Covers({"ROLE-27", "CON-74"})
    void anAppointedRepresentativeTakesTheGuardiansPlace() {
        Story story = contact();
        String representative =
                story.addPerson("{\"name\":\"Test Godmansson\",\"relation\":\"APPOINTED_REPRESENTATIVE\"}");
        List<String> withoutThem =
                story.family().stream().filter(id -> !id.equals(representative)).toList();
        String meeting = story.create(story.caseWorker(), "meeting", "{}");
        assertThat(Story.refusalOf(() -> story.act(
                        story.caseWorker(),
                        meeting,
                        "book",
                        "{\"date\":\"2026-03-09\",\"invited\":" + Story.persons(withoutThem) + "}")))
                .isEqualTo("INS-BR-59");
        List<String> withThem = new ArrayList<>(withoutThem);
        withThem.add(representative);
        story.act(
                story.caseWorker(),
                meeting,
                "book",
                "{\"date\":\"2026-03-09\",\"invited\":" + Story.persons(withThem) + "}");
        story.on("2026-03-09");

        String contractor = story.interventionProperty(CaseModel.CONTRACTOR).toString();
        hold(
                story,
                meeting,
                Story.persons(List.of(story.client(), representative, contractor)),
                ",\"nextMeeting\":\"2026-06-01\"");

        assertThat(story.status(meeting)).isEqualTo("HELD");
        assertThat(story.warnings(meeting)).doesNotContain("STA-33");
    }

    @Test
    @Covers({"STA-34", "DL-11", "DOC-MTG-14", "FUP-03"})
    void theMeetingIsNotHeldBeforeTheFollowUpIsBooked() {
        Story story = contact();
        String meeting = booked(story);

        assertThat(Story.refusalOf(() -> hold(story, meeting, Story.persons(story.family()), "")))
                .isEqualTo("INS-MANDATORY");
        assertThat(Story.refusalOf(
                        () -> hold(story, meeting, Story.persons(story.family()), ",\"nextMeeting\":\"2026-03-09\"")))
                .isEqualTo("INS-DOC-MTG-14");
        hold(story, meeting, Story.persons(story.family()), ",\"nextMeeting\":\"2026-06-01\"");

        assertThat(story.status(meeting)).isEqualTo("HELD");
    }

    @Test
    @Covers({"STA-35", "DL-33", "DOC-JRN-05"})
    void aNoteOfTheMeetingNamesThoseWhoTookPart() {
        Story story = contact();
        hold(story, booked(story), Story.persons(story.family()), ",\"nextMeeting\":\"2026-06-01\"");

        Document note = story.documentsOf("journalNote").get(0);
        assertThat(note.text(CaseModel.NOTE_TYPE)).contains("START_UP");
        assertThat(note.text(CaseModel.PARTICIPANTS).orElseThrow()).contains(story.client(), story.guardian());
        story.act(story.caseWorker(), note.id(), "establish", "{}");
        assertThat(story.status(note.id())).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"STA-36", "ORD-57"})
    void theCaseWorkerExecutesTheDecisionAndNobodyElse() {
        Story story = contact();
        String meeting = booked(story);
        hold(story, meeting, Story.persons(story.family()), ",\"nextMeeting\":\"2026-06-01\"");

        assertThat(Story.refusalOf(() -> story.act(story.unitManager(), meeting, "execute", "{}")))
                .isEqualTo("INS-ROLE");
        story.act(story.caseWorker(), meeting, "execute", "{}");

        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("RUNNING");
        assertThat(LawDate.fromStored(story.interventionProperty(CaseModel.START_DATE)))
                .hasToString("Optional[2026-03-09]");
        assertThat(story.documentsOf("resourceAllocation")).singleElement().satisfies(allocation -> {
            assertThat(allocation.status()).isEqualTo("ALLOCATED");
            assertThat(allocation.properties().toString()).contains("CONTRACTOR");
        });
    }

    @Test
    @Covers({"STA-36", "ORD-77"})
    void nothingIsExecutedBeforeTheDecision() {
        Story story = Story.beginningOn("2026-03-02").caseOpened("malmo-contact", "CONTACT_PERSON");
        String meeting = booked(story);
        hold(story, meeting, Story.persons(story.family()), ",\"nextMeeting\":\"2026-06-01\"");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), meeting, "execute", "{}")))
                .isEqualTo("INS-STA-36");
    }

    @Test
    @Covers({"STA-44", "STA-45", "BR-64"})
    void aFamilyTherapistStartsOnTheMeetingDayAndNoOther() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("malmo-family-therapist", "FAMILY_THERAPIST")
                .standsGranted("2026-03-02", "2026-09-01");
        String meeting = story.create(story.caseWorker(), "meeting", "{}");
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"2026-03-09\"}");
        story.on("2026-03-10");
        hold(story, meeting, Story.persons(story.family()), "");

        assertThat(Story.refusalOf(() -> story.act(
                        story.caseWorker(), meeting, "execute", "{\"date\":\"2026-03-05\",\"reason\":\"Tidigare\"}")))
                .isEqualTo("INS-STA-44");
        story.act(story.caseWorker(), meeting, "execute", "{}");

        assertThat(LawDate.fromStored(story.interventionProperty(CaseModel.START_DATE)))
                .hasToString("Optional[2026-03-09]");
        assertThat(story.documentsOf("resourceAllocation")).hasSize(1);
    }

    @Test
    @Covers({"STA-42", "DOC-MTG-20", "CON-46"})
    void thePlanningMeetingWithTheTherapistRecordsExpectationsAndGoals() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("malmo-family-therapist", "FAMILY_THERAPIST")
                .standsGranted("2026-03-02", "2026-09-01");
        String meeting = story.create(story.caseWorker(), "meeting", "{\"meetingType\":\"PLANNING\"}");
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"2026-03-02\"}");

        assertThat(Story.refusalOf(() -> hold(story, meeting, Story.persons(story.family()), "")))
                .isEqualTo("INS-MANDATORY");
        hold(story, meeting, Story.persons(story.family()), ",\"expectationsAndGoals\":\"Lugnare vardag\"");

        assertThat(story.status(meeting)).isEqualTo("HELD");
        assertThat(story.document(meeting).isFilled(CaseModel.RECORDED_AT)).isTrue();
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), meeting, "execute", "{}")))
                .isEqualTo("INS-DOC-MTG-01");
    }

    @Test
    @Covers({"STA-40", "STA-41", "DOC-MTG-17", "DOC-MTG-18", "DOC-MTG-19"})
    void aPlanningMeetingOfAnAssignmentMakesGoalsAndRolesConcrete() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("bas-assignments", "OPEN_CARE")
                .standsGranted("2026-03-02", "2026-09-01");
        String meeting = story.create(story.caseWorker(), "meeting", "{\"meetingType\":\"PLANNING\"}");
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"2026-03-02\"}");

        hold(
                story,
                meeting,
                Story.persons(story.family()),
                """
                ,"goalsMadeConcrete":"Skola varje dag","priorities":"Skolan först",
                "rolesClarified":[{"party":"Vårdnadshavare","text":"Väcker"},{"party":"Behandlare","text":"Stöttar"}]
                """);

        Document held = story.document(meeting);
        assertThat(held.status()).isEqualTo("HELD");
        assertThat(held.properties().toString()).contains("Skola varje dag", "Skolan först", "Stöttar");
    }

    @Test
    @Covers({"BR-61", "STA-24", "CON-81"})
    void aTalkAboutRolesSaysNothingOfTheClient() {
        Story story = Story.beginningOn("2026-03-02").caseOpened();

        assertThat(Story.refusalOf(() -> story.create(
                        story.caseWorker(),
                        "meeting",
                        "{\"meetingType\":\"ROLE_PRE_MEETING\",\"needsPresented\":\"Behöver stöd\"}")))
                .isEqualTo("INS-BR-61");
        String talk = story.create(
                story.caseWorker(),
                "meeting",
                "{\"meetingType\":\"ROLE_PRE_MEETING\",\"roleAgreement\":\"Handläggaren sammankallar\"}");
        assertThat(story.status(talk)).isEqualTo("NOT_BOOKED");
    }

    @Test
    @Covers({"STA-24", "DOC-MTG-11", "CON-82"})
    void theTalkAboutRolesBeforeTheMeetingIsDatedAndKeepsWhatWasAgreed() {
        Story story = Story.beginningOn("2026-03-02").caseOpened();
        String meeting = story.create(story.caseWorker(), "meeting", "{}");
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"2026-03-09\"}");

        story.act(
                story.caseWorker(),
                meeting,
                "holdRoleTalk",
                "{\"date\":\"2026-03-02\",\"roleAgreement\":\"Information via handläggaren\"}");

        assertThat(story.status(meeting)).isEqualTo("ROLE_TALK_HELD");
        assertThat(story.document(meeting).properties().toString()).contains("Information via handläggaren");
    }

    @Test
    @Covers({"STA-23", "BR-62", "DL-50", "CON-07", "DOC-SUM-03", "DOC-SUM-04", "CON-80"})
    void theSummaryIsHandedOverWithConsentAtTheStartUpMeetingAndNotBefore() {
        Story story = Story.beginningOn("2026-06-01")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-06-01", "2027-05-31")
                .orderSent()
                .allocated();
        String investigation = story.create(story.caseWorker(), "investigation", "{}");
        String summary = story.create(
                story.caseWorker(),
                "investigationSummary",
                "{\"summary\":\"Det viktigaste ur utredningen\",\"investigationRef\":\"" + investigation + "\"}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), summary, "handOver", "{}")))
                .isEqualTo("INS-STA-23");
        assertThat(Story.refusalOf(() -> story.as(story.treatmentLead(), () -> {
                    story.read(summary);
                })))
                .isEqualTo("INS-NOT-FOUND");
        story.startUpHeld();
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), summary, "handOver", "{}")))
                .isEqualTo("INS-BR-62");
        story.act(
                story.caseWorker(),
                summary,
                "consent",
                "{\"personId\":\"%s\",\"capacity\":\"GUARDIAN\",\"answer\":\"GIVEN\"}".formatted(story.guardian()));
        story.act(story.caseWorker(), summary, "handOver", "{}");

        assertThat(story.status(summary)).isEqualTo("ESTABLISHED");
        assertThat(story.document(summary).properties().toString()).contains(story.performerUnit());
        assertThat(story.as(story.treatmentLead(), () -> story.read(summary))).isEqualTo("ESTABLISHED");
    }

    private static Story contact() {
        return Story.beginningOn("2026-03-02")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .standsGranted("2026-03-09", "2026-09-08", "Ett eget fritidsintresse")
                .standsMatched();
    }

    private static String booked(Story story) {
        String meeting = story.create(story.caseWorker(), "meeting", "{}");
        story.act(
                story.caseWorker(),
                meeting,
                "book",
                "{\"date\":\"2026-03-09\",\"invited\":" + Story.persons(story.family()) + "}");
        story.on("2026-03-09");
        return meeting;
    }

    private static void hold(Story story, String meeting, String participants, String more) {
        story.act(story.caseWorker(), meeting, "hold", "{\"participants\":" + participants + more + "}");
    }
}

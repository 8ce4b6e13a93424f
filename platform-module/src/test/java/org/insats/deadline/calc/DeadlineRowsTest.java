package org.insats.deadline.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.insats.requirements.Covers;
import org.insats.routine.Role;
import org.insats.routine.Severity;
import org.insats.routine.Strength;
import org.junit.jupiter.api.Test;

/** The rows of the deadline table that no worked example shows; 2 March 2026 is a Monday with no holiday for a month. */
class DeadlineRowsTest {

    @Test
    @Covers("DL-02")
    void referralIsAllocatedAtTheNextTeamMeeting() {
        ComputedDeadline found = found(
                Plans.THERAPIST,
                "FT",
                "2026-03-02",
                "referralReceived: '2026-03-02', weeklyMeeting: {weekday: 'TUESDAY'}",
                "DL-02");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-03"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.TREATMENT_GROUP);
        assertThat(found.overdueTo()).containsExactly(Role.IOF_SECRETARY);
    }

    @Test
    @Covers({"DL-02", "DL-37"})
    void referralThatNeedsClarificationWaitsForIt() {
        ComputedDeadline found = found(
                Plans.THERAPIST,
                "FT",
                "2026-03-05",
                "referralReceived: '2026-03-02', clarificationAsked: '2026-03-02', referralClarified: '2026-03-05', weeklyMeeting: {weekday: 'TUESDAY'}",
                "DL-02");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-10"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.TREATMENT_GROUP);
    }

    @Test
    @Covers("DL-37")
    void clarificationIsWantedBeforeTheNextTeamMeeting() {
        ComputedDeadline found = found(
                Plans.THERAPIST,
                "FT",
                "2026-03-05",
                "referralReceived: '2026-03-02', clarificationAsked: '2026-03-02', weeklyMeeting: {weekday: 'TUESDAY'}",
                "DL-37");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-03"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.IOF_SECRETARY);
        assertThat(found.kind()).isEqualTo(DeadlineKind.INFORMATION);
        assertThat(found.flags()).contains(Flag.DATE_PASSED);
    }

    @Test
    @Covers({"DLA-01", "DL-08"})
    void startUpMeetingItselfIsDueWithinTwoWeeks() {
        String consent = "familyConsents: [{capacity: 'GUARDIAN', date: '2026-03-02'}]";
        ComputedDeadline late =
                found(Plans.CONTACT, "CP", "2026-03-20", consent + ", startUpMeetingHeld: '2026-03-18'", "DL-08");
        assertThat(late.dueDate()).hasValue(LocalDate.parse("2026-03-16"));
        assertThat(late.state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(late.metOn()).hasValue(LocalDate.parse("2026-03-18"));
    }

    @Test
    @Covers({"DLA-03", "DL-10"})
    void planIsCountedFromTheStartEvenWhereThatWasBeforeTheMeeting() {
        String meeting = "startUpMeetingHeld: '2026-03-09'";
        assertThat(found(Plans.CONTACT, "CP", "2026-03-10", meeting, "DL-10").dueDate())
                .hasValue(LocalDate.parse("2026-03-30"));
        assertThat(found(Plans.CONTACT, "CP", "2026-03-10", meeting + ", interventionStart: '2026-03-05'", "DL-10")
                        .dueDate())
                .hasValue(LocalDate.parse("2026-03-26"));
    }

    @Test
    @Covers("DL-03")
    void urgentPlacementIsContactedTheSameDay() {
        ComputedDeadline found = found(Plans.ROP, "FH", "2026-03-06", "urgentPlacement: '2026-03-06'", "DL-03/contact");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-06"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-03")
    void urgentPlacementIsOrderedInWritingTheNextWorkingDay() {
        ComputedDeadline found = found(Plans.ROP, "FH", "2026-03-10", "urgentPlacement: '2026-03-06'", "DL-03/order");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-09"));
        assertThat(found.state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-05")
    void changedNeedIsWithdrawnTheNextWorkingDay() {
        ComputedDeadline found = found(
                Plans.ROP,
                "CP",
                "2026-03-02",
                "orderSent: '2026-02-02', needChanged: '2026-03-02'",
                "DL-05/withdrawal");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-03"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.flags()).contains(Flag.TO_BE_WITHDRAWN);
    }

    @Test
    @Covers("DL-05")
    void withdrawalIsToldOrally() {
        ComputedDeadline found = found(
                Plans.ROP,
                "CP",
                "2026-03-05",
                "needChanged: '2026-03-02', withdrawn: '2026-03-03', withdrawalTold: '2026-03-05'",
                "DL-05/message");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-03"));
        assertThat(found.state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-07")
    void declineIsReasonedInWriting() {
        ComputedDeadline found = found(Plans.SRV, "OC", "2026-03-02", "declineDecided: '2026-03-02'", "DL-07");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-03"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.UNIT_MANAGER, Role.LEAD_TREATMENT_SECRETARY);
        assertThat(found.flags()).contains(Flag.BLOCKS_STEP);
        assertThat(found.copyTo()).containsExactly(Role.LEAD_SOCIAL_WORKER);
    }

    @Test
    @Covers({"DL-11", "DLC-17"})
    void followUpIsBookedAtTheStartUpMeeting() {
        ComputedDeadline found = found(Plans.CONTACT, "CP", "2026-03-03", "startUpMeetingHeld: '2026-03-02'", "DL-11");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-02"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.kind()).isEqualTo(DeadlineKind.GUARD);
        assertThat(found.flags()).contains(Flag.BLOCKS_STEP);
    }

    @Test
    @Covers("DL-19")
    void homeIsFollowedUpAsAProposal() {
        ComputedDeadline found =
                found(Plans.ROP, "HVB-A", "2026-09-03", "interventionStart: '2026-03-02', followUps: []", "DL-19#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-09-02"));
        assertThat(found.state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.severity()).isEqualTo(Severity.INFORMATION);
        assertThat(found.escalateOn()).isEmpty();
    }

    @Test
    @Covers("DL-20")
    void openCareOfAnotherUnitIsFollowedUpAsAProposal() {
        ComputedDeadline found = found(Plans.BAS, "OC", "2026-03-02", "interventionStart: '2026-03-02'", "DL-20#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-09-02"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.strength()).isEqualTo(Strength.DEFAULT);
    }

    @Test
    @Covers("DL-21")
    void continuedGrantIsDecidedByTheLastDay() {
        ComputedDeadline found = found(
                Plans.CONTACT,
                "CP",
                "2026-06-11",
                "interventionStart: '2026-01-12', grants: [{from: '2026-01-12', to: '2026-07-11'}]",
                "DL-21#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-07-11"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.leadDate()).hasValue(LocalDate.parse("2026-06-11"));
        assertThat(found.overdueFrom()).hasValue(LocalDate.parse("2026-07-12"));
    }

    @Test
    @Covers("DL-22")
    void extensionIsOrderedAtLatestOnTheLastDay() {
        ComputedDeadline found = found(
                Plans.ROP,
                "CP",
                "2026-08-31",
                "grants: [{from: '2026-03-02', to: '2026-09-01'}, {from: '2026-09-02', to: '2027-03-01', decidedOn: '2026-08-31'}]",
                "DL-22#2");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-09-01"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-22")
    void extensionIsOrderedThreeWorkingDaysAfterTheDecision() {
        ComputedDeadline found = found(
                Plans.ROP,
                "CP",
                "2026-08-03",
                "grants: [{from: '2026-03-02', to: '2026-09-01'}, {from: '2026-09-02', to: '2027-03-01', decidedOn: '2026-08-03'}]",
                "DL-22#2");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-08-06"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-23")
    void extensionOfFamilyTherapyIsDecidedByTheLastDay() {
        ComputedDeadline found = found(
                Plans.THERAPIST,
                "FT",
                "2026-07-02",
                "grants: [{from: '2026-01-12', to: '2026-07-11'}, {from: '2026-07-12', to: '2027-01-11', decidedOn: '2026-07-02'}]",
                "DL-23#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-07-11"));
        assertThat(found.state()).isEqualTo(DeadlineState.MET);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.strength()).isEqualTo(Strength.MUST);
    }

    @Test
    @Covers("DL-23")
    void extensionOfOpenCareIsAProposal() {
        ComputedDeadline found =
                found(Plans.SRV, "OC", "2026-07-12", "grants: [{from: '2026-01-12', to: '2026-07-11'}]", "DL-23#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-07-11"));
        assertThat(found.state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.strength()).isEqualTo(Strength.DEFAULT);
    }

    @Test
    @Covers("DL-24")
    void copyOfTheContinuedGrantGoesOut() {
        ComputedDeadline found = found(
                Plans.CONTACT,
                "CP",
                "2026-06-15",
                "grants: [{from: '2026-01-12', to: '2026-07-11'}, {from: '2026-07-12', to: '2027-01-11', decidedOn: '2026-06-15'}]",
                "DL-24#2");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-06-18"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-25")
    void agreementIsRenewedBeforeTheNewPeriod() {
        ComputedDeadline found = found(
                Plans.CONTACT,
                "CP",
                "2026-07-12",
                "grants: [{from: '2026-01-12', to: '2026-07-11'}, {from: '2026-07-12', to: '2027-01-11', decidedOn: '2026-06-15'}]",
                "DL-25#2");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-07-11"));
        assertThat(found.state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(found.responsible()).containsExactly(Role.PLACEMENT_WORKER);
        assertThat(found.workBy()).hasValue(LocalDate.parse("2026-07-10"));
        assertThat(found.flags()).contains(Flag.NO_AGREEMENT_AT_START);
    }

    @Test
    @Covers({"DL-27", "DLC-10"})
    void complaintIsPassedOnAtOnce() {
        ComputedDeadline found = found(Plans.ROP, "FH", "2026-03-06", "complaints: [{date: '2026-03-06'}]", "DL-27#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-09"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers({"DL-30", "DLC-17"})
    void concernIsAssessedBeforeAnEarlyEnd() {
        ComputedDeadline found = found(Plans.SRV, "OC", "2026-03-06", "earlyEndDecided: '2026-03-02'", "DL-30");
        assertThat(found.dueDate()).isEmpty();
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.kind()).isEqualTo(DeadlineKind.GUARD);
        assertThat(found.flags()).contains(Flag.BLOCKS_STEP);
    }

    @Test
    @Covers("DL-30")
    void concernIsAssessedWhenTheFamilyDeclines() {
        ComputedDeadline found = found(
                Plans.CONTACT,
                "CP",
                "2026-03-06",
                "continuationDeclined: '2026-03-02', concernAssessed: '2026-03-05'",
                "DL-30");
        assertThat(found.dueDate()).isEmpty();
        assertThat(found.state()).isEqualTo(DeadlineState.MET);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-31")
    void childTalkIsOfferedTwoWeeksBefore() {
        ComputedDeadline found = found(
                Plans.CONTACT,
                "CP",
                "2026-03-02",
                "followUps: [{bookedOn: '2026-03-02', meetingOn: '2026-04-01'}]",
                "DL-31#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-18"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-32")
    void followUpDocumentIsFilledInTheWorkingDayBefore() {
        ComputedDeadline found = found(
                Plans.THERAPIST,
                "FT",
                "2026-03-02",
                "followUps: [{bookedOn: '2026-03-02', meetingOn: '2026-04-07'}]",
                "DL-32#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-04-02"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.FAMILY_THERAPIST);
    }

    @Test
    @Covers("DL-33")
    void startUpIsNotedWithinThreeWorkingDays() {
        ComputedDeadline found = found(
                Plans.CONTACT,
                "CP",
                "2026-03-06",
                "startUpMeetingHeld: '2026-03-02', startUpNoted: '2026-03-05'",
                "DL-33");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-05"));
        assertThat(found.state()).isEqualTo(DeadlineState.MET);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-34")
    void followUpIsDocumentedWithinFiveWorkingDays() {
        ComputedDeadline found = found(
                Plans.SRV,
                "OC",
                "2026-03-02",
                "interventionStart: '2025-09-15', followUps: [{ref: 'f-1', heldOn: '2026-03-02'}]",
                "DL-34#f-1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-09"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.flags()).contains(Flag.BLOCKS_STEP);
    }

    @Test
    @Covers("DL-35")
    void orderIsNotedTheSameDay() {
        ComputedDeadline found = found(Plans.SRV, "OC", "2026-03-03", "orderSent: '2026-03-02'", "DL-35");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-02"));
        assertThat(found.state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-36")
    void planningMeetingMayBeHeld() {
        ComputedDeadline found = found(
                Plans.BAS, "OC", "2026-03-04", "decisionMade: '2026-03-02', responsibleKnown: '2026-03-04'", "DL-36");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-18"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.strength()).isEqualTo(Strength.MAY);
    }

    @Test
    @Covers("DL-36")
    void planningMeetingMayBeSetNotNeeded() {
        ComputedDeadline found = found(
                Plans.BAS,
                "OC",
                "2026-03-06",
                "decisionMade: '2026-03-02', responsibleKnown: '2026-03-04', planningMeetingNotNeeded: '2026-03-05'",
                "DL-36");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-18"));
        assertThat(found.state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.closeReason()).hasValue(CancelReason.NOT_NEEDED);
    }

    @Test
    @Covers("DL-38")
    void planComesBackSigned() {
        ComputedDeadline found = found(Plans.BAS, "HVB", "2026-03-02", "planIssuedForSignature: '2026-03-02'", "DL-38");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-16"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER, Role.RESIDENTIAL_CARE_HOME);
    }

    @Test
    @Covers("DL-39")
    void contractorGetsFeedbackAfterTheEnd() {
        ComputedDeadline found =
                found(Plans.ROP, "CP", "2026-03-02", "interventionStart: '2025-09-15', ended: '2026-03-02'", "DL-39");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-16"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.important()).isTrue();
    }

    @Test
    @Covers("DL-41")
    void temporaryInterventionEndsWithTheInvestigation() {
        ComputedDeadline found = found(
                Plans.SRV,
                "TMP",
                "2026-03-02",
                "interventionStart: '2026-03-02', investigationClosed: '2026-03-31'",
                "DL-41");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-31"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-42")
    void planIsCopiedToTheCaseWorker() {
        ComputedDeadline found = found(
                Plans.SRV,
                "OC",
                "2026-03-02",
                "interventionStart: '2026-02-16', planEstablished: '2026-03-02'",
                "DL-42");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-05"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.TREATMENT_LEAD);
    }

    @Test
    @Covers("DL-43")
    void contractorReportsAsThePlanSays() {
        ComputedDeadline found = found(
                Plans.CONTACT,
                "CP",
                "2026-03-31",
                "interventionStart: '2026-03-02', reportInterval: {amount: 1, unit: 'MONTHS'}, contractorReports: ['2026-03-30']",
                "DL-43#2");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-04-30"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.CONTRACTOR);
        assertThat(found.overdueTo()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-44")
    void newNeedsLeadToADecisionOnInvestigation() {
        ComputedDeadline found = found(
                Plans.BAS,
                "CP",
                "2026-03-10",
                "interventionStart: '2025-09-15', followUps: [{heldOn: '2026-03-02', newNeeds: true}]",
                "DL-44#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-09"));
        assertThat(found.state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.escalateOn()).hasValue(LocalDate.parse("2026-03-17"));
        assertThat(found.escalateTo()).containsExactly(Role.LEAD_SOCIAL_WORKER);
    }

    @Test
    @Covers("DL-45")
    void resourceDateIsUpdatedOnTheDayOfTheDecision() {
        ComputedDeadline found = found(
                Plans.THERAPIST,
                "FT",
                "2026-06-15",
                "grants: [{from: '2026-01-12', to: '2026-07-11'}, {from: '2026-07-12', to: '2027-01-11', decidedOn: '2026-06-15'}]",
                "DL-45#2");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-06-15"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.flags()).contains(Flag.BLOCKS_STEP);
    }

    @Test
    @Covers("DL-47")
    void unitManagerRegistersTheExecution() {
        ComputedDeadline found = found(Plans.SRV, "OC", "2026-03-02", "startUpMeetingHeld: '2026-03-02'", "DL-47");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-05"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.UNIT_MANAGER, Role.LEAD_TREATMENT_SECRETARY);
    }

    @Test
    @Covers("DL-47")
    void caseWorkerRegistersTheExecution() {
        ComputedDeadline found = found(
                Plans.THERAPIST,
                "FT",
                "2026-03-03",
                "startUpMeetingHeld: '2026-03-02', executionRegistered: '2026-03-03'",
                "DL-47");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-05"));
        assertThat(found.state()).isEqualTo(DeadlineState.MET);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-48")
    void sisFormFollowsTheAllocation() {
        ComputedDeadline found = found(Plans.ROP, "SIS", "2026-03-02", "allocated: '2026-03-02'", "DL-48");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-09"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER, Role.PLACEMENT_WORKER);
    }

    @Test
    @Covers("DL-49")
    void agreementIsTerminatedAfterAnInterruption() {
        ComputedDeadline found = found(
                Plans.ROP,
                "CP",
                "2026-03-02",
                "interventionStart: '2025-09-15', interrupted: '2026-03-02', interruptionReported: '2026-03-02'",
                "DL-49");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-05"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.PLACEMENT_WORKER);
    }

    @Test
    @Covers({"DL-50", "DLC-17"})
    void summaryIsReleasedOnlyWithConsent() {
        ComputedDeadline found = found(Plans.SRV, "OC", "2026-03-02", "plannedStart: '2026-03-10'", "DL-50");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-10"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.kind()).isEqualTo(DeadlineKind.GUARD);
        assertThat(found.flags()).contains(Flag.BLOCKS_STEP);
    }

    @Test
    @Covers("DL-51")
    void familyIsInformedOfMealDeduction() {
        ComputedDeadline found =
                found(Plans.ROP, "CF", "2026-03-02", "interventionStart: '2026-03-02'", "DL-51/family");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-09"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-51")
    void secretaryIsInformedOfMealDeduction() {
        ComputedDeadline found = found(
                Plans.ROP,
                "SF",
                "2026-03-10",
                "interventionStart: '2026-03-02', mealDeductionSecretaryInformed: '2026-03-10'",
                "DL-51/secretary");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-09"));
        assertThat(found.state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(found.responsible()).containsExactly(Role.PLACEMENT_WORKER);
    }

    @Test
    @Covers("DL-52")
    void supervisorsJoinADisagreement() {
        ComputedDeadline found = found(Plans.SRV, "OC", "2026-03-02", "disagreementRegistered: '2026-03-02'", "DL-52");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-16"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible())
                .containsExactly(Role.UNIT_MANAGER, Role.LEAD_TREATMENT_SECRETARY, Role.LEAD_SOCIAL_WORKER);
    }

    @Test
    @Covers("DL-53")
    void seriousComplaintStartsTheSeparateRoutine() {
        ComputedDeadline found = found(
                Plans.ROP,
                "FH",
                "2026-03-03",
                "complaints: [{date: '2026-03-02', forwardedOn: '2026-03-02', serious: '2026-03-02'}]",
                "DL-53#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-02"));
        assertThat(found.state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
        assertThat(found.overdueTo()).containsExactly(Role.PLACEMENT_SECTION_MANAGER);
    }

    @Test
    @Covers("DL-54")
    void temporaryInterventionIsGivenPriority() {
        ComputedDeadline found =
                found(Plans.SRV, "TMP", "2026-03-02", "temporaryDiscussed: '2026-03-02'", "DL-54/dialogue");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-03"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.LEAD_SOCIAL_WORKER);
    }

    @Test
    @Covers("DL-54")
    void temporaryInterventionIsOrdered() {
        ComputedDeadline found = found(
                Plans.SRV,
                "TMP",
                "2026-03-03",
                "temporaryDiscussed: '2026-03-02', orderSent: '2026-03-03'",
                "DL-54/order");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-03"));
        assertThat(found.state()).isEqualTo(DeadlineState.MET);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-55")
    void investigationDuringTheInterventionAsksForAPosition() {
        ComputedDeadline found = found(
                Plans.SRV,
                "OC",
                "2026-03-09",
                "interventionStart: '2026-03-02', investigationOpened: '2026-03-09'",
                "DL-55");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-16"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-56")
    void placementDuringTheInterventionIsCoordinated() {
        ComputedDeadline found = found(
                Plans.SRV,
                "OC",
                "2026-03-02",
                "interventionStart: '2026-02-16', placementDecided: '2026-03-02'",
                "DL-56");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-16"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER, Role.TREATMENT_LEAD);
    }

    @Test
    @Covers({"DL-58", "DLC-17"})
    void contractorIsContactedContinuously() {
        ComputedDeadline found = found(
                Plans.ROP,
                "FH",
                "2026-07-02",
                "interventionStart: '2026-03-02', contractorContacts: ['2026-04-01']",
                "DL-58#2");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-07-01"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.PLACEMENT_WORKER);
        assertThat(found.kind()).isEqualTo(DeadlineKind.INFORMATION);
        assertThat(found.flags()).contains(Flag.DATE_PASSED);
    }

    @Test
    @Covers("DL-59")
    void familyContactIsNoted() {
        ComputedDeadline found =
                found(Plans.SRV, "OC", "2026-03-05", "familyContacts: [{date: '2026-03-02'}]", "DL-59#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-05"));
        assertThat(found.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER);
    }

    @Test
    @Covers("DL-60")
    void reportOfConcernIsTold() {
        ComputedDeadline found = found(
                Plans.SRV,
                "OC",
                "2026-03-03",
                "concernReports: [{date: '2026-03-02', informedOn: '2026-03-03'}]",
                "DL-60#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-03"));
        assertThat(found.state()).isEqualTo(DeadlineState.MET);
        assertThat(found.responsible()).containsExactly(Role.CASE_WORKER, Role.THERAPIST);
    }

    @Test
    @Covers("DL-61")
    void agreementIsDrawnUpBeforeTheStart() {
        ComputedDeadline found =
                found(Plans.ROP, "CP", "2026-03-02", "matchAgreed: '2026-03-02', agreedStart: '2026-03-16'", "DL-61");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-15"));
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.PLACEMENT_WORKER);
        assertThat(found.workBy()).hasValue(LocalDate.parse("2026-03-13"));
    }

    @Test
    @Covers({"DL-62", "DLC-17"})
    void registerExtractNeverExpires() {
        ComputedDeadline found = found(Plans.ROP, "FH", "2026-03-12", "registerExtractReceived: '2026-03-02'", "DL-62");
        assertThat(found.dueDate()).isEmpty();
        assertThat(found.state()).isEqualTo(DeadlineState.PENDING);
        assertThat(found.responsible()).containsExactly(Role.PLACEMENT_WORKER);
        assertThat(found.kind()).isEqualTo(DeadlineKind.INFORMATION);
        assertThat(found.elapsedDays()).hasValue(10);
    }

    @Test
    @Covers("DL-46")
    void profileIsReviewedByItsDate() {
        DeadlineCalculator calculator = new DeadlineCalculator((profile, day) -> false);
        ComputedDeadline review = calculator
                .profileReview(Plans.profile(Plans.THERAPIST), LocalDate.parse("2016-06-12"))
                .orElseThrow();
        assertThat(review.dueDate()).hasValue(LocalDate.parse("2016-06-11"));
        assertThat(review.kind()).isEqualTo(DeadlineKind.INFORMATION);
        assertThat(review.flags()).contains(Flag.DATE_PASSED);
        assertThat(review.responsible()).containsExactly(Role.PROFILE_OWNER);
        assertThat(calculator.profileReview(Plans.profile(Plans.SRV), LocalDate.parse("2016-06-12")))
                .isEmpty();
    }

    private static ComputedDeadline found(String profile, String service, String today, String facts, String key) {
        return Plans.deadline(Plans.plan(profile, service, today, facts), key);
    }
}

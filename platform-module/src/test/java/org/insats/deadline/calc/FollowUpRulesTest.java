package org.insats.deadline.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.deadline.calc.Plans.deadline;
import static org.insats.deadline.calc.Plans.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.insats.requirements.Covers;
import org.insats.routine.RoutineProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Follow-up and the end of the grant beyond the worked examples: DLF-01 to DLF-13. */
class FollowUpRulesTest {

    private static final String HALF_YEAR =
            "interventionStart: '2026-01-12', grants: [{from: '2026-01-12', to: '2026-07-11'}]";

    @Test
    @Covers({"DLF-01", "DLF-02", "DL-15"})
    void startIsTheStartUpMeetingUnlessAnEarlierOneIsRegistered() {
        assertThat(due(plan(Plans.SRV, "OC", "2026-03-02", "startUpMeetingHeld: '2026-03-02'"), "DL-15#1"))
                .isEqualTo("2026-09-02");
        assertThat(due(
                        plan(
                                Plans.SRV,
                                "OC",
                                "2026-03-02",
                                "startUpMeetingHeld: '2026-03-02', interventionStart: '2026-02-23'"),
                        "DL-15#1"))
                .isEqualTo("2026-08-23");
    }

    @Test
    @Covers("DLF-02")
    void plannedStartGivesProvisionalDates() {
        DeadlinePlan plan = plan(Plans.SRV, "OC", "2026-03-02", "plannedStart: '2026-03-16'");
        assertThat(due(plan, "DL-15#1")).isEqualTo("2026-09-16");
        assertThat(deadline(plan, "DL-15#1").flags()).contains(Flag.PROVISIONAL);
    }

    @Test
    @Covers("DLF-03")
    void followUpThatTheMonthBeforeTheEndGovernedSettlesBoth() {
        DeadlinePlan plan =
                plan(Plans.CONTACT, "CP", "2026-06-11", HALF_YEAR + ", followUps: [{heldOn: '2026-06-10'}]");
        assertThat(deadline(plan, "DL-12#1").state()).isEqualTo(DeadlineState.MET);
        assertThat(deadline(plan, "DL-16#1").state()).isEqualTo(DeadlineState.MET);
        assertThat(plan.governing()).noneMatch(each -> each.act() == Act.FOLLOW_UP);
        assertThat(plan.warns(Warning.Id.NO_FURTHER_FOLLOW_UP)).isTrue();
    }

    @Test
    @Covers("DLF-03")
    void followUpThatTheIntervalGovernedButWasHeldTooLateSettlesBothLate() {
        DeadlinePlan plan = plan(
                Plans.CONTACT,
                "CP",
                "2026-12-21",
                "interventionStart: '2026-01-15', grants: [{from: '2026-01-15', to: '2027-01-14'}],"
                        + " followUps: [{heldOn: '2026-12-20'}]");
        assertThat(deadline(plan, "DL-16#1").state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(deadline(plan, "DL-12#1").state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(deadline(plan, "DL-12#1").daysLate()).isEqualTo(6);
    }

    @Test
    @Covers({"DL-12", "DLF-12"})
    void missedMonthBeforeTheEndSaysThatItIsTooLateToWindUp() {
        DeadlinePlan plan = plan(Plans.CONTACT, "CP", "2026-06-12", HALF_YEAR);
        assertThat(deadline(plan, "DL-12#1").state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(deadline(plan, "DL-12#1").flags()).contains(Flag.TOO_LATE_TO_WIND_UP);
        assertThat(plan.warns(Warning.Id.TOO_LATE_TO_WIND_UP)).isTrue();
    }

    @ParameterizedTest
    @Covers({"DLF-04", "DLF-05"})
    @CsvSource({
        // last day, due, too short, before the plan (start 2026-03-02, plan by 2026-03-23)
        "2026-03-31, 2026-03-16, true, false",
        "2026-04-02, 2026-03-17, true, false", // one month before is the start itself
        "2026-04-03, 2026-03-03, false, true",
        "2026-04-22, 2026-03-22, false, true",
        "2026-04-23, 2026-03-23, false, false" // the very day the plan must be finished
    })
    void shortGrants(LocalDate end, String due, boolean tooShort, boolean beforePlan) {
        DeadlinePlan plan = plan(
                Plans.CONTACT,
                "CP",
                "2026-03-02",
                "interventionStart: '2026-03-02', grants: [{from: '2026-03-02', to: '" + end + "'}]");
        assertThat(due(plan, "DL-12#1")).isEqualTo(due);
        assertThat(plan.warns(Warning.Id.SHORT_PERIOD)).isEqualTo(tooShort);
        assertThat(plan.warns(Warning.Id.FOLLOW_UP_BEFORE_PLAN)).isEqualTo(beforePlan);
    }

    @ParameterizedTest
    @Covers("DLF-06")
    @CsvSource({
        // last day, due, flag; start 2026-03-01, interval 2026-09-01
        "2026-09-15, 2026-09-01, ",
        "2026-09-01, 2026-09-01, ",
        "2026-08-31, 2026-08-31, MOVED_TO_GRANT_END",
        "2026-08-30, 2026-05-31, SHORT_PERIOD", // 182 days, half 91
        "2026-08-29, 2026-05-30, SHORT_PERIOD" // 181 days, half 90
    })
    void firstFollowUpThatWouldFallAfterTheGrant(LocalDate end, String due, Flag flag) {
        DeadlinePlan plan = plan(
                Plans.SRV,
                "OC",
                "2026-03-01",
                "interventionStart: '2026-03-01', grants: [{from: '2026-03-01', to: '" + end + "'}]");
        assertThat(due(plan, "DL-15#1")).isEqualTo(due);
        if (flag == null) {
            assertThat(deadline(plan, "DL-15#1").flags()).isEmpty();
        } else {
            assertThat(deadline(plan, "DL-15#1").flags()).containsExactly(flag);
        }
    }

    @Test
    @Covers("DLF-06")
    void laterFollowUpThatWouldFallAfterTheGrantIsNotDueInThePeriod() {
        DeadlinePlan plan = plan(
                Plans.SRV,
                "OC",
                "2026-08-01",
                "interventionStart: '2026-03-01', grants: [{from: '2026-03-01', to: '2026-12-31'}],"
                        + " followUps: [{heldOn: '2026-07-15'}]");
        assertThat(deadline(plan, "DL-15#1").state()).isEqualTo(DeadlineState.MET);
        assertThat(plan.deadline("DL-15#2")).isEmpty();
        assertThat(plan.warns(Warning.Id.NO_FURTHER_FOLLOW_UP)).isTrue();
    }

    @Test
    @Covers({"DLF-07", "DL-18"})
    void sixMonthRhythmCountsFromTheFirstSixMonthFollowUpOnwards() {
        DeadlinePlan plan = plan(
                Plans.THERAPIST,
                "FT",
                "2026-08-01",
                "interventionStart: '2026-02-02', followUps: [{heldOn: '2026-04-28'}, {heldOn: '2026-07-20'}]");
        assertThat(deadline(plan, "DL-18#1").state()).isEqualTo(DeadlineState.MET);
        assertThat(due(plan, "DL-18#2")).isEqualTo("2027-01-20");
        assertThat(plan.ofRule("DL-17")).hasSize(1);
    }

    @Test
    @Covers("DLF-07")
    void threeMonthMeetingIsNotRepeatedAfterExtension() {
        DeadlinePlan plan = plan(
                Plans.THERAPIST,
                "FT",
                "2026-08-01",
                "interventionStart: '2026-02-02', followUps: [{heldOn: '2026-04-28', kind: 'THREE_MONTH'}],"
                        + " grants: [{from: '2026-02-02', to: '2026-08-31'}, {from: '2026-09-01', to: '2027-02-28', decidedOn: '2026-08-01'}]");
        assertThat(plan.ofRule("DL-17")).hasSize(1);
        assertThat(deadline(plan, "DL-17").state()).isEqualTo(DeadlineState.MET);
    }

    @Test
    @Covers("DLF-09")
    void unheldMonthBeforeTheOldEndIsSuperseded() {
        DeadlinePlan plan = plan(
                Plans.CONTACT,
                "CP",
                "2026-06-01",
                "interventionStart: '2026-01-12',"
                        + " grants: [{from: '2026-01-12', to: '2026-07-11'}, {from: '2026-07-12', to: '2027-01-11', decidedOn: '2026-06-01'}]");
        ComputedDeadline old = deadline(plan, "DL-12#1");
        assertThat(old.state()).isEqualTo(DeadlineState.SUPERSEDED);
        assertThat(old.closeReason()).hasValue(CancelReason.EXTENDED);
        assertThat(old.closedOn()).hasValue(LocalDate.parse("2026-06-01"));
        assertThat(due(plan, "DL-12#2")).isEqualTo("2026-12-11");
        assertThat(plan.governing().stream().filter(each -> each.act() == Act.FOLLOW_UP))
                .extracting(ComputedDeadline::key)
                .containsExactly("DL-16#1");
    }

    @Test
    @Covers("DLF-09")
    void extensionMovesAShortPeriodsFollowUpAndKeepsTheOldDate() {
        DeadlinePlan plan = plan(
                Plans.SRV,
                "OC",
                "2026-04-01",
                "interventionStart: '2026-03-01',"
                        + " grants: [{from: '2026-03-01', to: '2026-05-31'}, {from: '2026-06-01', to: '2026-12-31', decidedOn: '2026-04-01'}]");
        ComputedDeadline found = deadline(plan, "DL-15#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-09-01"));
        assertThat(found.history())
                .containsExactly(new FormerDate(LocalDate.parse("2026-04-15"), FormerDate.Reason.EXTENDED));
    }

    @Test
    void extensionThatIsDecidedLaterThanTheGivenDayDoesNotCountYet() {
        DeadlinePlan plan = plan(
                Plans.CONTACT,
                "CP",
                "2026-05-31",
                "interventionStart: '2026-01-12',"
                        + " grants: [{from: '2026-01-12', to: '2026-07-11'}, {from: '2026-07-12', to: '2027-01-11', decidedOn: '2026-06-01'}]");
        assertThat(deadline(plan, "DL-12#1").state()).isEqualTo(DeadlineState.PENDING);
        assertThat(plan.deadline("DL-12#2")).isEmpty();
    }

    @ParameterizedTest
    @Covers("DLF-10")
    @CsvSource({"ended, ENDED", "interrupted, INTERRUPTED"})
    void endCancelsWhatIsOpenAndLeavesWhatIsDone(String fact, CancelReason reason) {
        DeadlinePlan plan = plan(
                Plans.SRV,
                "OC",
                "2026-10-01",
                "interventionStart: '2026-03-01', followUps: [{heldOn: '2026-07-15', documentedOn: '2026-07-15'}], "
                        + fact
                        + ": '2026-09-30'");
        assertThat(deadline(plan, "DL-15#1").state()).isEqualTo(DeadlineState.MET);
        assertThat(deadline(plan, "DL-15#2").state()).isEqualTo(DeadlineState.CANCELLED);
        assertThat(deadline(plan, "DL-15#2").closeReason()).hasValue(reason);
        assertThat(plan.deadlines())
                .filteredOn(each -> each.state().isOpen())
                .extracting(ComputedDeadline::act)
                .isSubsetOf(Act.FINISH_DOCUMENTATION);
    }

    @ParameterizedTest
    @Covers({"DLF-10", "DL-01", "DL-08"})
    @CsvSource({"withdrawn, WITHDRAWN", "declined, DECLINED"})
    void withdrawalAndDeclineCancelAllocationAndStartUp(String fact, CancelReason reason) {
        DeadlinePlan order = plan(
                Plans.ROP,
                "CP",
                "2026-06-20",
                "orderSent: '2026-06-16', weeklyMeeting: {weekday: 'WEDNESDAY'}, " + fact + ": '2026-06-18'");
        assertThat(deadline(order, "DL-01").closeReason()).hasValue(reason);
        DeadlinePlan start = plan(
                Plans.CONTACT,
                "CP",
                "2026-06-20",
                "familyConsents: [{capacity: 'CHILD', date: '2026-06-16'}], " + fact + ": '2026-06-18'");
        assertThat(deadline(start, "DL-08").closeReason()).hasValue(reason);
    }

    @Test
    @Covers({"DLF-11", "BR-75"})
    void meetingWithoutThoseWhoMustTakePartDoesNotCount() {
        String start = "interventionStart: '2026-03-02', followUps: ";
        DeadlinePlan alone = plan(Plans.ROP, "CP", "2026-07-01", start + "[{heldOn: '2026-06-30'}]");
        assertThat(deadline(alone, "DL-13#1").state()).isEqualTo(DeadlineState.PENDING);
        assertThat(alone.warns(Warning.Id.FOLLOW_UP_NOT_COUNTED)).isTrue();
        DeadlinePlan without =
                plan(Plans.SRV, "OC", "2026-07-01", start + "[{heldOn: '2026-06-30', caseWorkerPresent: false}]");
        assertThat(deadline(without, "DL-15#1").state()).isEqualTo(DeadlineState.PENDING);
        DeadlinePlan childTalk =
                plan(Plans.CONTACT, "CP", "2026-07-01", start + "[{heldOn: '2026-06-30', kind: 'CHILD_TALK'}]");
        assertThat(deadline(childTalk, "DL-16#1").state()).isEqualTo(DeadlineState.PENDING);
        DeadlinePlan home = plan(Plans.ROP, "HVB-A", "2026-07-01", start + "[{heldOn: '2026-06-30'}]");
        assertThat(deadline(home, "DL-19#1").state()).as("not joint").isEqualTo(DeadlineState.MET);
    }

    @Test
    @Covers("DLF-12")
    void dateThatIsPastWhenComputedIsOverdueAtOnce() {
        ComputedDeadline found =
                deadline(plan(Plans.SRV, "OC", "2026-11-22", "interventionStart: '2026-01-12'"), "DL-15#1");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-07-12"));
        assertThat(found.state()).isEqualTo(DeadlineState.OVERDUE);
    }

    @Test
    @Covers("DLF-13")
    void oneMeetingMayBeTheFollowUpOfSeveralInterventionsEachWithItsOwnClock() {
        String meeting = ", followUps: [{ref: 'joint-1', heldOn: '2026-06-30'}]";
        assertThat(due(plan(Plans.SRV, "OC", "2026-07-01", "interventionStart: '2026-03-02'" + meeting), "DL-15#1"))
                .isEqualTo("2026-09-02");
        assertThat(due(plan(Plans.SRV, "OC", "2026-07-01", "interventionStart: '2026-04-20'" + meeting), "DL-15#1"))
                .isEqualTo("2026-10-20");
    }

    @Test
    @Covers({"DL-57", "EXT-09"})
    void decisionSettlesTheGrantsEndAndGapsAreWarnedOf() {
        DeadlinePlan plan = plan(
                Plans.SRV,
                "OC",
                "2026-07-20",
                "interventionStart: '2026-01-12',"
                        + " grants: [{from: '2026-01-12', to: '2026-07-11'}, {from: '2026-07-20', to: '2027-01-11', decidedOn: '2026-07-14'}]");
        assertThat(deadline(plan, "DL-57#1").state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(deadline(plan, "DL-57#1").daysLate()).isEqualTo(3);
        assertThat(due(plan, "DL-57#2")).isEqualTo("2027-01-11");
        assertThat(plan.warns(Warning.Id.GRANT_GAP)).isTrue();
        assertThat(plan.warns(Warning.Id.DECIDED_AFTER_GRANT_END)).isTrue();
    }

    @Test
    @Covers("DL-57")
    void decisionNotToExtendSettlesTheGrantsEnd() {
        DeadlinePlan plan = plan(Plans.SRV, "OC", "2026-07-12", HALF_YEAR + ", notExtendedDecided: '2026-07-01'");
        assertThat(deadline(plan, "DL-57#1").state()).isEqualTo(DeadlineState.MET);
        assertThat(plan.warns(Warning.Id.EXPIRED_WITHOUT_DECISION)).isFalse();
    }

    @Test
    @Covers({"DL-08", "MAT-13"})
    void incompleteConsentStartsNothing() {
        DeadlinePlan plan = plan(
                Plans.CONTACT,
                "CP",
                "2026-03-02",
                "familyConsents: [{capacity: 'CHILD', date: '2026-03-02'}, {capacity: 'GUARDIAN'}]");
        assertThat(plan.deadline("DL-08")).isEmpty();
        assertThat(plan.warns(Warning.Id.CONSENT_INCOMPLETE)).isTrue();
    }

    @Test
    @Covers("DL-01")
    void urgentPlacementPassesTheWeeklyMeetingBy() {
        DeadlinePlan plan = plan(
                Plans.ROP,
                "FH",
                "2026-03-02",
                "orderSent: '2026-03-02', urgentPlacement: '2026-03-02', weeklyMeeting: {weekday: 'WEDNESDAY'}");
        assertThat(plan.deadline("DL-01")).isEmpty();
    }

    @Test
    @Covers("DL-01")
    void withoutAMeetingDayThereIsAWarningInsteadOfADate() {
        DeadlinePlan plan = plan(Plans.ROP, "CP", "2026-03-02", "orderSent: '2026-03-02'");
        assertThat(plan.deadline("DL-01")).isEmpty();
        assertThat(plan.warns(Warning.Id.MEETING_NOT_SET)).isTrue();
    }

    @Test
    @Covers("DL-40")
    void bornOnALeapDayTheLastDayIsBeforeTheLastOfFebruary() {
        DeadlinePlan plan = plan(Plans.SRV, "OC", "2026-08-20", "birthDate: '2008-02-29'");
        assertThat(due(plan, "DL-40")).isEqualTo("2029-02-27");
    }

    @Test
    @Covers("DL-40")
    void clientOverTheAgeIsRefused() {
        DeadlinePlan plan = plan(Plans.SRV, "OC", "2026-08-20", "birthDate: '2005-08-20'");
        assertThat(plan.warns(Warning.Id.OVER_AGE)).isTrue();
        assertThat(plan(Plans.SRV, "OC", "2026-08-19", "birthDate: '2005-08-20'")
                        .warns(Warning.Id.OVER_AGE))
                .isFalse();
    }

    @Test
    @Covers({"DLF-03", "PRF-54"})
    void oneMonthRuleMayBeSwitchedOnForAnyProfile() {
        RoutineProfile profile = Plans.edited(Plans.SRV, document -> {
            ((ObjectNode) document.at("/settings/PRF-54")).put("value", true);
            ObjectNode row = document.withArray("deadlines").addObject();
            row.put("rule", "DL-12")
                    .put("strength", "should")
                    .put("source", "local")
                    .put("remind", true);
            row.putNull("validFrom").putNull("validTo");
            row.putArray("services").add("OC");
            row.putArray("responsible").add("CASE_WORKER");
            row.putObject("period")
                    .put("amount", 1)
                    .put("unit", "MONTHS")
                    .put("strength", "should")
                    .put("source", "local");
        });
        DeadlinePlan plan = plan(profile, "OC", "2026-02-01", HALF_YEAR);
        assertThat(plan.governing().stream().filter(each -> each.act() == Act.FOLLOW_UP))
                .extracting(ComputedDeadline::key)
                .containsExactly("DL-12#1");
    }

    @Test
    @Covers("PRF-68")
    void anchorAtTheStartKeepsTheRhythmWheneverMeetingsWereHeld() {
        RoutineProfile profile = Plans.edited(
                Plans.SRV, document -> ((ObjectNode) document.at("/settings/PRF-68/value")).put("anchor", "START"));
        DeadlinePlan plan = plan(
                profile, "OC", "2026-08-01", "interventionStart: '2026-01-12', followUps: [{heldOn: '2026-06-30'}]");
        assertThat(due(plan, "DL-15#2")).isEqualTo("2026-07-12");
    }

    @Test
    @Covers({"PRF-68", "DLA-08"})
    void threeMonthMeetingRestartsTheIntervalWhereTheProfileSaysSo() {
        RoutineProfile profile =
                Plans.edited(Plans.THERAPIST, document -> ((ObjectNode) document.at("/settings/PRF-68/value"))
                        .put("threeMonthMeetingRestarts", true));
        DeadlinePlan plan = plan(
                profile, "FT", "2026-04-29", "interventionStart: '2026-02-02', followUps: [{heldOn: '2026-04-28'}]");
        assertThat(due(plan, "DL-18#2")).isEqualTo("2026-10-28");
    }

    private static String due(DeadlinePlan plan, String key) {
        return deadline(plan, key).dueDate().map(LocalDate::toString).orElse("");
    }
}

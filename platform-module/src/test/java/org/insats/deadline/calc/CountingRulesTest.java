package org.insats.deadline.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.deadline.calc.Plans.deadline;
import static org.insats.deadline.calc.Plans.plan;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insats.requirements.Covers;
import org.insats.routine.DayCounts;
import org.insats.routine.DeadlineRuleNames;
import org.insats.routine.LocalDay;
import org.insats.routine.Role;
import org.insats.routine.RollPolicy;
import org.insats.routine.RoutineProfile;
import org.insats.routine.Severity;
import org.insats.routine.Span;
import org.insats.routine.Strength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How days are counted and what a deadline goes through: DLC-01 to DLC-17. */
class CountingRulesTest {

    private static final String RECEIVED = "orderReceived: '2026-03-02'";

    @ParameterizedTest
    @Covers("DLC-01")
    @CsvSource({
        "2026-03-01T22:59:59Z, 2026-03-01", // 23:59:59 in winter
        "2026-03-01T23:00Z, 2026-03-02",
        "2026-06-30T22:00Z, 2026-07-01", // summer time
        "2026-03-02T00:30+02:00, 2026-03-01", // half past midnight in Helsinki
        "2026-03-01T18:30-05:00, 2026-03-02",
        "2026-03-02T23:59, 2026-03-02" // no zone: Swedish time already
    })
    void timestampBecomesASwedishDate(String timestamp, LocalDate expected) {
        DeadlinePlan plan = plan(Plans.SRV, "OC", "2026-03-02", "orderReceived: '" + timestamp + "'");
        assertThat(deadline(plan, "DL-06").triggeredOn()).hasValue(expected);
    }

    @Test
    @Covers({"DLC-02", "DLC-11", "DLC-16", "DL-06"})
    void deadlineGoesFromPendingToDueSoonToOverdue() {
        assertThat(checkOn("2026-03-08").state()).isEqualTo(DeadlineState.PENDING);
        assertThat(checkOn("2026-03-09").state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(checkOn("2026-03-16").state()).isEqualTo(DeadlineState.DUE_SOON);
        ComputedDeadline overdue = checkOn("2026-03-17");
        assertThat(overdue.state()).isEqualTo(DeadlineState.OVERDUE);
        assertThat(overdue.daysLate()).isEqualTo(1);
        assertThat(overdue.severity()).isEqualTo(Severity.ERROR);
        assertThat(overdue.leadDate()).hasValue(LocalDate.parse("2026-03-09"));
        assertThat(overdue.overdueFrom()).hasValue(LocalDate.parse("2026-03-17"));
        assertThat(overdue.escalateOn()).hasValue(LocalDate.parse("2026-03-24"));
        assertThat(overdue.escalateTo()).containsExactly(Role.LEAD_SOCIAL_WORKER);
    }

    @Test
    @Covers("DLC-16")
    void jobActsOnLeadDateThenWhenOverdueThenToEscalate() {
        assertThat(checkOn("2026-03-02").nextActionAfter(LocalDate.parse("2026-03-02")))
                .hasValue(LocalDate.parse("2026-03-09"));
        assertThat(checkOn("2026-03-09").nextActionAfter(LocalDate.parse("2026-03-09")))
                .hasValue(LocalDate.parse("2026-03-17"));
        assertThat(checkOn("2026-03-17").nextActionAfter(LocalDate.parse("2026-03-17")))
                .hasValue(LocalDate.parse("2026-03-24"));
        assertThat(checkOn("2026-03-24").nextActionAfter(LocalDate.parse("2026-03-24")))
                .isEmpty();
    }

    @Test
    @Covers({"DLC-02", "DLC-11", "DLC-12", "DL-06"})
    void doneOnTheDueDateIsOnTimeAndTheDayAfterIsLate() {
        ComputedDeadline onTime = check("2026-04-01", RECEIVED + ", executionChecked: '2026-03-16'");
        assertThat(onTime.state()).isEqualTo(DeadlineState.MET);
        assertThat(onTime.daysLate()).isZero();
        ComputedDeadline late = check("2026-04-01", RECEIVED + ", executionChecked: '2026-03-17'");
        assertThat(late.state()).isEqualTo(DeadlineState.MET_LATE);
        assertThat(late.daysLate()).isEqualTo(1);
    }

    @Test
    @Covers("DL-06")
    void startAndDeclineSettleTheExecutionCheck() {
        assertThat(check("2026-03-10", RECEIVED + ", startUpMeetingHeld: '2026-03-10'")
                        .metOn())
                .hasValue(LocalDate.parse("2026-03-10"));
        assertThat(check("2026-03-10", RECEIVED + ", declined: '2026-03-09'").state())
                .isEqualTo(DeadlineState.MET);
    }

    @Test
    void whatIsSettledLaterThanTheGivenDayIsNotSettledYet() {
        ComputedDeadline before = check("2026-03-10", RECEIVED + ", executionChecked: '2026-03-12'");
        assertThat(before.state()).isEqualTo(DeadlineState.DUE_SOON);
        assertThat(before.metOn()).isEmpty();
    }

    @ParameterizedTest
    @Covers("DLC-03")
    @CsvSource({
        "2026-01-31, 2026-07-31",
        "2026-03-31, 2026-09-30",
        "2026-08-28, 2027-02-28",
        "2027-08-28, 2028-02-28", // leap year: the 28th stays the 28th
        "2024-02-29, 2024-08-29"
    })
    void monthsKeepTheDayNumberOrTakeTheLastDay(LocalDate start, LocalDate due) {
        DeadlinePlan plan = plan(Plans.SRV, "OC", start.toString(), "interventionStart: '" + start + "'");
        assertThat(deadline(plan, "DL-15#1").dueDate()).hasValue(due);
    }

    @Test
    @Covers("DLC-04")
    void seriesFromALeapDayIsNeverChained() {
        assertThat(plan(Plans.SRV, "OC", "2024-02-29", "interventionStart: '2024-02-29', planAhead: 4")
                        .series())
                .containsEntry(
                        "DL-15",
                        List.of(
                                LocalDate.parse("2024-08-29"),
                                LocalDate.parse("2025-02-28"),
                                LocalDate.parse("2025-08-29"),
                                LocalDate.parse("2026-02-28")));
    }

    @Test
    @Covers("DLC-07")
    void previousMovesTheDueDateBack() {
        ComputedDeadline found = deadline(
                plan(Plans.SRV, "OC", "2026-06-05", "orderReceived: '2026-06-05', rollPolicy: 'PREVIOUS'"), "DL-06");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-06-18"));
        assertThat(found.overdueFrom()).hasValue(LocalDate.parse("2026-06-19"));
        assertThat(found.flags()).contains(Flag.ROLLED);
    }

    @Test
    @Covers("DLC-07")
    void nextNeverMovesWhatIsDueBeforeADate() {
        DeadlinePlan plan = plan(
                Plans.CONTACT,
                "CP",
                "2026-04-01",
                "interventionStart: '2026-04-01', grants: [{from: '2026-04-01', to: '2027-03-31'}], rollPolicy: 'NEXT'");
        assertThat(deadline(plan, "DL-12#1").dueDate()).hasValue(LocalDate.parse("2027-02-28"));
        assertThat(deadline(plan, "DL-16#1").dueDate()).hasValue(LocalDate.parse("2026-10-01"));
    }

    @Test
    @Covers("DLC-08")
    void municipalityMayAddLocalDays() {
        RoutineProfile profile = with(
                Plans.profile(Plans.ROP),
                Optional.empty(),
                List.of(
                        new LocalDay(Optional.of(LocalDate.parse("2026-03-03")), Optional.empty()),
                        new LocalDay(Optional.empty(), Optional.of(MonthDay.of(3, 4)))));
        assertThat(deadline(plan(profile, "CP", "2026-03-02", "allocated: '2026-03-02'"), "DL-04")
                        .dueDate())
                .hasValue(LocalDate.parse("2026-03-09"));
    }

    @Test
    @Covers("DLC-10")
    void promptlyIsAsLongAsTheProfileSaysOrHasNoLimit() {
        DayCounts five = counts(Span.workingDays(5));
        assertThat(deadline(
                                plan(
                                        with(Plans.profile(Plans.ROP), Optional.of(five)),
                                        "CP",
                                        "2026-03-02",
                                        "allocated: '2026-03-02'"),
                                "DL-04")
                        .dueDate())
                .hasValue(LocalDate.parse("2026-03-09"));
        ComputedDeadline unlimited = deadline(
                plan(
                        with(Plans.profile(Plans.ROP), Optional.of(counts(Span.NO_LIMIT))),
                        "CP",
                        "2026-03-12",
                        "allocated: '2026-03-02'"),
                "DL-04");
        assertThat(unlimited.dueDate()).isEmpty();
        assertThat(unlimited.kind()).isEqualTo(DeadlineKind.INFORMATION);
        assertThat(unlimited.elapsedDays()).hasValue(10);
        assertThat(unlimited.state()).isEqualTo(DeadlineState.PENDING);
    }

    @Test
    @Covers("DLC-14")
    void deadlinesOfOneActShareItAndTheEarliestOpenOneGoverns() {
        DeadlinePlan plan = plan(
                Plans.CONTACT,
                "CP",
                "2026-02-01",
                "interventionStart: '2026-01-12', grants: [{from: '2026-01-12', to: '2026-07-11'}]");
        assertThat(plan.deadlines().stream()
                        .filter(each -> each.act() == Act.FOLLOW_UP)
                        .map(ComputedDeadline::actKey)
                        .distinct())
                .containsExactly("FOLLOW_UP");
        assertThat(plan.governing().stream().filter(each -> each.act() == Act.FOLLOW_UP))
                .extracting(ComputedDeadline::key)
                .containsExactly("DL-12#1");
        assertThat(plan.governing().stream().filter(each -> each.act() == Act.GRANT_ENDING))
                .as("the same day: the stronger governs")
                .extracting(ComputedDeadline::key)
                .containsExactly("DL-21#1");
    }

    @Test
    @Covers("DLC-14")
    void whatIsDoneEachTimeHasAWorkflowEach() {
        DeadlinePlan plan =
                plan(Plans.SRV, "OC", "2026-03-03", "familyContacts: [{date: '2026-03-02'}, {date: '2026-03-03'}]");
        assertThat(plan.governing()).extracting(ComputedDeadline::key).containsExactly("DL-59#1", "DL-59#2");
    }

    @Test
    @Covers("DLC-15")
    void severityFollowsTheStrength() {
        assertThat(Strength.MUST.severityWhenOverdue()).isEqualTo(Severity.ERROR);
        assertThat(Strength.SHOULD.severityWhenOverdue()).isEqualTo(Severity.WARNING);
        assertThat(Strength.DEFAULT.severityWhenOverdue()).isEqualTo(Severity.INFORMATION);
        String start = "interventionStart: '2026-03-02'";
        assertThat(deadline(plan(Plans.ROP, "CP", "2027-01-01", start), "DL-13#1")
                        .severity())
                .isEqualTo(Severity.WARNING);
        assertThat(deadline(plan(Plans.SRV, "OC", "2027-01-01", start), "DL-15#1")
                        .severity())
                .isEqualTo(Severity.ERROR);
    }

    @Test
    @Covers("DLC-16")
    void shortPeriodsAreRemindedAtTheTrigger() {
        ComputedDeadline promptly = deadline(plan(Plans.ROP, "CP", "2026-04-02", "allocated: '2026-04-02'"), "DL-04");
        assertThat(promptly.leadDate()).hasValue(LocalDate.parse("2026-04-02"));
        assertThat(promptly.escalateTo()).containsExactly(Role.PLACEMENT_SECTION_MANAGER);
    }

    @Test
    @Covers("DLC-16")
    void escalationGoesToTheManagerOfEachSide() {
        String start = "interventionStart: '2026-03-02'";
        assertThat(deadline(plan(Plans.ROP, "CP", "2026-03-02", start), "DL-13#1")
                        .escalateTo())
                .containsExactly(Role.LEAD_SOCIAL_WORKER, Role.PLACEMENT_SECTION_MANAGER);
        assertThat(deadline(plan(Plans.SRV, "OC", "2026-04-20", start + ", ended: '2026-04-20'"), "DL-28")
                        .escalateTo())
                .containsExactly(Role.UNIT_MANAGER);
    }

    @Test
    @Covers("DLC-13")
    void correctedDateOfReceiptKeepsTheOldDueDate() {
        ComputedDeadline found =
                check("2026-03-10", "orderReceived: {date: '2026-03-02', was: ['2026-02-27', '2026-03-02']}");
        assertThat(found.dueDate()).hasValue(LocalDate.parse("2026-03-16"));
        assertThat(found.history())
                .containsExactly(new FormerDate(LocalDate.parse("2026-03-13"), FormerDate.Reason.TRIGGER_CORRECTED));
    }

    @Test
    @Covers("DLC-17")
    void guardsAndInformationHaveNoLeadDateAndAreNeverOverdue() {
        DeadlinePlan plan = plan(Plans.CONTACT, "CP", "2026-06-01", "startUpMeetingHeld: '2026-03-02'");
        assertThat(plan.deadlines())
                .filteredOn(each -> each.kind() != DeadlineKind.DEADLINE)
                .extracting(ComputedDeadline::ruleId)
                .containsExactlyInAnyOrder("DL-09", "DL-11");
        assertThat(plan.deadlines())
                .filteredOn(each -> each.kind() != DeadlineKind.DEADLINE)
                .allMatch(each -> each.leadDate().isEmpty()
                        && each.overdueFrom().isEmpty()
                        && !each.governing()
                        && each.state() == DeadlineState.PENDING);
        assertThat(plan.deadlines())
                .filteredOn(each -> each.kind() == DeadlineKind.DEADLINE)
                .isNotEmpty()
                .allMatch(each ->
                        each.leadDate().isPresent() && each.overdueFrom().isPresent());
    }

    @Test
    void everyRuleThatIsComputedIsOneThatAProfileMayHave() {
        assertThat(Set.copyOf(DeadlineCalculator.ruleNames())).isEqualTo(DeadlineRuleNames.ALL);
    }

    private static ComputedDeadline checkOn(String today) {
        return check(today, RECEIVED);
    }

    private static ComputedDeadline check(String today, String facts) {
        return deadline(plan(Plans.SRV, "OC", today, facts), "DL-06");
    }

    private static DayCounts counts(Span promptly) {
        return new DayCounts(RollPolicy.KEEP, promptly, Span.workingDays(1), 5, 5);
    }

    private static RoutineProfile with(RoutineProfile profile, Optional<DayCounts> counts) {
        return with(profile, counts, profile.localDays());
    }

    private static RoutineProfile with(RoutineProfile profile, Optional<DayCounts> counts, List<LocalDay> localDays) {
        return new RoutineProfile(
                profile.id(),
                profile.code(),
                profile.version(),
                profile.source(),
                profile.titles(),
                profile.validity(),
                profile.reviewBy(),
                profile.services(),
                profile.settings(),
                counts.orElse(profile.dayCounts()),
                profile.weeklyMeeting(),
                localDays,
                profile.deadlines());
    }
}

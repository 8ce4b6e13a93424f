package org.insats.platformtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.deadline.DeadlineService;
import org.insats.deadline.TaskAct;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.report.CaseLists;
import org.insats.report.ReportJob;
import org.insats.report.Reports;
import org.insats.report.ReportsOnCountedServices;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reports of a unit, with numbers counted by hand. */
@ExtendWith(Repository.class)
class ReportStoryTest {

    private static final Set<TaskAct> FOLLOW_UPS = Set.of(TaskAct.FOLLOW_UP);

    private static Reports reports() {
        return Story.bean("insats.reports", Reports.class);
    }

    private static Reports.Period year(String unit) {
        return new Reports.Period(unit, YearMonth.of(2026, 1), YearMonth.of(2027, 12));
    }

    private static List<String> followUps(Story story, String unit) {
        return story.as("admin", () -> reports().compliance(year(unit), FOLLOW_UPS).stream()
                .map(row -> "%s %s %s: %d of %d in time, %d late, %d overdue, %.1f %%"
                        .formatted(
                                row.month(),
                                row.service(),
                                row.strength(),
                                row.inTime(),
                                row.due(),
                                row.late(),
                                row.overdue(),
                                row.share()))
                .toList());
    }

    private static void countByJob() {
        Story.bean("insats.reportJob", ReportJob.class).run();
    }

    /** Three cases of one unit, started the same day: the follow-up due 2026-09-02 in time, late, and not at all. */
    private static Story threeFollowUpsDueInSeptember() {
        Story story = Story.beginningOn("2026-03-02").running();
        story.on("2026-08-20").followUpHeld();
        story.on("2026-03-02").running();
        story.on("2026-09-15").runJob();
        story.followUpHeld();
        story.on("2026-03-02").running();
        story.on("2026-09-16").runJob();
        return story;
    }

    private static final String THREE = "2026-09 OPEN_CARE MUST: 1 of 3 in time, 1 late, 1 overdue, 33.3 %";

    @Test
    void followUpsInTimeLateAndOverdueAreCountedInTheMonthTheyWereDue() {
        Story story = threeFollowUpsDueInSeptember();

        assertThat(followUps(story, story.unit())).containsExactly(THREE);
        assertThat(followUps(story, story.performerUnit())).isEmpty();
        countByJob();
        countByJob();
        assertThat(followUps(story, story.unit())).containsExactly(THREE);
    }

    @Test
    void whatIsDoneAtLastOrWasRecordedByMistakeIsCountedAsItStands() {
        Story story = Story.beginningOn("2026-03-02").running();
        story.on("2026-08-20");
        String followUp = story.followUpHeld();
        story.update(
                story.followUpWorker(),
                followUp,
                "{\"measuredAgainstNeeds\":\"Ja\",\"measuredAgainstPlan\":\"Ja\",\"participation\":\"Barnet var med\",\"goalResult\":"
                        + story.goalResults(followUp, "POSITIVE_MET")
                        + ",\"outcome\":[\"CONTINUE\"],\"nextFollowUpDate\":\"2027-02-19\"}");
        story.act(story.followUpWorker(), followUp, "document", "{}");
        assertThat(followUps(story, story.unit()))
                .containsExactly("2026-09 OPEN_CARE MUST: 1 of 1 in time, 0 late, 0 overdue, 100.0 %");

        story.on("2026-09-20").act(story.followUpWorker(), followUp, "markErroneous", "{\"reason\":\"Fel ärende\"}");
        story.runJob();
        assertThat(followUps(story, story.unit()))
                .containsExactly("2026-09 OPEN_CARE MUST: 0 of 1 in time, 0 late, 1 overdue, 0.0 %");

        story.followUpHeld();
        assertThat(followUps(story, story.unit()))
                .containsExactly("2026-09 OPEN_CARE MUST: 0 of 1 in time, 1 late, 0 overdue, 0.0 %");
    }

    @Test
    void otherActsAreCountedToo() {
        Story story = Story.beginningOn("2026-03-02").running();

        List<Reports.Compliance> all =
                story.as("admin", () -> reports().compliance(year(story.performerUnit()), Set.of()));

        assertThat(all)
                .filteredOn(row -> row.act() == TaskAct.ALLOCATE || row.act() == TaskAct.START_UP_MEETING)
                .allMatch(row -> row.inTime() == 1 && row.due() == 1);
        assertThat(all).isNotEmpty().noneMatch(row -> row.strength().equals("INFORMATION"));
    }

    @Test
    void daysFromOrderToStartAreSummedForBothUnits() {
        Story story = Story.beginningOn("2026-03-02").running();
        startedAfter(story, "2026-03-02", "2026-03-20");
        startedAfter(story, "2026-03-05", "2026-03-09");
        startedAfter(story, "2026-03-30", "2026-04-02");

        for (String unit : List.of(story.unit(), story.performerUnit())) {
            assertThat(story.as("admin", () -> reports().orderToStart(year(unit))))
                    .containsExactly(
                            new Reports.Starts(YearMonth.of(2026, 3), "OPEN_CARE", 3, 7.3, 4, 18),
                            new Reports.Starts(YearMonth.of(2026, 4), "OPEN_CARE", 1, 3.0, 3, 3));
        }
    }

    private static void startedAfter(Story story, String ordered, String started) {
        story.on(ordered)
                .caseOpened()
                .assignmentConsented()
                .granted(ordered, "2027-02-28")
                .orderSent()
                .allocated();
        story.on(started).started();
    }

    @Test
    void aManagerSeesTheirUnitAndNobodyElseDoes() {
        Story story = threeFollowUpsDueInSeptember();
        Reports.Period ours = year(story.performerUnit());

        assertThat(story.as(story.unitManager(), () -> reports().units())).containsExactly(story.performerUnit());
        assertThat(story.as(story.unitManager(), () -> reports().orderToStart(ours)))
                .hasSize(1);
        assertThat(Story.refusalOf(() ->
                        story.as(story.unitManager(), () -> reports().compliance(year(story.unit()), FOLLOW_UPS))))
                .isEqualTo("INS-REPORT");
        for (String other : List.of(story.caseWorker(), story.treatmentLead(), story.coordinator())) {
            assertThat(Story.refusalOf(() -> story.as(other, () -> reports().orderToStart(ours))))
                    .isEqualTo("INS-REPORT");
        }
        assertThat(Story.refusalOf(
                        () -> story.as(story.unitManager(), () -> reports().rebuild())))
                .isEqualTo("INS-ACCESS");
    }

    @Test
    void countedAnewItComesToTheSame() {
        Story story = threeFollowUpsDueInSeptember();
        assertThat(followUps(story, story.unit())).containsExactly(THREE);
        List<Reports.Starts> starts = story.as("admin", () -> reports().orderToStart(year(story.unit())));

        story.as("admin", () -> reports().rebuild());
        assertThat(story.as("admin", () -> reports().isRebuilding())).isTrue();
        // Something happens before its case is reached: it must be counted once all the same.
        story.followUpHeld();
        assertThat(followUps(story, story.unit()))
                .containsExactly("2026-09 OPEN_CARE MUST: 0 of 1 in time, 1 late, 0 overdue, 0.0 %");
        countByJob();

        assertThat(story.as("admin", () -> reports().isRebuilding())).isFalse();
        assertThat(followUps(story, story.unit()))
                .containsExactly("2026-09 OPEN_CARE MUST: 1 of 3 in time, 2 late, 0 overdue, 33.3 %");
        assertThat(story.as("admin", () -> reports().orderToStart(year(story.unit()))))
                .isEqualTo(starts);
    }

    @Test
    void whatAReportCostsDoesNotGrowWithTheCases() {
        Story story = Story.beginningOn("2026-03-02").running();
        story.on("2026-08-20").followUpHeld();
        countByJob();
        int withOne = callsToRead(story);
        List<NodeRef> interventions = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            story.on("2026-03-02").running();
            story.on("2026-08-20").followUpHeld();
            interventions.add(story.intervention());
        }
        // What was done in the background for one case may have met the clock on its way back for the next.
        story.as("admin", () -> {
            interventions.forEach(Story.bean("insats.deadlineService", DeadlineService.class)::recompute);
            return null;
        });
        countByJob();

        assertThat(followUps(story, story.unit()))
                .containsExactly("2026-09 OPEN_CARE MUST: 5 of 5 in time, 0 late, 0 overdue, 100.0 %");
        assertThat(withOne).isPositive();
        assertThat(callsToRead(story)).isEqualTo(withOne);
    }

    /** Calls of the node service and the search service that a report takes. */
    private static int callsToRead(Story story) {
        AtomicInteger calls = new AtomicInteger();
        Reports counted = ReportsOnCountedServices.make(calls);
        story.as("admin", () -> counted.compliance(year(story.unit()), FOLLOW_UPS));
        return calls.get();
    }

    @Test
    @Covers("ORD-54")
    void whatAContractorIsSearchedForWaitsForAMatchUntilOneIsAgreed() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .basisEstablished();
        assertThat(searched(story)).isEmpty();
        story.on("2026-03-05").referred();
        story.on("2026-03-16");

        assertThat(searched(story)).containsExactly("2026-03-05 11");
        assertThat(story.as(story.unitManager(), () -> Story.bean("insats.caseLists", CaseLists.class)
                        .allocationQueue(Optional.of(story.performerUnit()), Optional.empty(), 10)
                        .items()))
                .isEmpty();

        story.contractorDiscussed().familyMet().matchAgreed();
        assertThat(searched(story)).isEmpty();
    }

    private static List<String> searched(Story story) {
        return story.as(story.unitManager(), () -> Story.bean("insats.caseLists", CaseLists.class)
                .waitingForMatch(Optional.of(story.performerUnit()), Optional.empty(), 10)
                .items()
                .stream()
                .map(each -> each.since() + " " + each.daysWaited())
                .toList());
    }
}

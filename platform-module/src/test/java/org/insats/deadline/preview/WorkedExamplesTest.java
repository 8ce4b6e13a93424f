package org.insats.deadline.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

/** The worked examples of 5-deadlines, 5.5, through the handler that answers the preview. */
class WorkedExamplesTest {

    private final DeadlineExamples examples = new DeadlineExamples();

    @Test
    @Covers({"EX-01", "DL-13", "DLC-03", "DLC-06"})
    void sixMonthsFromTheLastDayOfAMonthTheDueDateIsASunday() {
        examples.replay("EX-01");
    }

    @Test
    @Covers({"EX-02", "DL-13", "DLF-02", "DLF-08", "DLA-05"})
    void theIntervalRestartsFromTheHeldJointFollowUp() {
        examples.replay("EX-02");
    }

    @Test
    @Covers({"EX-03", "DLC-04", "DLF-02"})
    void aSeriesPlannedAheadIsReckonedFromItsAnchor() {
        examples.replay("EX-03");
    }

    @Test
    @Covers({"EX-04", "DLC-03", "DL-13", "DL-15", "DL-16"})
    void threeStartsOneLeapDay() {
        examples.replay("EX-04");
    }

    @Test
    @Covers({"EX-06", "DLC-03", "DL-13", "DL-15", "DL-16"})
    void startOnAllSaintsDay() {
        examples.replay("EX-06");
    }

    @Test
    @Covers({"EX-07", "DL-14", "DLA-06"})
    void supportFamilyOnceAYear() {
        examples.replay("EX-07");
    }

    @Test
    @Covers({"EX-09", "DL-17", "DLC-03", "DLC-06"})
    void familyTherapistTheFirstMeetingAfterThreeMonths() {
        examples.replay("EX-09");
    }

    @Test
    @Covers({"EX-10", "DL-12", "DLC-05", "DLC-06"})
    void oneMonthBeforeThreeDifferentEnds() {
        examples.replay("EX-10");
    }

    @Test
    @Covers({"EX-11", "DL-12", "DLC-05"})
    void oneMonthBeforeTheEndInALeapYear() {
        examples.replay("EX-11");
    }

    @Test
    @Covers({"EX-12", "DL-12", "DLC-05", "DLA-02"})
    void oneMonthBeforeTheLastOfMay() {
        examples.replay("EX-12");
    }

    @Test
    @Covers({"EX-13", "DLF-03", "DLC-14", "DL-12", "DL-16"})
    void oneMonthBeforeTheEndComesBeforeTheIntervalAndGoverns() {
        examples.replay("EX-13");
    }

    @Test
    @Covers({"EX-14", "DLF-03", "DLF-08", "DLC-14"})
    void theIntervalGovernsFirstTheMonthBeforeTheEndStaysOpenForTheNextFollowUp() {
        examples.replay("EX-14");
    }

    @Test
    @Covers({"EX-15", "DLF-03"})
    void theSameFromTheLastDayOfAMonth() {
        examples.replay("EX-15");
    }

    @Test
    @Covers({"EX-17", "DLF-04", "DL-12"})
    void aGrantShorterThanAMonthHalfWay() {
        examples.replay("EX-17");
    }

    @Test
    @Covers({"EX-19", "DLF-05", "DL-12", "DL-10"})
    void theStrictDateIsKeptWithAWarningThatItFallsBeforeThePlan() {
        examples.replay("EX-19");
    }

    @Test
    @Covers({"EX-21", "DL-12", "DLC-12", "DLF-08"})
    void heldFourDaysLateTooLateToWindUpInTime() {
        examples.replay("EX-21");
    }

    @Test
    @Covers({"EX-22", "DLF-07", "DL-17", "DL-18"})
    void threeAndSixMonthsFromTheStart() {
        examples.replay("EX-22");
    }

    @Test
    @Covers({"EX-23", "DLF-07", "DLA-08"})
    void theThreeMonthMeetingDoesNotRestartTheSixMonths() {
        examples.replay("EX-23");
    }

    @Test
    @Covers({"EX-25", "DLF-06", "DL-17", "DL-18"})
    void theThreeMonthDateFallsAfterTheGrantHalfWayAndNoSixMonthFollowUp() {
        examples.replay("EX-25");
    }

    @Test
    @Covers({"EX-26", "DLF-09", "DL-12", "DL-16"})
    void extensionRecomputedWithTheNewEndFromTheHeldFollowUp() {
        examples.replay("EX-26");
    }

    @Test
    @Covers({"EX-28", "DLF-09", "DL-13"})
    void theExtensionDoesNotRestartTheInterval() {
        examples.replay("EX-28");
    }

    @Test
    @Covers({"EX-30", "DLF-10", "DL-26"})
    void interruptionCancelsTheFollowUpAndStartsTheReport() {
        examples.replay("EX-30");
    }

    @Test
    @Covers({"EX-31", "DL-28", "DLA-04"})
    void documentationWithinTwoWeeksOfTheEnding() {
        examples.replay("EX-31");
    }

    @Test
    @Covers({"EX-32", "DL-26", "DLC-09"})
    void interruptionOnASaturdayTheNextWorkingDay() {
        examples.replay("EX-32");
    }

    @Test
    @Covers({"EX-33", "DLF-10", "DL-06"})
    void withdrawalCancelsTheExecutionCheck() {
        examples.replay("EX-33");
    }

    @Test
    @Covers({"EX-34", "DL-57"})
    void theGrantEndsWithoutADecisionNothingIsClosedByThat() {
        examples.replay("EX-34");
    }

    @Test
    @Covers({"EX-35", "DL-06", "DLC-02", "DLC-06", "DLC-07", "DLC-08"})
    void twoWeeksThatEndOnMidsummerEve() {
        examples.replay("EX-35");
    }

    @Test
    @Covers({"EX-36", "DLC-01", "DL-06"})
    void aTimestampIsConvertedToSwedishTimeFirst() {
        examples.replay("EX-36");
    }

    @Test
    @Covers({"EX-37", "DL-08", "DLC-06", "DLC-07", "DLC-08"})
    void twoWeeksThatEndOnChristmasDay() {
        examples.replay("EX-37");
    }

    @Test
    @Covers({"EX-39", "DL-09", "DL-10"})
    void thePlanShouldBeThereAtTheStartUpMeetingMustBeThereThreeWeeksFromTheStart() {
        examples.replay("EX-39");
    }

    @Test
    @Covers({"EX-40", "DL-10", "DLC-06"})
    void threeWeeksThatEndOnChristmasEve() {
        examples.replay("EX-40");
    }

    @Test
    @Covers({"EX-41", "DLC-13", "DL-10"})
    void aCorrectedStartRecomputedAndTheOldDateKept() {
        examples.replay("EX-41");
    }

    @Test
    @Covers({"EX-43", "DL-28", "DL-29"})
    void documentationInTimeThenFiveWorkingDaysForThePerformerNationalDayApart() {
        examples.replay("EX-43");
    }

    @Test
    @Covers({"EX-44", "DL-04", "DLC-09", "DLC-10"})
    void promptlyOverEaster() {
        examples.replay("EX-44");
    }

    @Test
    @Covers({"EX-46", "DL-01"})
    void theNextWeeklyMeeting() {
        examples.replay("EX-46");
    }

    @Test
    @Covers({"EX-48", "DL-40", "BR-21"})
    void theGrantRunsPastThe21stBirthday() {
        examples.replay("EX-48");
    }

    @Test
    @Covers({"EX-50", "DLA-07"})
    void whatTurnsOnTheAgeSetting() {
        examples.replay("EX-50");
    }

    @Test
    @Covers({"EX-52", "FUP-22", "FUP-23"})
    void theGuardiansAreInformedBeforeTheChildTalk() {
        examples.replay("EX-52");
    }

    @Test
    @Covers({"EX-53", "DLF-06", "DL-15"})
    void anIntervalThatEndsTheDayAfterTheGrantCountsAsItsLastDay() {
        examples.replay("EX-53");
    }

    @Test
    void everyExampleFileIsReplayed() throws IOException {
        try (Stream<Path> files = Files.list(DeadlineExamples.FOLDER)) {
            List<String> ids = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("EX-"))
                    .map(name -> name.replace(".json", ""))
                    .sorted()
                    .toList();
            List<String> covered = Arrays.stream(getClass().getDeclaredMethods())
                    .map(WorkedExamplesTest::covers)
                    .flatMap(Stream::of)
                    .filter(id -> id.startsWith("EX-"))
                    .sorted()
                    .toList();
            assertThat(covered).isEqualTo(ids);
        }
    }

    private static String[] covers(Method method) {
        Covers covers = method.getAnnotation(Covers.class);
        return covers == null ? new String[0] : covers.value();
    }
}

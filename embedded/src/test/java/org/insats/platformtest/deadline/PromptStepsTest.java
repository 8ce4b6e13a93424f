package org.insats.platformtest.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody runs the job here. */
@ExtendWith(Repository.class)
class PromptStepsTest {

    private static final long LIMIT = Duration.ofSeconds(30).toNanos();

    @Test
    @Covers("DLC-16")
    void anActThatMakesADeadlinePastItsLeadDatePutsTheTaskOnTheListAtOnce() {
        Story story = Story.beginningOn("2026-06-05")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-06-05", "2027-05-31")
                .orderSent()
                .on("2026-06-15");
        assertThat(story.tasksOf(story.coordinator())).isEmpty();

        story.act(story.unitManager(), story.order(), "receive", "{\"date\":\"2026-06-08\",\"reason\":\"Rättat\"}");

        long start = System.nanoTime();
        while (story.tasksOf(story.coordinator()).isEmpty()) {
            assertThat(System.nanoTime() - start).as("no task came").isLessThan(LIMIT);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertThat(story.actsOf(story.coordinator())).containsExactly("EXECUTION_CHECK");
        story.runJob();
        assertThat(story.tasksOf(story.coordinator())).hasSize(1);
    }
}

package org.insats.platformtest.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records that are due while an intervention runs, and what becomes of them when it ends. */
@ExtendWith(Repository.class)
class AfterTheEndStoryTest {

    private final Story story = Story.beginningOn("2026-06-01").running();

    @Test
    @Covers({"END-31", "DL-34"})
    void aMeetingThatWasNeverDocumentedIsNoLongerAskedForAfterTheEnd() {
        story.on("2026-08-03").followUpHeld();
        assertThat(story.openDeadline("DL-34").dueDate()).hasToString("Optional[2026-08-10]");

        story.on("2026-08-04").endedByCaseWorker();

        assertThat(story.deadlines("DL-34")).singleElement().satisfies(meeting -> {
            assertThat(meeting.state()).hasToString("CANCELLED");
            assertThat(meeting.closeReason()).contains("ENDED");
        });
        assertThat(story.openDeadline("DL-28").dueDate()).hasToString("Optional[2026-08-18]");
    }

    @Test
    @Covers({"DL-59", "ORD-75", "CON-121"})
    void theNoteOfAContactIsDueWithinDaysOfTheContactFromTheMomentItIsPutDown() {
        story.on("2026-06-11");
        String note = story.create(
                story.followUpWorker(),
                "journalNote",
                """
                {"noteType":"FAMILY_CONTACT","noteText":"Ringde om tiden","noteDate":"2026-06-10T08:00:00Z"}
                """);
        assertThat(story.status(note)).isEqualTo("DRAFT");
        assertThat(story.openDeadline("DL-59").dueDate()).hasToString("Optional[2026-06-15]");

        story.update(story.followUpWorker(), note, "{\"noteDate\":\"2026-06-09T08:00:00Z\"}");
        assertThat(story.openDeadline("DL-59").dueDate()).hasToString("Optional[2026-06-12]");

        story.act(story.followUpWorker(), note, "establish", "{}");
        assertThat(story.deadlines("DL-59")).singleElement().satisfies(due -> assertThat(due.state())
                .hasToString("MET"));
    }
}

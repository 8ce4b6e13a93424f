package org.insats.platformtest.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.insats.casefile.Consents;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The day on which a family's consent became complete, when its members answer on different days. */
@ExtendWith(Repository.class)
class ConsentDayTest {

    private final Story story = Story.beginningOn("2026-06-01").caseOpened("motala-srv", "OPEN_CARE");

    @Test
    @Covers({"MAT-13", "CON-39"})
    void itIsTheDayOfTheLatestAnswerThatWasStillMissing() {
        String assignment = story.create(
                story.caseWorker(),
                "assignment",
                """
                {"needs":"Stöd i vardagen","followUpForms":"Möten",
                 "goals":[{"text":"Vardagen fungerar","level":"GOAL","triangleSides":["FAMILY_AND_ENVIRONMENT"]}]}
                """);
        story.act(story.caseWorker(), assignment, "communicate", "{}");
        List<String> guardians = story.guardians();
        assertThat(guardians).hasSize(2);

        story.on("2026-06-02").consent(assignment, guardians.get(0), "GUARDIAN", "GIVEN");
        assertThat(complete(assignment)).isEmpty();
        story.on("2026-06-05").consent(assignment, guardians.get(1), "GUARDIAN", "GIVEN");

        assertThat(complete(assignment)).contains(LocalDate.parse("2026-06-05"));
        assertThat(story.status(assignment)).isEqualTo("CONSENTED");

        story.on("2026-06-08").consent(assignment, guardians.get(0), "GUARDIAN", "WITHDRAWN");
        assertThat(complete(assignment)).isEmpty();
        story.on("2026-06-09").consent(assignment, guardians.get(0), "GUARDIAN", "GIVEN");
        assertThat(complete(assignment)).contains(LocalDate.parse("2026-06-09"));
    }

    private Optional<LocalDate> complete(String assignment) {
        return story.as(story.caseWorker(), () -> Story.bean("insats.consents", Consents.class)
                .familyConsent(story.document(assignment), "ASSIGNMENT_CONTENT", story.today()));
    }
}

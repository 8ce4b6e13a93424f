package org.insats.platformtest.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every field that a plan must have: without it the plan is not established, with it again it is. */
@ExtendWith(Repository.class)
class PlanFieldsTest {

    @Test
    @Covers({
        "PLN-20",
        "DOC-IMP-05",
        "DOC-IMP-06",
        "DOC-IMP-07",
        "DOC-IMP-08",
        "DOC-IMP-11",
        "DOC-IMP-12",
        "DOC-IMP-HVB-04",
        "DOC-IMP-HVB-05",
        "DOC-IMP-HVB-06",
        "DOC-IMP-HVB-07",
        "DOC-IMP-HVB-08",
        "DOC-IMP-HVB-09",
        "ROLE-30"
    })
    void aHomesPlanIsNotEstablishedWithoutAnyOfItsFields() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("bas-assignments", "RESIDENTIAL_CARE_HOME")
                .standsGranted("2026-03-02", "2026-09-01", "Skolan fungerar");
        String carePlan = story.create(story.caseWorker(), "carePlan", "{\"background\":\"Bakgrund\"}");
        story.act(story.caseWorker(), carePlan, "establish", "{}");
        String assignment = story.create(story.caseWorker(), "assignment", "{}");
        String plan = story.create(
                story.caseWorker(),
                "implementationPlan",
                """
                {"assignmentRef":"%s","goalsDelegated":false,"mustRequirements":["Eget rum"],
                 "homePart":[{"activity":"Samtal"}],"participation":"Deltog"}
                """
                        .formatted(assignment));
        List<String> texts = List.of(
                "goalsAndPurpose",
                "interventionContent",
                "responsibilityDivision",
                "followUpMethod",
                "whenHow",
                "followUpForms",
                "caseWorkerContact",
                "schooling",
                "healthCare",
                "otherBodiesInterventions",
                "contactArrangements");
        texts.forEach(field -> story.update(story.caseWorker(), plan, "{\"" + field + "\":\"Text\"}"));
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "establish", "{}")))
                .as("preparedWith")
                .isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), plan, "{\"preparedWith\":[\"" + story.guardian() + "\"]}");

        for (String field : texts) {
            story.update(story.caseWorker(), plan, "{\"" + field + "\":\"\"}");
            assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), plan, "establish", "{}")))
                    .as(field)
                    .isEqualTo("INS-MANDATORY");
            story.update(story.caseWorker(), plan, "{\"" + field + "\":\"Text\"}");
        }
        story.act(story.caseWorker(), plan, "establish", "{}");

        assertThat(story.status(plan)).isEqualTo("ESTABLISHED");
        assertThat(story.document(plan).properties().toString()).contains("establishedDate");
    }
}

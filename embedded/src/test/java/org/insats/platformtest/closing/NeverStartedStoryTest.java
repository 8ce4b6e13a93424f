package org.insats.platformtest.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insats.casefile.CaseModel;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was granted and never began: the choice after a decline, and how it is given up. */
@ExtendWith(Repository.class)
class NeverStartedStoryTest {

    private static final String CEASED =
            "{\"endingKind\":\"PLANNED\",\"endingReason\":\"NEED_CEASED\",\"endingReasonText\":\"Behovet finns inte kvar\"}";

    private final Story story = Story.beginningOn("2026-06-05");

    @Test
    @Covers({"ORD-74", "END-31"})
    void afterADeclineTheChoiceIsATaskOfTheCaseWorkerUntilItIsMade() {
        declined();
        assertThat(story.actsOf(story.caseWorker())).contains("CHOOSE_NEXT");
        assertThat(story.actsOf(story.followUpWorker())).doesNotContain("CHOOSE_NEXT");
        assertThat(story.openDeadline("ORD-74").owner().userName()).contains(story.caseWorker());
        assertThat(Story.refusalOf(() -> story.complete(story.caseWorker(), "CHOOSE_NEXT", "{}")))
                .isEqualTo("INS-ORD-74");

        story.complete(story.caseWorker(), "CHOOSE_NEXT", "{\"choice\":\"END\"}");

        assertThat(story.actsOf(story.caseWorker())).doesNotContain("CHOOSE_NEXT");
        assertThat(story.openChoices(story.caseWorker())).isEmpty();
        assertThat(story.deadlines("ORD-74")).singleElement().satisfies(choice -> assertThat(choice.state())
                .hasToString("MET"));
        assertThat(story.documentsOf("ending")).singleElement().satisfies(ending -> assertThat(ending.status())
                .isEqualTo("DRAFT"));
    }

    @Test
    @Covers("ORD-74")
    void anotherOrderIsAChoiceAsWell() {
        declined();
        story.orderSent();
        assertThat(story.actsOf(story.caseWorker())).doesNotContain("CHOOSE_NEXT");
        assertThat(story.openChoices(story.caseWorker())).isEmpty();
    }

    @Test
    @Covers({"ORD-74", "END-31", "DLF-10", "BR-99"})
    void whatWasDeclinedIsGivenUpInOneStepAndNothingIsLeftToDo() {
        declined();
        String ending = story.create(story.caseWorker(), "ending", "{}");
        assertThat(Story.refusalOf(() -> end(ending))).isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), ending, CEASED);
        end(ending);

        assertThat(story.status(ending)).isEqualTo("CLOSED");
        assertThat(story.status(story.order())).isEqualTo("DECLINED");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ENDED");
        assertThat(story.deadlines("ORD-74")).singleElement().satisfies(choice -> {
            assertThat(choice.state()).hasToString("CANCELLED");
            assertThat(choice.closeReason()).contains("ENDED");
        });
        assertThat(story.deadlines("DL-57")).singleElement().satisfies(notice -> assertThat(notice.closeReason())
                .contains("DECLINED"));
        assertThat(story.deadlines("DL-28")).isEmpty();
        assertThat(story.tasksOf(story.caseWorker())).isEmpty();
    }

    @Test
    @Covers({"END-31", "DL-57", "ORD-42"})
    void aNeedThatCeasesBeforeTheOrderEndsTheInterventionForGood() {
        granted();
        String ending = story.create(story.caseWorker(), "ending", CEASED);
        end(ending);
        assertThat(story.deadlines("DL-57")).singleElement().satisfies(notice -> {
            assertThat(notice.state()).hasToString("CANCELLED");
            assertThat(notice.closeReason()).contains("ENDED");
        });
        String order = story.create(story.caseWorker(), "order", "{}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), order, "send", "{}")))
                .isEqualTo("INS-STATE");
    }

    @Test
    @Covers({"ORD-59", "END-31"})
    void whatLiesWithThePerformerIsTakenBackFirst() {
        granted();
        story.orderSent();
        String ending = story.create(story.caseWorker(), "ending", CEASED);
        assertThat(Story.refusalOf(() -> end(ending))).isEqualTo("INS-END-ORDERED");
        story.act(
                story.caseWorker(),
                story.order(),
                "withdraw",
                "{\"reason\":\"NEED_CEASED\",\"orallyInformed\":\"%s\"}".formatted(story.unitManager()));
        end(ending);
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ENDED");
        assertThat(story.status(story.order())).isEqualTo("WITHDRAWN");
    }

    @Test
    @Covers({"END-12", "BR-92", "BR-94", "PRF-36"})
    void theReasonIsOneThatCanHoldBeforeTheStartAndAFamilyThatDeclinesRaisesTheQuestionOfConcern() {
        granted();
        String ending = story.create(story.caseWorker(), "ending", CEASED);
        for (List<String> each : List.of(
                List.of("GOALS_MET", "INS-BR-92"),
                List.of("NO_GOAL_ATTAINMENT", "INS-PRF-36"),
                List.of("EARLY_BY_GUARDIAN", "INS-BR-94"))) {
            story.update(story.caseWorker(), ending, "{\"endingReason\":\"" + each.get(0) + "\"}");
            assertThat(Story.refusalOf(() -> end(ending))).isEqualTo(each.get(1));
        }
        story.update(
                story.caseWorker(),
                ending,
                "{\"concernAssessment\":true,\"concernAssessmentText\":\"Skolan är orolig\"}");
        end(ending);
        assertThat(story.documentsOf("investigation")).hasSize(1);
    }

    private void end(String ending) {
        story.act(story.caseWorker(), ending, "end", "{}");
    }

    private void granted() {
        story.caseOpened().assignmentConsented().granted("2026-06-05", "2027-06-04");
    }

    private void declined() {
        granted();
        story.orderSent();
        story.act(story.unitManager(), story.order(), "decline", "{\"reason\":\"Ingen ledig behandlare\"}");
    }
}

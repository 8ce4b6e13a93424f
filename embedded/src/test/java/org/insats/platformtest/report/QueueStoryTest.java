package org.insats.platformtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.InterventionAction;
import org.insats.casefile.Interventions;
import org.insats.deadline.Agenda;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.report.CaseLists;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waits for allocation, whatever kind of intake document it is, and grants that run out. */
@ExtendWith(Repository.class)
class QueueStoryTest {

    private static List<CaseLists.Waiting> queue(Story story, String reader, String unit) {
        return story.as(reader, () -> {
            CaseLists lists = Story.bean("insats.caseLists", CaseLists.class);
            List<CaseLists.Waiting> all = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                Page<CaseLists.Waiting> page = lists.allocationQueue(Optional.of(unit), after, 1);
                assertThat(page.items()).hasSizeLessThanOrEqualTo(1);
                all.addAll(page.items());
                after = page.next();
            } while (after.isPresent());
            return all;
        });
    }

    private static List<String> kinds(Story story) {
        return queue(story, story.unitManager(), story.performerUnit()).stream()
                .map(each -> each.document().kind().id() + " " + each.since())
                .toList();
    }

    private static List<String> agenda(Story story) {
        return story.as(
                story.unitManager(),
                () -> Story.bean("insats.agenda", Agenda.class).of(story.performerUnit(), story.today()).stream()
                        .map(item -> item.reason() + " " + item.order().kind().id())
                        .toList());
    }

    @Test
    @Covers("ORD-21")
    void anOrderStandsInTheQueueOfBothUnitsFromItsReceiptUntilItIsAllocated() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-03-02", "2027-03-01");
        assertThat(kinds(story)).isEmpty();

        story.orderSent();

        assertThat(kinds(story)).containsExactly("order 2026-03-02");
        assertThat(agenda(story)).containsExactly("ALLOCATE order");
        assertThat(queue(story, story.caseWorker(), story.unit())).hasSize(1);
        assertThat(queue(story, story.treatmentLead(), story.performerUnit())).isEmpty();

        story.allocated();

        assertThat(kinds(story)).isEmpty();
        assertThat(agenda(story)).isEmpty();
        assertThat(story.document(story.order()).properties()).doesNotContainKey(CaseModel.EXPIRY_KEY);
    }

    @Test
    @Covers("ORD-21")
    void aReferralStandsThereToo() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .basisEstablished();
        String referral =
                story.create(story.caseWorker(), "referral", "{\"referralText\":\"En vuxen utanför hemmet\"}");
        story.act(story.caseWorker(), referral, "send", "{}");

        assertThat(kinds(story)).containsExactly("referral 2026-03-02");
        assertThat(agenda(story)).hasSize(1);

        story.act(story.unitManager(), referral, "ask", "{\"question\":\"Vilka dagar?\"}");
        assertThat(kinds(story)).containsExactly("referral 2026-03-02");
        story.act(story.unitManager(), referral, "decline", "{\"reason\":\"Ingen kapacitet\"}");
        assertThat(kinds(story)).isEmpty();
        assertThat(agenda(story)).isEmpty();
    }

    @Test
    @Covers({"ORD-21", "ORD-44"})
    void anAssignmentThatIsTheIntakeStandsThere() {
        Story story = Story.beginningOn("2026-03-02").caseOpened("bas-assignments", "OPEN_CARE");
        story.personsWhole();
        story.basisEstablished().granted("2026-03-02", "2026-12-31");
        String assignment = story.create(
                story.caseWorker(),
                "assignment",
                """
                {"followUpForms":"Möte var sjätte månad","informationAtEnding":"Vad som hjälpt",
                 "otherBodiesInterventions":"Inga","sipNeed":false}
                """);
        assertThat(kinds(story)).isEmpty();

        story.act(story.caseWorker(), assignment, "send", "{}");
        assertThat(kinds(story)).containsExactly("assignment 2026-03-02");
        assertThat(agenda(story)).containsExactly("ALLOCATE assignment");

        story.act(story.unitManager(), assignment, "allocate", "{\"userName\":\"" + story.treatmentLead() + "\"}");
        assertThat(kinds(story)).isEmpty();
    }

    @Test
    @Covers("TMP-42")
    void whatWasUrgentStandsFirstAndIsToldOfAtTheNextMeeting() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-03-02", "2027-03-01");
        String order = story.create(story.caseWorker(), "order", "{\"emergency\":true}");
        story.act(story.caseWorker(), order, "send", "{}");
        assertThat(queue(story, story.unitManager(), story.performerUnit()))
                .singleElement()
                .matches(CaseLists.Waiting::emergency);

        story.act(story.unitManager(), order, "allocate", "{\"userName\":\"" + story.treatmentLead() + "\"}");

        assertThat(kinds(story)).isEmpty();
        assertThat(agenda(story)).containsExactly("INFORMATION order");
        story.on("2026-03-10");
        assertThat(agenda(story)).isEmpty();
    }

    @Test
    void whatWasSentByMistakeWaitsNoMore() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-03-02", "2027-03-01")
                .orderSent();
        String versionBefore = version(story);

        story.act(story.caseWorker(), story.order(), "markErroneous", "{\"reason\":\"Fel barn\"}");

        assertThat(kinds(story)).isEmpty();
        assertThat(version(story)).isEqualTo(versionBefore);
    }

    private static String version(Story story) {
        Document order = story.document(story.order());
        return order.text(ContentModel.PROP_VERSION_LABEL).orElseThrow();
    }

    @Test
    void aGrantStandsAmongThoseThatRunOutUntilTheInterventionIsBeingEnded() {
        Story story = Story.beginningOn("2026-03-02").running();
        assertThat(expiring(story, 90)).isEmpty();
        story.on("2026-12-15");
        assertThat(expiring(story, 75)).isEmpty();
        assertThat(expiring(story, 76)).containsExactly("2027-03-01 76");
        story.on("2027-03-03");
        assertThat(expiring(story, 0)).containsExactly("2027-03-01 -2");

        story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> Story.bean("insats.interventions", Interventions.class)
                        .move(story.intervention(), InterventionAction.END, Map.of())));

        assertThat(expiring(story, 90)).isEmpty();
    }

    private static List<String> expiring(Story story, int days) {
        return story.as(story.caseWorker(), () -> Story.bean("insats.caseLists", CaseLists.class)
                .expiringGrants(Optional.of(story.unit()), days, Optional.empty(), 10)
                .items()
                .stream()
                .map(each -> each.lastDay() + " " + each.daysLeft())
                .toList());
    }
}

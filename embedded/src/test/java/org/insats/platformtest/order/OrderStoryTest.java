package org.insats.platformtest.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.deadline.LiveDeadline;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class OrderStoryTest {

    @Test
    @Covers({"ORD-42", "BR-06", "CON-01", "CON-02"})
    void anOrderWaitsForTheFamilysConsentToTheAssignment() {
        Story story = Story.beginningOn("2026-06-01").caseOpened();
        String assignment = story.create(
                story.caseWorker(),
                "assignment",
                """
                {"needs":"Behöver stöd","followUpForms":"Möten","goals":[{"text":"Vardagen fungerar","level":"GOAL"}]}
                """);
        story.act(story.caseWorker(), assignment, "communicate", "{}");
        story.granted("2026-06-01", "2027-05-31");
        String order = story.create(story.caseWorker(), "order", "{}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), order, "send", "{}")))
                .isIn("INS-BR-06", "INS-CON-02");
        assertThat(story.status(order)).isEqualTo("DRAFT");
    }

    @Test
    @Covers("ORD-83")
    void anOrderWaitsForTheDecision() {
        Story story = Story.beginningOn("2026-06-01").caseOpened().assignmentConsented();
        String order = story.create(story.caseWorker(), "order", "{}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), order, "send", "{}")))
                .isEqualTo("INS-ORD-83");
    }

    @Test
    @Covers({"BR-21", "EX-48"})
    void anOrderForAClientWhoTurnsTwentyOneDuringTheGrantIsRefused() {
        Story story = Story.beginningOn("2026-09-01")
                .caseOpened("2005-12-15")
                .assignmentConsentedByClient()
                .granted("2026-09-01", "2027-02-28");
        String order = story.create(story.caseWorker(), "order", "{}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), order, "send", "{}")))
                .isEqualTo("INS-BR-21");
    }

    @Test
    @Covers({"ORD-42", "ORD-22", "ORD-46", "ORD-09", "DL-35", "DLA-09", "DOC-ORD-21"})
    void aSentOrderIsReceivedAtOnceFixedAndOfferedAJournalNote() {
        Story story = sent("2026-06-05");

        Document order = story.document(story.order());
        assertThat(order.status()).isEqualTo("RECEIVED");
        assertThat(order.instant(CaseModel.SENT_AT)).isPresent();
        assertThat(order.isFilled(CaseModel.RECORD_HASH)).isTrue();
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ORDERED");
        assertThat(story.documentsOf("journalNote")).singleElement().satisfies(note -> {
            assertThat(note.text(CaseModel.NOTE_TYPE)).contains("ORDER_SENT");
            assertThat(note.text(CaseModel.RELATED_TO)).contains(story.order());
            assertThat(note.status()).isEqualTo("DRAFT");
        });
        assertThat(Story.refusalOf(() -> story.update(story.caseWorker(), story.order(), "{\"purpose\":\"Annat\"}")))
                .isEqualTo("INS-BR-111");
    }

    @Test
    @Covers({"DL-06", "EX-35", "DLC-06"})
    void theExecutionCheckIsDueTwoWeeksAfterReceipt() {
        LiveDeadline check = sent("2026-06-05").openDeadline("DL-06");

        assertThat(check.dueDate()).hasToString("Optional[2026-06-19]");
        assertThat(check.workBy()).hasToString("Optional[2026-06-18]");
    }

    @Test
    @Covers({"DLA-09", "DLC-13"})
    void aCorrectedDateOfReceiptNeedsAReasonAndMovesTheCheck() {
        Story story = sent("2026-06-05").on("2026-06-09");

        assertThat(Story.refusalOf(
                        () -> story.act(story.unitManager(), story.order(), "receive", "{\"date\":\"2026-06-08\"}")))
                .isEqualTo("INS-DLA-09");
        story.act(
                story.unitManager(),
                story.order(),
                "receive",
                "{\"date\":\"2026-06-08\",\"reason\":\"Kom fram efter helgen\"}");

        LiveDeadline check = story.openDeadline("DL-06");
        assertThat(check.dueDate()).hasToString("Optional[2026-06-22]");
        assertThat(check.properties().toString()).contains("2026-06-19").contains("RECOMPUTED");
    }

    @Test
    @Covers({"ORD-53", "ORD-23", "DOC-ORD-22"})
    void allocationNamesATreatmentLeadWhoJoinsTheCase() {
        Story story = sent("2026-06-05");
        assertThat(Story.refusalOf(
                        () -> story.act(story.unitManager(), story.order(), "allocate", "{\"userName\":\"ingen\"}")))
                .isEqualTo("INS-DOC-ORD-22");

        story.allocated();

        assertThat(story.status(story.order())).isEqualTo("ALLOCATED");
        assertThat(story.interventionProperty(CaseModel.TREATMENT_LEAD)).isEqualTo(story.treatmentLead());
        assertThat(story.as(story.treatmentLead(), () -> story.read(story.order())))
                .isEqualTo("ALLOCATED");
    }

    @Test
    @Covers({"ORD-48", "DL-06", "DOC-ORD-25"})
    void theCoordinatorsCheckMeetsTheDeadline() {
        Story story = sent("2026-06-05").on("2026-06-15");

        story.act(story.coordinator(), story.order(), "check", "{\"text\":\"Uppstart bokas\"}");

        assertThat(story.status(story.order())).isEqualTo("RECEIVED");
        assertThat(story.deadlines("DL-06")).singleElement().satisfies(check -> {
            assertThat(check.state()).hasToString("MET");
            assertThat(check.metDate()).hasToString("Optional[2026-06-15]");
        });
    }

    @Test
    @Covers({"EX-33", "ORD-59", "ORD-70", "BR-19", "BR-115", "DLF-10", "DOC-WDR-04"})
    void aWithdrawnOrderCancelsTheCheckAndRecordsTheOralMessage() {
        Story story = sent("2026-06-05").on("2026-06-10");
        assertThat(Story.refusalOf(
                        () -> story.act(story.caseWorker(), story.order(), "withdraw", "{\"reason\":\"NEED_CEASED\"}")))
                .isEqualTo("INS-BR-19");

        story.act(
                story.caseWorker(),
                story.order(),
                "withdraw",
                """
                {"reason":"NEED_CEASED","orallyInformed":"%s"}
                """
                        .formatted(story.unitManager()));

        assertThat(story.status(story.order())).isEqualTo("WITHDRAWN");
        assertThat(story.documentsOf("withdrawal")).singleElement().satisfies(paper -> assertThat(paper.status())
                .isEqualTo("ESTABLISHED"));
        assertThat(story.deadlines("DL-06")).singleElement().satisfies(check -> {
            assertThat(check.state()).hasToString("CANCELLED");
            assertThat(check.closeReason()).contains("WITHDRAWN");
        });
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("WITHDRAWN");
    }

    @Test
    @Covers("ORD-70")
    void aNewOrderAfterAWithdrawalHasACheckOfItsOwn() {
        Story story = sent("2026-06-05").on("2026-06-10");
        story.act(
                story.caseWorker(),
                story.order(),
                "withdraw",
                """
                {"reason":"NEED_CHANGED","orallyInformed":"%s"}
                """
                        .formatted(story.unitManager()));

        story.on("2026-06-11").orderSent();

        assertThat(story.openDeadline("DL-06").dueDate()).hasToString("Optional[2026-06-25]");
        assertThat(story.deadlines("DL-06")).hasSize(2);
    }

    @Test
    @Covers({"ORD-58", "ORD-73", "BR-18", "DL-06", "DL-07", "DOC-DCL-02"})
    void aDeclineNeedsAWrittenReasonAndSettlesTheCheck() {
        Story story = sent("2026-06-05").on("2026-06-10");
        assertThat(Story.refusalOf(() -> story.act(story.unitManager(), story.order(), "decline", "{}")))
                .isEqualTo("INS-BR-18");
        assertThat(story.status(story.order())).isEqualTo("RECEIVED");

        story.act(story.unitManager(), story.order(), "decline", "{\"reason\":\"Ingen ledig behandlare\"}");

        assertThat(story.status(story.order())).isEqualTo("DECLINED");
        assertThat(story.documentsOf("decline")).hasSize(1);
        assertThat(story.deadlines("DL-06")).singleElement().satisfies(check -> assertThat(check.state())
                .hasToString("MET"));
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("DECLINED");
    }

    @Test
    @Covers({"ORD-71", "ORD-59"})
    void aStartedOrderIsNotWithdrawn() {
        Story story = Story.beginningOn("2026-06-01").running();

        assertThat(Story.refusalOf(() -> story.act(
                        story.followUpWorker(),
                        story.order(),
                        "withdraw",
                        """
                        {"reason":"NEED_CEASED","orallyInformed":"%s"}
                        """
                                .formatted(story.unitManager()))))
                .isEqualTo("INS-STATE");
    }

    @Test
    @Covers("ORD-42")
    void onlyACaseWorkerSends() {
        Story story = Story.beginningOn("2026-06-01")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-06-01", "2027-05-31");
        String order = story.create(story.caseWorker(), "order", "{}");

        assertThat(Story.refusalOf(() -> story.act(story.unitManager(), order, "send", "{}")))
                .isIn("INS-ROLE", "INS-NOT-FOUND");
    }

    private static Story sent(String day) {
        return Story.beginningOn(day)
                .caseOpened()
                .assignmentConsented()
                .granted(day, "2027-05-31")
                .orderSent();
    }
}

package org.insats.platformtest.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class ReferralStoryTest {

    private static final String TEXT = "{\"referralText\":\"Behöver en vuxen utanför hemmet\"}";

    @Test
    @Covers({"ORD-11", "ORD-43", "DOC-REF-01", "DOC-REF-02", "DOC-REF-03", "DOC-ENUM-24", "PRF-05"})
    void aReferralGoesToTheFosterCareUnitBeforeAnyDecision() {
        Story story = contact();
        String referral = story.create(story.caseWorker(), "referral", "{}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), referral, "send", "{}")))
                .isEqualTo("INS-MANDATORY");

        story.update(story.caseWorker(), referral, TEXT);
        story.act(story.caseWorker(), referral, "send", "{}");

        Document sent = story.document(referral);
        assertThat(sent.status()).isEqualTo("RECEIVED");
        assertThat(sent.text(order("recipient"))).contains("FOSTER_CARE_UNIT");
        assertThat(sent.text(order("requestedService"))).contains("CONTACT_PERSON");
        assertThat(sent.isFilled(CaseModel.RECORD_HASH)).isTrue();
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ORDERED");
        assertThat(story.interventionProperty(CaseModel.CURRENT_DECISION)).isNull();
    }

    @Test
    @Covers("DOC-REF-02")
    void aServiceOutsideTheRoutineIsNotReferred() {
        Story story = contact();
        String referral = story.create(
                story.caseWorker(),
                "referral",
                "{\"referralText\":\"Behov\",\"requestedService\":\"FAMILY_THERAPIST\"}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), referral, "send", "{}")))
                .isEqualTo("INS-DOC-REF-02");
    }

    @Test
    @Covers("PRF-03")
    void aRoutineWithAnotherIntakeHasNoReferrals() {
        Story story = Story.beginningOn("2026-03-02").caseOpened();

        assertThat(Story.refusalOf(() -> story.create(story.caseWorker(), "referral", TEXT)))
                .isEqualTo("INS-PRF-03");
    }

    @Test
    @Covers({"ORD-21", "ORD-53", "ORD-23", "DOC-REF-08", "PRF-50"})
    void theUnitNamesAPlacementWorkerWhoJoinsTheCase() {
        Story story = contact();
        String referral = sent(story);

        story.act(story.unitManager(), referral, "allocate", "{\"userName\":\"" + story.treatmentLead() + "\"}");

        assertThat(story.status(referral)).isEqualTo("ALLOCATED");
        assertThat(story.as(story.treatmentLead(), () -> story.read(referral))).isEqualTo("ALLOCATED");
        story.act(story.treatmentLead(), referral, "search", "{}");
        assertThat(story.status(referral)).isEqualTo("MATCHING");
        assertThat(story.documentsOf("match")).singleElement().satisfies(match -> assertThat(match.status())
                .isEqualTo("SEARCHING"));
    }

    @Test
    @Covers({"ORD-14", "ORD-45", "ORD-47", "ORD-51", "DOC-REF-06", "DOC-REF-07", "DOC-REF-08", "CON-101", "PRF-06"})
    void aTherapistIsAllocatedAtATeamMeetingOnceTheQuestionIsAnswered() {
        Story story = Story.beginningOn("2026-03-02").caseOpened("malmo-family-therapist", "FAMILY_THERAPIST");
        String referral = sent(story);
        assertThat(story.document(referral).text(order("recipient"))).contains("IOF_SECRETARY");
        story.on("2026-03-03");
        story.act(story.unitManager(), referral, "ask", "{\"question\":\"Vilka dagar passar?\"}");
        String allocation = "{\"userName\":\"" + story.treatmentLead() + "\",\"teamMeetingDate\":\"%s\"}";
        assertThat(Story.refusalOf(
                        () -> story.act(story.unitManager(), referral, "allocate", allocation.formatted("2026-03-03"))))
                .isEqualTo("INS-ORD-51");
        story.on("2026-03-05");
        story.act(story.caseWorker(), referral, "answer", "{\"answer\":\"Onsdagar\"}");
        story.on("2026-03-10");
        assertThat(Story.refusalOf(
                        () -> story.act(story.unitManager(), referral, "allocate", allocation.formatted("2026-03-04"))))
                .isEqualTo("INS-DOC-REF-07");

        story.act(story.unitManager(), referral, "allocate", allocation.formatted("2026-03-10"));

        Document allocated = story.document(referral);
        assertThat(allocated.status()).isEqualTo("ALLOCATED");
        assertThat(allocated.text(order("allocationForum"))).contains("TEAM_MEETING");
        assertThat(allocated.text(order("clarification")).orElse(""))
                .contains("Vilka dagar passar?")
                .contains("Onsdagar")
                .contains("2026-03-05");
        assertThat(story.interventionProperty(CaseModel.TREATMENT_LEAD)).isEqualTo(story.treatmentLead());
    }

    @Test
    @Covers("ORD-47")
    void onlyAnOpenQuestionIsAnswered() {
        Story story = Story.beginningOn("2026-03-02").caseOpened("malmo-family-therapist", "FAMILY_THERAPIST");
        String referral = sent(story);

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), referral, "answer", "{\"answer\":\"Ja\"}")))
                .isEqualTo("INS-ORD-47");
    }

    @Test
    @Covers({"ORD-14", "PRF-07", "DOC-REF-05"})
    void aDiscussionOutsideTheWeeklySlotIsWarnedOf() {
        Story story = Story.beginningOn("2026-03-04").caseOpened("malmo-family-therapist", "FAMILY_THERAPIST");
        String tuesday = story.create(
                story.caseWorker(), "referral", "{\"referralText\":\"Behov\",\"preDiscussionDate\":\"2026-03-03\"}");
        String monday = story.create(
                story.caseWorker(), "referral", "{\"referralText\":\"Behov\",\"preDiscussionDate\":\"2026-03-02\"}");

        assertThat(story.warnings(tuesday)).containsExactly("ORD-14");
        assertThat(story.warnings(monday)).isEmpty();
    }

    @Test
    @Covers("ORD-15")
    void linksLeadToWhatIsWrittenElsewhereAndNowhereElse() {
        Story story = contact();

        assertThat(Story.refusalOf(() -> story.create(
                        story.caseWorker(),
                        "referral",
                        "{\"links\":[{\"title\":\"Meny\",\"url\":\"javascript:alert(1)\"}]}")))
                .isEqualTo("INS-DOC-JSON");
        String referral = story.create(
                story.caseWorker(),
                "referral",
                "{\"links\":[{\"title\":\"Meny\",\"url\":\"https://intranet.example/meny\"}]}");
        assertThat(story.document(referral).text(order("links")).orElse("")).contains("intranet.example");
    }

    @Test
    @Covers({"ORD-58", "ORD-73", "ORD-74", "BR-18", "DOC-DCL-01", "DOC-DCL-02", "DOC-DCL-04", "CON-86", "PRF-51"})
    void aDeclineGoesToTheLeadSocialWorkerAndLeavesAChoice() {
        Story story = contact();
        String referral = sent(story);
        assertThat(Story.refusalOf(() -> story.act(story.unitManager(), referral, "decline", "{}")))
                .isEqualTo("INS-BR-18");
        story.act(story.unitManager(), referral, "decline", "{\"reason\":\"Ingen ledig\"}");

        List<Document> papers = story.documentsOf("decline");
        assertThat(papers).singleElement().satisfies(paper -> {
            assertThat(paper.text(order("givenTo"))).contains("GROUP_INSATS_LEAD_SOCIAL_WORKER_" + story.unit());
            assertThat(paper.text(order("orderRef"))).contains(referral);
        });
        assertThat(story.openChoices(story.caseWorker())).containsExactly(referral);
        assertThat(Story.refusalOf(
                        () -> story.act(story.caseWorker(), referral, "chooseNext", "{\"choice\":\"VET_EJ\"}")))
                .isEqualTo("INS-ORD-74");

        story.act(story.caseWorker(), referral, "chooseNext", "{\"choice\":\"NEW_ORDER\"}");

        assertThat(story.openChoices(story.caseWorker())).isEmpty();
        assertThat(story.documentsOf("referral")).hasSize(2).last().satisfies(copy -> {
            assertThat(copy.status()).isEqualTo("DRAFT");
            assertThat(copy.text(order("referralText"))).isPresent();
            assertThat(copy.text(order("copiedFrom"))).contains(referral);
        });
    }

    @Test
    @Covers({"ORD-70", "ORD-78", "ORD-59"})
    void aCopyOfAWithdrawnReferralTakesTheTextAndNotTheAllocation() {
        Story story = contact();
        String referral = sent(story);
        story.act(story.unitManager(), referral, "allocate", "{\"userName\":\"" + story.treatmentLead() + "\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), referral, "copyToNew", "{}")))
                .isEqualTo("INS-STATE");
        story.act(
                story.caseWorker(),
                referral,
                "withdraw",
                "{\"reason\":\"NEED_CHANGED\",\"orallyInformed\":\"" + story.treatmentLead() + "\"}");

        story.act(story.caseWorker(), referral, "copyToNew", "{}");

        Document copy = story.documentsOf("referral").get(1);
        assertThat(copy.text(order("referralText"))).isPresent();
        assertThat(copy.isFilled(order("allocatedTo"))).isFalse();
        assertThat(story.document(referral).text(order("copiedTo"))).contains(copy.id());
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), referral, "copyToNew", "{}")))
                .isEqualTo("INS-ORD-70");
        story.act(story.caseWorker(), copy.id(), "send", "{}");
        assertThat(story.interventionProperty(CaseModel.CURRENT_ORDER)).isEqualTo(copy.id());
    }

    @Test
    @Covers("CON-72")
    void whatIsSentWithSomebodyProtectedInTheCaseIsConfirmed() {
        Story story = contact();
        story.protect(story.guardian());
        String referral = story.create(story.caseWorker(), "referral", TEXT);
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), referral, "send", "{}")))
                .isEqualTo("INS-CON-72");

        story.act(story.caseWorker(), referral, "send", "{\"confirmProtected\":true}");

        assertThat(story.status(referral)).isEqualTo("RECEIVED");
    }

    private static Story contact() {
        return Story.beginningOn("2026-03-02").caseOpened("malmo-contact", "CONTACT_PERSON");
    }

    private static String sent(Story story) {
        String referral = story.create(story.caseWorker(), "referral", TEXT);
        story.act(story.caseWorker(), referral, "send", "{}");
        return referral;
    }

    private static QName order(String name) {
        return QName.createQName("http://insats.org/model/order/1.0", name);
    }
}

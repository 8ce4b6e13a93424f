package org.insats.platformtest.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platformtest.story.PlacementStory;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where the routines say nothing of consent, it can be recorded and nothing waits for it. */
@ExtendWith(Repository.class)
class OptionalConsentTest {

    @Test
    @Covers("CON-GAP-06")
    void consentToSharingWithOthersIsRecordedWithTheCooperationAndNotAskedFor() {
        Story story = Story.beginningOn("2026-03-02").caseOpened("bas-assignments", "OPEN_CARE");
        String plan = story.create(
                story.caseWorker(),
                "cooperation",
                "{\"cooperationKind\":\"SIP\",\"otherBodies\":\"Skolan\",\"sipNeed\":true}");

        story.act(story.caseWorker(), plan, "establish", "{}");
        assertThat(story.status(plan)).isEqualTo("ESTABLISHED");

        assertThat(recorded(story, plan, "SHARING_WITH_OTHERS", "REFUSED")).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers("CON-GAP-07")
    void aPlacementGroupsMatchIsAgreedOnWithoutAnyConsentAndOneCanBeRecorded() {
        for (String service : List.of("SUPPORT_FAMILY", "CONTACT_FAMILY")) {
            PlacementStory placement = PlacementStory.granted(service);
            Story story = placement.story();
            String contractor = placement.contractor(service, "");
            placement.approve(contractor);

            String match = placement.matched(contractor);

            assertThat(story.documentsOf("consent")).as(service).isEmpty();
            assertThat(story.status(match)).as(service).isEqualTo("AGREED");
            assertThat(recorded(story, match, "CHOICE_OF_CONTRACTOR", "GIVEN")).isEqualTo("ESTABLISHED");
        }
    }

    @Test
    @Covers("CON-GAP-08")
    void aReferralIsSentWithoutConsentAndConsentToItCanBeRecordedFirst() {
        for (boolean asked : List.of(false, true)) {
            Story story = Story.beginningOn("2026-03-02").caseOpened("malmo-family-therapist", "FAMILY_THERAPIST");
            String referral = story.create(story.caseWorker(), "referral", "{\"referralText\":\"Stöd i vardagen\"}");
            if (asked) {
                assertThat(recorded(story, referral, "SENDING_OF_ORDER", "GIVEN"))
                        .isEqualTo("ESTABLISHED");
            }

            story.act(story.caseWorker(), referral, "send", "{}");

            assertThat(story.status(referral)).as("asked: " + asked).isEqualTo("RECEIVED");
        }
    }

    /** One guardian's answer about a document; its state. */
    private static String recorded(Story story, String document, String subject, String answer) {
        String consent = story.create(
                story.caseWorker(),
                "consent",
                """
                {"consentPerson":"%s","capacity":"GUARDIAN","subject":"%s","answer":"%s","documentDate":"2026-03-02",
                 "documentRef":"%s"}
                """
                        .formatted(story.guardian(), subject, answer, document));
        story.act(story.caseWorker(), consent, "establish", "{}");
        Document kept = story.document(consent);
        assertThat(kept.text(CaseModel.SUBJECT)).contains(subject);
        return kept.status();
    }
}

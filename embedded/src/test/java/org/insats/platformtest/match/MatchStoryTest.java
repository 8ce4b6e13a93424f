package org.insats.platformtest.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.match.MatchService;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class MatchStoryTest {

    @Test
    @Covers({
        "ORD-24",
        "ORD-54",
        "MAT-01",
        "MAT-02",
        "MAT-04",
        "MAT-05",
        "MAT-11",
        "CON-91",
        "DOC-MAT-01",
        "DOC-MAT-02",
        "DOC-MAT-03",
        "DOC-MAT-05"
    })
    void thePlacementWorkerProposesAndBothConsult() {
        Story story = searching();
        String match = match(story);
        assertThat(Story.refusalOf(() ->
                        story.act(story.placementWorker(), match, "propose", "{\"matchingAssessment\":\"Passar\"}")))
                .isEqualTo("INS-DOC-MAT-02");
        assertThat(Story.refusalOf(() -> story.act(
                        story.placementWorker(), match, "propose", "{\"contractorName\":\"Test Kontaktsson\"}")))
                .isEqualTo("INS-MANDATORY");
        assertThat(Story.refusalOf(() -> propose(story, story.caseWorker(), match)))
                .isEqualTo("INS-ROLE");

        propose(story, story.placementWorker(), match);
        story.act(story.placementWorker(), match, "contact", "{}");
        story.act(story.caseWorker(), match, "discuss", "{}");
        story.act(story.caseWorker(), match, "present", "{}");

        Document discussed = story.document(match);
        assertThat(discussed.status()).isEqualTo("DISCUSSED");
        assertThat(discussed.date(field("firstContractorContact"))).hasToString("Optional[2026-03-09]");
        assertThat(discussed.date(field("assignmentPresented"))).hasToString("Optional[2026-03-09]");
        assertThat(discussed.text(field("orderOrReferral"))).isPresent();
        assertThat(discussed.properties().toString()).doesNotContain("Kontaktsson");
    }

    @Test
    @Covers({"MAT-03", "DOC-MAT-04"})
    void aVisitMayMakeTheMatchClearer() {
        Story story = discussed();
        String match = match(story);

        story.act(story.placementWorker(), match, "visit", "{}");

        assertThat(story.status(match)).isEqualTo("VISITED");
        assertThat(story.document(match).date(field("matchingVisit"))).hasToString("Optional[2026-03-09]");
    }

    @Test
    @Covers({"MAT-06", "DOC-MAT-07"})
    void theFamilyMeetsTheContractorAndWhoIsMissingIsExplained() {
        Story story = discussed();
        String match = match(story);
        String onlyGuardian = "{\"participants\":" + Story.persons(List.of(story.guardian()));
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), match, "meet", onlyGuardian + "}")))
                .isEqualTo("INS-MAT-06");

        story.act(story.caseWorker(), match, "meet", onlyGuardian + ",\"reason\":\"Barnet var sjukt\"}");

        assertThat(story.status(match)).isEqualTo("FAMILY_MEETING_HELD");
        assertThat(story.document(match).text(CaseModel.OVERRIDES).orElse("")).contains("Barnet var sjukt");
    }

    @Test
    @Covers({"MAT-07", "MAT-13", "CON-03", "CON-04", "CON-39", "DL-08", "DOC-MAT-08", "ORD-55"})
    void theLatestConsentOfTheFamilyStartsTheTwoWeeks() {
        Story story = met();
        String match = match(story);
        List<String> guardians = story.guardians();
        story.on("2026-03-16");
        consent(story, match, guardians.get(0), "GUARDIAN", "GIVEN");
        assertThat(story.status(match)).isEqualTo("FAMILY_MEETING_HELD");
        assertThat(story.deadlines("DL-08")).isEmpty();
        story.on("2026-03-18");

        consent(story, match, guardians.get(1), "GUARDIAN", "GIVEN");

        assertThat(story.status(match)).isEqualTo("CONSENTED");
        assertThat(story.openDeadline("DL-08").dueDate()).hasToString("Optional[2026-04-01]");
    }

    @Test
    @Covers({"MAT-08", "CON-05", "CON-31", "ORD-25", "DOC-MAT-06"})
    void everybodyAgreesTheContractorToo() {
        Story story = met();
        String match = match(story);
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), match, "agree", "{}")))
                .isEqualTo("INS-STATE");
        family(story, match);
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), match, "agree", "{}")))
                .isEqualTo("INS-MAT-08");
        contractorAgrees(story, match);
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), match, "agree", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.act(story.caseWorker(), match, "present", "{}");

        story.act(story.caseWorker(), match, "agree", "{}");

        assertThat(story.status(match)).isEqualTo("AGREED");
        assertThat(story.document(match).isFilled(CaseModel.RECORD_HASH)).isTrue();
        assertThat(story.documentsOf("referral").get(0).status()).isEqualTo("MATCHED");
        assertThat(story.interventionProperty(CaseModel.CONTRACTOR)).isEqualTo(contractor(story, match));
    }

    @Test
    @Covers({"MAT-10", "CON-26", "DOC-MAT-09"})
    void aRefusalMakesTheMatchFallAndTheSearchGoOn() {
        Story story = met();
        String match = match(story);

        consent(story, match, story.guardian(), "GUARDIAN", "REFUSED");

        Document fallen = story.document(match);
        assertThat(fallen.status()).isEqualTo("REJECTED");
        assertThat(fallen.text(field("rejectedBy"))).contains("FAMILY");
        assertThat(story.documentsOf("match")).hasSize(2).last().satisfies(next -> assertThat(next.status())
                .isEqualTo("SEARCHING"));
        assertThat(story.documentsOf("consent")).singleElement().satisfies(consent -> assertThat(consent.status())
                .isEqualTo("ESTABLISHED"));
    }

    @Test
    @Covers("MAT-10")
    void aRejectionSaysWhoAndWhy() {
        Story story = discussed();
        String match = match(story);
        assertThat(Story.refusalOf(
                        () -> story.act(story.placementWorker(), match, "reject", "{\"rejectedBy\":\"CONTRACTOR\"}")))
                .isEqualTo("INS-MAT-10");

        story.act(
                story.placementWorker(), match, "reject", "{\"rejectedBy\":\"CONTRACTOR\",\"reason\":\"Har flyttat\"}");

        assertThat(story.status(match)).isEqualTo("REJECTED");
        assertThat(story.documentsOf("match")).hasSize(2);
    }

    @Test
    @Covers({"ORD-56", "CON-26", "DLF-10"})
    void aWithdrawnConsentSendsTheReferralBackToMatching() {
        Story story = agreed();
        String match = match(story);

        consent(story, match, story.guardian(), "GUARDIAN", "WITHDRAWN");

        assertThat(story.status(match)).isEqualTo("REJECTED");
        assertThat(story.documentsOf("referral").get(0).status()).isEqualTo("MATCHING");
        assertThat(story.interventionProperty(CaseModel.CONTRACTOR)).isNull();
        assertThat(story.documentsOf("match")).hasSize(2);
        assertThat(story.deadlines("DL-08")).allMatch(deadline -> !deadline.isOpen());
    }

    @Test
    @Covers({"CON-26", "CON-36"})
    void aConsentWrittenByHandCountsLikeAnyOther() {
        Story story = met();
        String match = match(story);
        for (String guardian : story.guardians()) {
            String consent = story.create(
                    story.caseWorker(),
                    "consent",
                    """
                    {"consentPerson":"%s","capacity":"GUARDIAN","subject":"CHOICE_OF_CONTRACTOR","answer":"GIVEN",
                     "documentRef":"%s"}
                    """
                            .formatted(guardian, match));
            story.act(story.caseWorker(), consent, "establish", "{}");
        }

        assertThat(story.status(match)).isEqualTo("CONSENTED");
    }

    @Test
    @Covers({"MAT-12", "PRF-12"})
    void routinesThatNameATherapistHaveNoMatching() {
        Story open = Story.beginningOn("2026-03-02").caseOpened();
        Story therapist = Story.beginningOn("2026-03-02").caseOpened("malmo-family-therapist", "FAMILY_THERAPIST");

        assertThat(Story.refusalOf(() -> open.create(open.caseWorker(), "match", "{}")))
                .isEqualTo("INS-MAT-12");
        assertThat(Story.refusalOf(() -> therapist.create(therapist.caseWorker(), "match", "{}")))
                .isEqualTo("INS-MAT-12");
    }

    @Test
    @Covers({"STA-37", "BR-38", "BR-39", "CON-06"})
    void theAgreementWaitsForTheStartDateAndTheResourceForThePlacementWorker() {
        Story story = agreed();
        String match = match(story);
        assertThat(registered(story)).isFalse();
        assertThat(Story.refusalOf(() -> story.act(story.placementWorker(), match, "drawUpAgreement", "{}")))
                .isEqualTo("INS-BR-39");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), match, "registerResource", "{}")))
                .isEqualTo("INS-ROLE");

        story.act(story.caseWorker(), match, "agreeStart", "{\"agreedStart\":\"2026-04-01\"}");
        story.act(story.placementWorker(), match, "drawUpAgreement", "{}");
        story.act(story.placementWorker(), match, "registerResource", "{}");

        assertThat(registered(story)).isTrue();
        assertThat(story.document(match).date(field("agreementDrawnUp"))).isPresent();
    }

    @Test
    @Covers("ORD-57")
    void nothingStartsWithoutADecisionHoweverMatched() {
        Story story = agreed();
        String meeting = story.create(story.caseWorker(), "meeting", "{}");
        String everybody = Story.persons(story.family());
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"2026-03-09\",\"invited\":" + everybody + "}");
        story.act(
                story.caseWorker(),
                meeting,
                "hold",
                "{\"nextMeeting\":\"2026-08-03\",\"participants\":" + everybody + "}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), meeting, "execute", "{}")))
                .isIn("INS-BR-20", "INS-STA-36");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ORDERED");
    }

    @Test
    @Covers({"BR-38", "STA-36"})
    void aContractorIsNotAllocatedBeforeTheyAreRegistered() {
        Story story = agreed().basisEstablished().granted("2026-03-09", "2026-09-08");
        String meeting = story.create(story.caseWorker(), "meeting", "{}");
        String everybody = Story.persons(story.family());
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"2026-03-09\",\"invited\":" + everybody + "}");
        story.act(
                story.caseWorker(),
                meeting,
                "hold",
                "{\"nextMeeting\":\"2026-08-03\",\"participants\":" + everybody + "}");

        // The execution may allocate the resource itself, or leave it to the case worker.
        assertThat(Story.refusalOf(() -> {
                    story.act(story.caseWorker(), meeting, "execute", "{}");
                    String allocation = story.create(story.caseWorker(), "resourceAllocation", "{}");
                    story.act(story.caseWorker(), allocation, "allocate", "{}");
                }))
                .isEqualTo("INS-BR-38");
    }

    @Test
    @Covers({"ORD-59", "ORD-28"})
    void aWithdrawnReferralTakesItsMatchWithIt() {
        Story story = discussed();
        story.act(
                story.caseWorker(),
                story.documentsOf("referral").get(0).id(),
                "withdraw",
                "{\"reason\":\"NEED_CEASED\",\"orallyInformed\":\"" + story.placementWorker() + "\"}");

        assertThat(story.documentsOf("match")).singleElement().satisfies(match -> assertThat(match.status())
                .isEqualTo("REJECTED"));
    }

    // How far a story has come.

    private static Story searching() {
        return Story.beginningOn("2026-03-09")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .referred();
    }

    private static Story discussed() {
        return searching().contractorDiscussed();
    }

    private static Story met() {
        return discussed().familyMet();
    }

    private static Story agreed() {
        return met().matchAgreed();
    }

    private static String match(Story story) {
        return story.matchId();
    }

    private static void propose(Story story, String userName, String match) {
        story.act(
                userName,
                match,
                "propose",
                "{\"contractorName\":\"Test Kontaktsson\",\"matchingAssessment\":\"Samma intressen\"}");
    }

    private static void consent(Story story, String match, String person, String capacity, String answer) {
        story.consent(match, person, capacity, answer);
    }

    private static void family(Story story, String match) {
        new ArrayList<>(story.guardians()).forEach(guardian -> consent(story, match, guardian, "GUARDIAN", "GIVEN"));
    }

    private static void contractorAgrees(Story story, String match) {
        consent(story, match, contractor(story, match), "CONTRACTOR", "GIVEN");
    }

    private static String contractor(Story story, String match) {
        return story.document(match).text(field("proposedContractor")).orElseThrow();
    }

    private static boolean registered(Story story) {
        return story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> Story.bean("insats.matchService", MatchService.class)
                        .registeredContractor(story.intervention())
                        .isPresent()));
    }

    private static QName field(String name) {
        return QName.createQName("http://insats.org/model/match/1.0", name);
    }
}

package org.insats.platformtest.routine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.insats.casefile.CaseModel;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.insats.routine.store.ProfileWriter;
import org.insats.routine.store.StoredProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings that hold where a routine is silent (requirements 6.3): changed by the municipality, each changes what Insats does. */
@ExtendWith(Repository.class)
class SilentSettingsTest {

    private static final String PLAN =
            "{\"goalsAndPurpose\":\"Skolan\",\"interventionContent\":\"Samtal\",\"responsibilityDivision\":\"Behandlaren\"}";

    @Test
    @Covers({"PRF-57", "PRF-16"})
    void whoWritesThePlan() {
        putIn("bas-assignments", "silent-author", Map.of("PRF-16", "null", "PRF-57", "{\"OC\":\"PERFORMER\"}"));
        putIn("bas-assignments", "own-author", Map.of("PRF-16", "null", "PRF-57", "{\"OC\":\"CASE_WORKER\"}"));
        Story performer = granted("silent-author");
        Story caseWorker = granted("own-author");

        assertThat(mayCreate(performer, performer.treatmentLead(), "implementationPlan"))
                .isTrue();
        assertThat(mayCreate(performer, performer.caseWorker(), "implementationPlan"))
                .isFalse();
        assertThat(mayCreate(caseWorker, caseWorker.treatmentLead(), "implementationPlan"))
                .isFalse();
        assertThat(mayCreate(caseWorker, caseWorker.caseWorker(), "implementationPlan"))
                .isTrue();
    }

    private static boolean mayCreate(Story story, String userName, String kind) {
        try {
            story.create(userName, kind, PLAN);
            return true;
        } catch (RuntimeException refused) {
            assertThat(Story.refusalOf(() -> {
                        throw refused;
                    }))
                    .isEqualTo("INS-ROLE");
            return false;
        }
    }

    @Test
    @Covers({"PRF-58", "PRF-29"})
    void whoWritesTheFollowUp() {
        putIn("bas-assignments", "own-follow-up", Map.of("PRF-58", "\"PERFORMER\""));
        Story silent = running("bas-assignments");
        Story own = running("own-follow-up");

        assertThat(fillsIn(silent, silent.caseWorker())).isTrue();
        assertThat(fillsIn(silent, silent.treatmentLead())).isFalse();
        assertThat(fillsIn(own, own.treatmentLead())).isTrue();
    }

    /** Whether somebody may fill the document of a booked follow-up in. */
    private static boolean fillsIn(Story story, String userName) {
        String followUp = story.create(story.caseWorker(), "followUp", "{}");
        try {
            story.update(userName, followUp, "{\"carriedOutAsDecidedText\":\"Enligt beslutet\"}");
            return true;
        } catch (RuntimeException refused) {
            assertThat(Story.refusalOf(() -> {
                        throw refused;
                    }))
                    .isIn("INS-ROLE", "INS-BR-77");
            return false;
        }
    }

    @Test
    @Covers({"PRF-59", "PRF-31"})
    void whetherTheChildIsOfferedATalk() {
        putIn("bas-assignments", "own-child-talk", Map.of("PRF-59", "\"MUST_BE_OFFERED\""));
        Story optional = running("bas-assignments");
        Story offered = running("own-child-talk");

        hold(optional);
        assertThat(Story.refusalOf(() -> hold(offered))).isEqualTo("INS-FUP-20");
        String talk = offered.create(offered.caseWorker(), "childTalk", "{}");
        offered.act(offered.caseWorker(), talk, "offer", "{}");
        hold(offered);
    }

    private static void hold(Story story) {
        String followUp = story.documentsOf("followUp").isEmpty()
                ? story.create(story.caseWorker(), "followUp", "{}")
                : story.documentsOf("followUp").get(0).id();
        if (story.status(followUp).equals("PLANNED")) {
            story.act(story.caseWorker(), followUp, "book", "{\"date\":\"" + story.today() + "\"}");
        }
        story.act(story.caseWorker(), followUp, "hold", "{\"participants\":" + Story.persons(story.family()) + "}");
        assertThat(story.status(followUp)).isEqualTo("HELD");
    }

    @Test
    @Covers({"PRF-51", "ORD-58"})
    void whetherAReferralMayBeDeclined() {
        ObjectNode never = routine("malmo-contact", "never-declined");
        ((ObjectNode) never.at("/settings/PRF-51/value")).put("allowed", false);
        putIn(never);

        assertThat(declined(referred("malmo-contact"))).isEqualTo("DECLINED");
        Story story = referred("never-declined");
        assertThat(Story.refusalOf(() -> declined(story))).isEqualTo("INS-PRF-51");
    }

    private static Story referred(String profile) {
        Story story = Story.beginningOn("2026-03-02").caseOpened(profile, "CONTACT_PERSON");
        String referral =
                story.create(story.caseWorker(), "referral", "{\"referralText\":\"En vuxen utanför hemmet\"}");
        story.act(story.caseWorker(), referral, "send", "{}");
        return story;
    }

    private static String declined(Story story) {
        String referral = story.documentsOf("referral").get(0).id();
        return story.act(story.unitManager(), referral, "decline", "{\"reason\":\"Ingen uppdragstagare finns\"}")
                .status();
    }

    @Test
    @Covers({"PRF-60", "PRF-35", "BR-13"})
    void whatAnExtensionTakes() {
        ObjectNode strict = routine("bas-assignments", "own-extension");
        ((ObjectNode) strict.at("/settings/PRF-60")).put("strength", "must").put("source", "[Provstad]");
        putIn(strict);
        Story proposed = running("bas-assignments");
        Story asked = running("own-extension");

        assertThat(proposed.act(proposed.caseWorker(), continued(proposed), "decide", "{}")
                        .status())
                .isEqualTo("ESTABLISHED");
        String decision = continued(asked);
        assertThat(Story.refusalOf(() -> asked.act(asked.caseWorker(), decision, "decide", "{}")))
                .isEqualTo("INS-BR-13");
    }

    private static String continued(Story story) {
        return story.create(
                story.caseWorker(),
                "decision",
                """
                {"decisionType":"CONTINUED_GRANT","legalBasis":"SOL","grantFrom":"2026-09-02","grantTo":"2027-03-01",
                 "extendsDecision":"%s"}
                """
                        .formatted(story.caseFile().getId()));
    }

    @Test
    @Covers({"PRF-60", "BR-12", "EXT-08"})
    void whetherAnOrderThatContinuesIsMarkedSo() {
        ObjectNode unmarked = routine("motala-srv", "unmarked-orders");
        ((ObjectNode) unmarked.at("/settings/PRF-60/value")).put("markedOrderWithContractor", false);
        putIn(unmarked);

        Story marked = Story.beginningOn("2026-03-02").byRoutine("motala-srv").running();
        Story free =
                Story.beginningOn("2026-03-02").byRoutine("unmarked-orders").running();

        assertThat(Story.refusalOf(() -> secondOrder(marked))).isEqualTo("INS-BR-12");
        assertThat(secondOrder(free)).isEqualTo("RECEIVED");
    }

    /** Sends an unmarked order while the intervention runs; answers its status. */
    private static String secondOrder(Story story) {
        String order = story.create(story.followUpWorker(), "order", "{}");
        story.act(story.followUpWorker(), order, "send", "{}");
        return story.status(order);
    }

    @Test
    @Covers({"PRF-60", "EXT-08"})
    void whatAnExtensionIsProposedToTakeIsShownWhereItIsNotDone() {
        putIn("bas-assignments", "free-extension", Map.of("PRF-60", "null"));
        Story proposed = running("bas-assignments");
        Story free = running("free-extension");
        Story stated = running("malmo-family-therapist", "FAMILY_THERAPIST");

        String bare = continued(proposed);
        assertThat(proposed.warnings(bare)).contains("PRF-60");
        assertThat(free.warnings(continued(free))).doesNotContain("PRF-60");
        assertThat(stated.warnings(continued(stated))).doesNotContain("PRF-60");
        proposed.act(proposed.caseWorker(), bare, "decide", "{}");
        assertThat(proposed.document(bare).text(CaseModel.WARNINGS).orElse("")).contains("PRF-60");
    }

    @Test
    @Covers({"PRF-61", "BR-06"})
    void whetherAnOrderWaitsForConsentToTheAssignment() {
        ObjectNode warning = routine("motala-srv", "order-warns");
        ((ObjectNode) warning.at("/settings/PRF-61/value")).put("assignment", "WARN");
        putIn(warning);
        Story blocks = communicated("motala-srv");
        Story warns = communicated("order-warns");

        assertThat(Story.refusalOf(blocks::orderSent)).isEqualTo("INS-BR-06");
        warns.orderSent();
        assertThat(warns.document(warns.order()).text(CaseModel.WARNINGS).orElse(""))
                .contains("PRF-61-ASSIGNMENT");
    }

    private static Story communicated(String profile) {
        Story story =
                Story.beginningOn("2026-03-02").byRoutine(profile).caseOpened().granted("2026-03-02", "2026-09-01");
        String assignment = story.create(
                story.caseWorker(),
                "assignment",
                """
                {"needs":"Behöver stöd i vardagen","followUpForms":"Möten var sjätte månad",
                 "goals":[{"text":"Vardagen fungerar","level":"GOAL","triangleSides":["FAMILY_AND_ENVIRONMENT"]}]}
                """);
        story.act(story.caseWorker(), assignment, "communicate", "{}");
        return story;
    }

    @Test
    @Covers({"PRF-61", "BR-58"})
    void whetherAPlanWaitsForTheFamily() {
        ObjectNode blocking = routine("bas-assignments", "plan-blocks");
        ((ObjectNode) blocking.at("/settings/PRF-61/value")).put("plan", "BLOCK");
        putIn(blocking);
        putIn("bas-assignments", "plan-free", Map.of("PRF-61", "{}"));
        Story warns = running("bas-assignments");
        Story blocks = running("plan-blocks");
        Story free = running("plan-free");

        assertThat(warns.warnings(planWithout(warns, "ready"))).contains("PRF-61-PLAN");
        assertThat(free.warnings(planWithout(free, "ready"))).doesNotContain("PRF-61-PLAN");
        String plan = planWithout(blocks, "ready");
        assertThat(Story.refusalOf(() -> blocks.act(blocks.treatmentLead(), plan, "establish", "{}")))
                .isEqualTo("INS-PRF-61");
        blocks.update(blocks.treatmentLead(), plan, "{\"preparedWith\":[\"" + blocks.guardian() + "\"]}");
        assertThat(blocks.warnings(plan)).doesNotContain("PRF-61-PLAN");
    }

    /** A plan that was drawn up with somebody, but with nobody of the family. */
    private static String planWithout(Story story, String participation) {
        String somebody = story.addPerson("{\"name\":\"Test Testdotter\",\"relation\":\"CLOSE_PERSON\"}");
        return story.create(
                story.treatmentLead(),
                "implementationPlan",
                """
                {"goalsAndPurpose":"Skolan","interventionContent":"Samtal","responsibilityDivision":"Behandlaren",
                 "followUpMethod":"Möte","participation":"%s","preparedWith":["%s"]}
                """
                        .formatted(participation, somebody));
    }

    @Test
    @Covers({"PRF-56", "BR-90"})
    void whetherTheResourceIsClosedFirst() {
        putIn("bas-assignments", "any-order", Map.of("PRF-56", "null"));
        Story silent = running("bas-assignments");
        Story free = running("any-order");

        assertThat(Story.refusalOf(() -> ended(silent))).isEqualTo("INS-BR-90");
        assertThat(ended(free)).isEqualTo("ENDED");
    }

    /** Ends it with a resource still allocated. */
    private static String ended(Story story) {
        String resource = story.create(
                story.caseWorker(),
                "resourceAllocation",
                "{\"resourceType\":\"OPEN_CARE_UNIT\",\"resource\":\"Teamet\",\"resourceFrom\":\"2026-03-02\","
                        + "\"resourcePreliminaryTo\":\"2026-09-01\"}");
        story.act(story.caseWorker(), resource, "allocate", "{}");
        String ending = story.create(
                story.caseWorker(),
                "ending",
                "{\"endingKind\":\"PLANNED\",\"endingReason\":\"NEED_CEASED\",\"endingReasonText\":\"Behovet finns inte kvar\"}");
        story.act(story.caseWorker(), ending, "end", "{}");
        story.act(story.caseWorker(), ending, "closeIntervention", "{}");
        return story.interventionProperty(CaseModel.INTERVENTION_STATE).toString();
    }

    @Test
    @Covers({"PRF-33", "REV-02"})
    void whetherAnAssignmentMayChange() {
        putIn(
                "motala-srv",
                "fixed-assignment",
                Map.of("PRF-33", "{\"plan\":\"THERAPIST\",\"assignment\":\"UNCHANGED\"}"));
        Story changes = sent("motala-srv");
        Story fixed = sent("fixed-assignment");

        String theirs = fixed.documentsOf("assignment").get(0).id();
        assertThat(Story.refusalOf(() -> fixed.act(fixed.caseWorker(), theirs, "revise", "{\"reason\":\"Nytt mål\"}")))
                .isEqualTo("INS-PRF-33");
        String ours = changes.documentsOf("assignment").get(0).id();
        changes.act(changes.caseWorker(), ours, "revise", "{\"reason\":\"Nytt mål\"}");
        assertThat(changes.documentsOf("assignment")).hasSize(2);
    }

    private static Story sent(String profile) {
        return Story.beginningOn("2026-03-02")
                .byRoutine(profile)
                .caseOpened()
                .assignmentConsented()
                .granted("2026-03-02", "2026-09-01")
                .orderSent();
    }

    @Test
    @Covers({"PRF-59", "PRF-31"})
    void aSettingHoldsFromItsFirstDayToItsLast() {
        ObjectNode later = changed("bas-assignments", "later-talk", Map.of("PRF-59", "\"MUST_BE_OFFERED\""));
        ((ObjectNode) later.at("/settings/PRF-59")).put("validFrom", "2026-09-01");
        putIn(later);
        ObjectNode earlier = changed("bas-assignments", "earlier-talk", Map.of("PRF-59", "\"MUST_BE_OFFERED\""));
        ((ObjectNode) earlier.at("/settings/PRF-59")).put("validTo", "2026-08-10");
        putIn(earlier);

        hold(running("later-talk"));
        Story held = running("earlier-talk");
        assertThat(Story.refusalOf(() -> hold(held))).isEqualTo("INS-FUP-20");
        held.on("2026-08-11");
        hold(held);
    }

    @Test
    @Covers({"PRF-61", "CON-03"})
    void whetherAMatchWaitsForTheFamilysConsent() {
        Map<String, String> withoutMeeting = Map.of("PRF-12", "[\"PROPOSAL\",\"CONSULTATION\"]");
        ObjectNode blocking = changed("malmo-contact", "match-blocks", withoutMeeting);
        ObjectNode warning = changed("malmo-contact", "match-warns", withoutMeeting);
        ((ObjectNode) blocking.at("/settings/PRF-61/value")).put("match", "BLOCK");
        ((ObjectNode) warning.at("/settings/PRF-61/value")).put("match", "WARN");
        putIn(blocking);
        putIn(warning);
        Story blocks = discussed("match-blocks");
        Story warns = discussed("match-warns");

        assertThat(Story.refusalOf(() -> blocks.act(blocks.caseWorker(), blocks.matchId(), "agree", "{}")))
                .isEqualTo("INS-CON-03");
        warns.act(warns.caseWorker(), warns.matchId(), "present", "{}");
        warns.act(warns.caseWorker(), warns.matchId(), "agree", "{}");

        assertThat(warns.status(warns.matchId())).isEqualTo("AGREED");
        assertThat(warns.warnings(warns.matchId())).contains("PRF-61");
    }

    private static Story discussed(String profile) {
        return Story.beginningOn("2026-03-02")
                .caseOpened(profile, "CONTACT_PERSON")
                .basisEstablished()
                .referred()
                .contractorDiscussed();
    }

    // Routines of invented municipalities.

    private static Story granted(String profile) {
        return Story.beginningOn("2026-03-02")
                .caseOpened(profile, "OPEN_CARE")
                .standsGranted("2026-03-02", "2026-09-01", "Skolan fungerar");
    }

    private static Story running(String profile) {
        return running(profile, "OPEN_CARE");
    }

    private static Story running(String profile, String service) {
        return Story.beginningOn("2026-08-10")
                .caseOpened(profile, service)
                .standsGranted("2026-03-02", "2026-09-01", "Skolan fungerar")
                .standsRunning("2026-03-02");
    }

    private static void putIn(String from, String id, Map<String, String> settings) {
        putIn(changed(from, id, settings));
    }

    private static ObjectNode changed(String from, String id, Map<String, String> settings) {
        ObjectNode profile = routine(from, id);
        settings.forEach(
                (setting, value) -> ((ObjectNode) profile.at("/settings/" + setting)).set("value", Story.json(value)));
        return profile;
    }

    private static ObjectNode routine(String from, String id) {
        JsonNode shipped = Story.json(Story.bean("insats.routineService", StoredProfiles.class)
                .text(from, "")
                .orElseThrow()
                .text());
        return ((ObjectNode) shipped).put("id", id);
    }

    private static void putIn(ObjectNode profile) {
        Story.beginningOn("2026-03-02").as("admin", () -> Story.bean("insats.profileWriter", ProfileWriter.class)
                .write(profile.path("id").asText(), profile.toString()));
    }
}

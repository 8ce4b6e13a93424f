package org.insats.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insats.platform.Refusal;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class EndGuardTest {

    private static final LocalDate GRANT_TO = LocalDate.parse("2026-08-31");
    private static final ClosingRules P1 = new ClosingRules(
            Set.of("CASE_WORKER_ENDS", "DOCUMENTATION_FINISHED", "PERFORMER_CLOSES"),
            Set.of("GOALS_MET", "NOT_WORKING", "EARLY_BY_GUARDIAN", "CHILD_DECLINES", "AFTER_NEW_INVESTIGATION"),
            true,
            List.of(),
            false,
            true,
            15);
    private static final ClosingRules P2 = new ClosingRules(
            Set.of("DECISION_IN_FOLLOW_UP", "RESOURCE", "INTERVENTION"),
            Set.of("GOALS_MET", "FAMILY_DECLINES", "NO_GOAL_ATTAINMENT"),
            false,
            List.of("LOW", "HIGH"),
            true,
            true,
            15);
    private static final ClosingRules P4 = new ClosingRules(
            Set.of("FOLLOW_UP_DOCUMENT", "REASON", "RESOURCE", "INTERVENTION"),
            Set.of("GOALS_MET", "FAMILY_DECLINES", "NEED_CEASED"),
            false,
            List.of(),
            false,
            true,
            15);

    @Test
    void aPlannedEndWithNothingMissingPasses() {
        assertThat(refusedBy(P1, new Case())).isEmpty();
    }

    @Test
    @Covers({"BR-92", "END-03"})
    void goalsMetNeedsAFollowUpThatShowsIt() {
        Case goalsMet = new Case("GOALS_MET");
        assertThat(refusedBy(P1, goalsMet)).contains("INS-BR-92");
        goalsMet.goalsShownMet = true;
        assertThat(refusedBy(P1, goalsMet)).isEmpty();
    }

    @Test
    @Covers({"BR-94", "DL-30", "END-12", "CON-22", "PRF-38"})
    void anEarlyEndWaitsForTheAssessmentOfConcernWhereTheRoutineSaysSo() {
        Case early = new Case();
        early.kind = "EARLY";
        assertThat(refusedBy(P1, early)).contains("INS-BR-94");
        assertThat(refusedBy(P2, early)).isEmpty();
        early.concernAssessed = true;
        assertThat(refusedBy(P1, early)).isEmpty();
    }

    @Test
    @Covers("BR-94")
    void aChildWhoDeclinesOrAnInterruptionBeforeTheGrantEndsIsEarlyToo() {
        assertThat(refusedBy(P1, new Case("CHILD_DECLINES"))).contains("INS-BR-94");
        Case interrupted = new Case("INTERRUPTION");
        interrupted.kind = "INTERRUPTION";
        interrupted.endDate = GRANT_TO.minusDays(1);
        assertThat(refusedBy(P1, interrupted)).contains("INS-BR-94");
        interrupted.endDate = GRANT_TO;
        assertThat(refusedBy(P1, interrupted)).isEmpty();
    }

    @Test
    @Covers({"BR-95", "END-10", "CON-20"})
    void aGuardianWhoEndsEarlyRaisesTheQuestionOfAnInterventionToTheChildOnceOldEnough() {
        Case guardian = new Case("EARLY_BY_GUARDIAN");
        guardian.concernAssessed = true;
        assertThat(refusedBy(P1, guardian)).isEmpty();
        guardian.childOverAge = true;
        assertThat(refusedBy(P1, guardian)).contains("INS-BR-95");
        guardian.consentAssessed = true;
        assertThat(refusedBy(P1, guardian)).isEmpty();
    }

    @Test
    @Covers({"BR-97", "END-09"})
    void aDisputedEndNeedsSupervisorsOfBothSides() {
        Case disputed = new Case();
        disputed.disputed = true;
        assertThat(refusedBy(P1, disputed)).contains("INS-BR-97");
        disputed.supervisorsOfBothSides = true;
        assertThat(refusedBy(P1, disputed)).isEmpty();
    }

    @Test
    @Covers({"END-08", "CON-25"})
    void whatDoesNotWorkIsDiscussedFirst() {
        Case notWorking = new Case("NOT_WORKING");
        assertThat(refusedBy(P1, notWorking)).contains("INS-END-08");
        notWorking.discussed = true;
        assertThat(refusedBy(P1, notWorking)).isEmpty();
    }

    @Test
    @Covers({"END-13", "TMP-23"})
    void anEndAfterANewInvestigationIsPlannedWithTreatmentLeadAndFamily() {
        Case after = new Case("AFTER_NEW_INVESTIGATION");
        assertThat(refusedBy(P1, after)).contains("INS-END-13");
        after.plannedTogether = true;
        assertThat(refusedBy(P1, after)).isEmpty();
    }

    @Test
    @Covers("PRF-36")
    void onlyTheReasonsOfTheRoutineAndThoseThatFollowFromFactsAreUsed() {
        assertThat(refusedBy(P4, new Case("NOT_WORKING"))).contains("INS-PRF-36");
        Case placement = new Case("PLACEMENT");
        placement.followUp = Optional.of(decided("PLACEMENT"));
        assertThat(refusedBy(P4, placement)).isEmpty();
        ClosingRules silent = new ClosingRules(Set.of(), Set.of(), false, List.of(), false, true, 15);
        assertThat(refusedBy(silent, new Case("NO_GOAL_ATTAINMENT"))).isEmpty();
    }

    @Test
    @Covers({"END-23", "PRF-37"})
    void theFollowUpDocumentIsFilledInFirst() {
        Case end = new Case("NEED_CEASED");
        assertThat(refusedBy(P4, end)).contains("INS-END-23");
        end.followUp = Optional.of(new DecidedFollowUp(false, "NEED_CEASED", "", "", false, false, false));
        assertThat(refusedBy(P4, end)).isEmpty();
    }

    @Test
    @Covers({"END-06", "BR-78"})
    void theDecisionStandsInTheFollowUpDocumentWithTheSameReason() {
        Case end = new Case("NO_GOAL_ATTAINMENT");
        assertThat(refusedBy(P2, end)).contains("INS-BR-78");
        end.followUp = Optional.of(decided("FAMILY_DECLINES"));
        assertThat(refusedBy(P2, end)).contains("INS-BR-78");
        end.followUp = Optional.of(decided("NO_GOAL_ATTAINMENT"));
        assertThat(refusedBy(P2, end)).isEmpty();
    }

    @Test
    @Covers({"BR-93", "END-04", "DOC-FUP-22", "DOC-ENUM-28"})
    void riskNowAndAheadIsJudgedOnTheScaleOfTheRoutineWhenGoalsAreMet() {
        EndGuard guard = new EndGuard(P2);
        assertThat(guard.refusal(risk("", "")).map(Refusal::id)).contains("INS-BR-93");
        assertThat(guard.refusal(risk("LOW", "")).map(Refusal::id)).contains("INS-BR-93");
        assertThat(guard.refusal(risk("LOW", "VERY_HIGH")).map(Refusal::id)).contains("INS-BR-93");
        assertThat(guard.refusal(risk("LOW", "HIGH"))).isEmpty();
        assertThat(new EndGuard(P4).refusal(risk("", ""))).isEmpty();
    }

    private static DecidedFollowUp risk(String now, String ahead) {
        return new DecidedFollowUp(true, "GOALS_MET", now, ahead, false, false, false);
    }

    @Test
    @Covers({"BR-100", "END-05", "CON-23", "CON-10"})
    void aFamilyThatDeclinesRaisesTheQuestionOfConcernAndConcernANewInvestigation() {
        EndGuard guard = new EndGuard(P2);
        assertThat(guard.refusal(declined(false, false, false)).map(Refusal::id))
                .contains("INS-BR-100");
        assertThat(guard.refusal(declined(true, true, false)).map(Refusal::id)).contains("INS-BR-100");
        assertThat(guard.refusal(declined(true, true, true))).isEmpty();
        assertThat(guard.refusal(declined(true, false, false))).isEmpty();
        assertThat(new EndGuard(P4).refusal(declined(false, false, false))).isEmpty();
    }

    private static DecidedFollowUp declined(boolean answered, boolean concern, boolean newInvestigation) {
        return new DecidedFollowUp(true, "FAMILY_DECLINES", "", "", answered, concern, newInvestigation);
    }

    private static DecidedFollowUp decided(String reason) {
        return new DecidedFollowUp(true, reason, "LOW", "LOW", true, false, false);
    }

    @Test
    @Covers("DOC-END-04")
    void theEndIsNotBeforeTheStart() {
        Case backwards = new Case();
        backwards.endDate = LocalDate.parse("2026-02-28");
        assertThat(refusedBy(P1, backwards)).contains("INS-DOC-END-04");
    }

    private static Optional<String> refusedBy(ClosingRules rules, Case facts) {
        return new EndGuard(rules).refusal(facts.facts()).map(Refusal::id);
    }

    private static final class Case {
        private String kind = "PLANNED";
        private final String reason;
        private LocalDate endDate = GRANT_TO;
        private boolean goalsShownMet;
        private Optional<DecidedFollowUp> followUp = Optional.empty();
        private boolean concernAssessed;
        private boolean consentAssessed;
        private boolean childOverAge;
        private boolean discussed;
        private boolean plannedTogether;
        private boolean disputed;
        private boolean supervisorsOfBothSides;

        private Case() {
            this("NEED_CEASED");
        }

        private Case(String reason) {
            this.reason = reason;
        }

        private EndFacts facts() {
            return new EndFacts(
                    kind,
                    reason,
                    endDate,
                    Optional.of(LocalDate.parse("2026-03-01")),
                    Optional.of(GRANT_TO),
                    goalsShownMet,
                    followUp,
                    concernAssessed,
                    consentAssessed,
                    childOverAge,
                    discussed,
                    plannedTogether,
                    disputed,
                    supervisorsOfBothSides);
        }
    }
}

package org.insats.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.insats.platform.Refusal;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class EndGuardTest {

    private static final LocalDate GRANT_TO = LocalDate.parse("2026-08-31");

    private final EndGuard guard = new EndGuard();

    @Test
    void aPlannedEndWithNothingMissingPasses() {
        assertThat(guard.refusal(new Case().facts())).isEmpty();
    }

    @Test
    @Covers({"BR-92", "END-03"})
    void goalsMetNeedsAFollowUpThatShowsIt() {
        Case goalsMet = new Case();
        goalsMet.reason = "GOALS_MET";
        assertThat(refusedBy(goalsMet)).contains("INS-BR-92");
        goalsMet.goalsShownMet = true;
        assertThat(refusedBy(goalsMet)).isEmpty();
    }

    @Test
    @Covers({"BR-94", "DL-30", "END-12", "CON-22"})
    void anEarlyEndWaitsForTheAssessmentOfConcern() {
        Case early = new Case();
        early.kind = "EARLY";
        assertThat(refusedBy(early)).contains("INS-BR-94");
        early.concernAssessed = true;
        assertThat(refusedBy(early)).isEmpty();
    }

    @Test
    @Covers("BR-94")
    void aFamilyThatDeclinesOrAnInterruptionBeforeTheGrantEndsIsEarlyToo() {
        Case declined = new Case();
        declined.reason = "FAMILY_DECLINES";
        assertThat(refusedBy(declined)).contains("INS-BR-94");
        Case interrupted = new Case();
        interrupted.kind = "INTERRUPTION";
        interrupted.endDate = GRANT_TO.minusDays(1);
        assertThat(refusedBy(interrupted)).contains("INS-BR-94");
        interrupted.endDate = GRANT_TO;
        assertThat(refusedBy(interrupted)).isEmpty();
    }

    @Test
    @Covers({"BR-95", "END-10", "CON-20"})
    void aGuardianWhoEndsEarlyRaisesTheQuestionOfAnInterventionToTheChildOnceOldEnough() {
        Case guardian = new Case();
        guardian.reason = "EARLY_BY_GUARDIAN";
        guardian.concernAssessed = true;
        assertThat(refusedBy(guardian)).isEmpty();
        guardian.childOverAge = true;
        assertThat(refusedBy(guardian)).contains("INS-BR-95");
        guardian.consentAssessed = true;
        assertThat(refusedBy(guardian)).isEmpty();
    }

    @Test
    @Covers({"BR-97", "END-09"})
    void aDisputedEndNeedsSupervisorsOfBothSides() {
        Case disputed = new Case();
        disputed.disputed = true;
        disputed.supervisors = 1;
        assertThat(refusedBy(disputed)).contains("INS-BR-97");
        disputed.supervisors = 2;
        assertThat(refusedBy(disputed)).isEmpty();
    }

    @Test
    void theEndIsNotBeforeTheStart() {
        Case backwards = new Case();
        backwards.endDate = LocalDate.parse("2026-02-28");
        assertThat(refusedBy(backwards)).contains("INS-DOC-END-04");
    }

    private Optional<String> refusedBy(Case facts) {
        return guard.refusal(facts.facts()).map(Refusal::id);
    }

    private static final class Case {
        private String kind = "PLANNED";
        private String reason = "NEED_CEASED";
        private LocalDate endDate = GRANT_TO;
        private boolean goalsShownMet;
        private boolean concernAssessed;
        private boolean consentAssessed;
        private boolean childOverAge;
        private boolean disputed;
        private int supervisors;

        private EndFacts facts() {
            return new EndFacts(
                    kind,
                    reason,
                    endDate,
                    Optional.of(LocalDate.parse("2026-03-01")),
                    Optional.of(GRANT_TO),
                    goalsShownMet,
                    concernAssessed,
                    consentAssessed,
                    childOverAge,
                    disputed,
                    supervisors);
        }
    }
}

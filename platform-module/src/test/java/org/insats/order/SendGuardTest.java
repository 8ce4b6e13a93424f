package org.insats.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.insats.platform.Refusal;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class SendGuardTest {

    private final SendGuard guard = new SendGuard();

    @Test
    @Covers("ORD-42")
    void anOrderWithAllInPlaceGoesOut() {
        assertThat(guard.refusal(new Order().facts())).isEmpty();
    }

    @Test
    @Covers({"ORD-42", "ORD-08", "DOC-ORD-16"})
    void thereMustBeAnAssignment() {
        Order order = new Order();
        order.assignment = false;
        assertThat(refusedBy(order)).contains("INS-ORD-42");
    }

    @Test
    @Covers({"CON-01", "BR-06", "PLN-03", "PRF-61"})
    void theAssignmentMustBeCommunicatedAndConsentedTo() {
        Order order = new Order();
        order.communicated = false;
        assertThat(refusedBy(order)).contains("INS-CON-01");
        order.communicated = true;
        order.consented = false;
        assertThat(refusedBy(order)).contains("INS-BR-06");
        order.consentBlocks = false;
        assertThat(refusedBy(order)).isEmpty();
    }

    @Test
    @Covers("ORD-83")
    void thereMustBeADecision() {
        Order order = new Order();
        order.decision = false;
        assertThat(refusedBy(order)).contains("INS-ORD-83");
    }

    @Test
    @Covers("BR-05")
    void theGrantMustHaveAnEnd() {
        Order order = new Order();
        order.grantTo = Optional.empty();
        assertThat(refusedBy(order)).contains("INS-BR-05");
    }

    @Test
    @Covers({"EX-48", "BR-21", "DL-40", "ORD-10"})
    void theGrantMayNotRunPastTheTwentyFirstBirthday() {
        Order order = new Order();
        order.birthDate = Optional.of(LocalDate.parse("2005-12-15"));
        order.grantTo = Optional.of(LocalDate.parse("2027-02-28"));
        assertThat(refusedBy(order)).contains("INS-BR-21");
        assertThat(guard.refusal(order.facts()).orElseThrow().arguments()).containsExactly(20, "2026-12-14");
        order.grantTo = Optional.of(LocalDate.parse("2026-12-14"));
        assertThat(refusedBy(order)).isEmpty();
    }

    @Test
    @Covers("DOC-PER-09")
    void withoutADateOfBirthTheAgeCannotBeChecked() {
        Order order = new Order();
        order.birthDate = Optional.empty();
        assertThat(refusedBy(order)).contains("INS-DOC-PER-09");
    }

    @Test
    @Covers("TMP-05")
    void aTemporaryInterventionNeedsNoAssignmentFirst() {
        Order order = new Order();
        order.temporary = true;
        order.assignment = false;
        order.consented = false;
        assertThat(refusedBy(order)).isEmpty();
    }

    private Optional<String> refusedBy(Order order) {
        return guard.refusal(order.facts()).map(Refusal::id);
    }

    private static final class Order {
        private boolean temporary;
        private boolean assignment = true;
        private boolean communicated = true;
        private boolean consented = true;
        private boolean consentBlocks = true;
        private boolean decision = true;
        private Optional<LocalDate> grantTo = Optional.of(LocalDate.parse("2027-02-28"));
        private Optional<LocalDate> birthDate = Optional.of(LocalDate.parse("2012-05-20"));

        private SendFacts facts() {
            return new SendFacts(
                    temporary,
                    assignment,
                    communicated,
                    consented,
                    consentBlocks,
                    decision,
                    Optional.of(LocalDate.parse("2026-09-01")),
                    grantTo,
                    birthDate,
                    Optional.of(20));
        }
    }
}

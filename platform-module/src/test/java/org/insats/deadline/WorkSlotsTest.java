package org.insats.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class WorkSlotsTest {

    private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");

    private final WorkSlots slots = new WorkSlots();

    @Test
    @Covers("DLC-16")
    void nothingIsLookedAtLaterThanItsTime() {
        assertThat(WorkSlots.of(Instant.parse("2026-06-11T12:14:59.999Z"))).isEqualTo(NOON);
        assertThat(WorkSlots.of(NOON)).isEqualTo(NOON);
        assertThat(WorkSlots.of(Instant.parse("1969-12-31T23:59:59Z"))).isEqualTo("1969-12-31T23:45:00Z");
    }

    @Test
    void asksForTwoDaysInQuarters() {
        assertThat(WorkSlots.upTo(NOON.plusSeconds(100)))
                .hasSize(193)
                .contains(NOON, NOON.minusSeconds(900), Instant.parse("2026-06-09T12:00:00Z"))
                .doesNotContain(NOON.plusSeconds(900));
    }

    @Test
    void everythingIsAskedForAtFirstAndThenOnceADay() {
        assertThat(slots.needsFullLook(NOON)).isTrue();
        slots.looked(NOON, true);

        assertThat(slots.needsFullLook(NOON.plusSeconds(300))).isFalse();
        slots.looked(NOON.plusSeconds(80_000), false);
        assertThat(slots.needsFullLook(NOON.plusSeconds(86_000))).isFalse();
        assertThat(slots.needsFullLook(NOON.plusSeconds(86_400))).isTrue();
    }

    @Test
    void everythingIsAskedForAfterAClockWasMovedAndAfterDaysOff() {
        slots.looked(NOON, true);

        assertThat(slots.needsFullLook(NOON.minusSeconds(1))).isTrue();
        assertThat(slots.needsFullLook(NOON.plusSeconds(3 * 86_400))).isTrue();
    }

    @Test
    void everythingIsAskedForAfterSomethingOlderWasWritten() {
        slots.looked(NOON, true);
        slots.written(NOON.minusSeconds(900));
        assertThat(slots.needsFullLook(NOON.plusSeconds(300))).isFalse();

        slots.written(NOON.minusSeconds(5 * 86_400));

        assertThat(slots.needsFullLook(NOON.plusSeconds(300))).isTrue();
        slots.looked(NOON.plusSeconds(300), true);
        assertThat(slots.needsFullLook(NOON.plusSeconds(600))).isFalse();
    }
}

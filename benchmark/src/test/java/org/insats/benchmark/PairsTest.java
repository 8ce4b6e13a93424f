package org.insats.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairsTest {

    @Test
    void theFigureIsTheMedianOfTheRoundsRatios() {
        Pairs pairs = new Pairs();
        pairs.add(10, 10);
        pairs.add(36, 30);
        pairs.add(500, 50);

        assertThat(pairs.ratio()).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void quartilesLieBetweenTheValues() {
        List<Double> values = List.of(4.0, 1.0, 3.0, 2.0);

        assertThat(Pairs.quantile(values, 0.5)).isCloseTo(2.5, within(1e-9));
        assertThat(Pairs.quantile(values, 0.25)).isCloseTo(1.75, within(1e-9));
    }

    @Test
    void bothTakeTheirTurnToBegin() {
        List<String> order = new ArrayList<>();
        Pairs pairs = new Pairs();

        pairs.round(() -> order.add("ours"), () -> order.add("bare"), true, 1);
        pairs.round(() -> order.add("ours"), () -> order.add("bare"), false, 1);

        assertThat(order).containsExactly("ours", "bare", "bare", "ours");
    }
}

package org.insats.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares every pair of state and action with a table written by hand: what is not in the table is refused. */
public final class WholeTable {

    private WholeTable() {}

    /**
     * Fails unless {@code machine} allows exactly the lines of {@code expected}.
     *
     * @param expected one line a transition: {@code FROM ACTION TO}
     */
    public static <S extends Enum<S>, A extends Enum<A>> void holds(
            StateMachine<S, A> machine, Class<A> actions, String expected) {
        Set<String> allowed = new LinkedHashSet<>();
        for (S from : machine.states()) {
            for (A action : actions.getEnumConstants()) {
                machine.next(from, action).ifPresent(to -> allowed.add(from + " " + action + " " + to));
            }
        }
        Set<String> lines = Arrays.stream(expected.strip().split("\n"))
                .map(line -> line.strip().replaceAll(" +", " "))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(allowed).containsExactlyInAnyOrderElementsOf(lines);
    }
}

package org.insats.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The life cycle of one kind of thing as a table: from a state, by an action, to a state. It knows neither people nor
 * nodes; guards that need facts belong to the service that asks it.
 *
 * @param <S> the states, named as in the requirements' value lists
 * @param <A> the actions that people or the system take
 */
public final class StateMachine<S extends Enum<S>, A extends Enum<A>> {

    /**
     * One line of the table.
     *
     * @param from the state before
     * @param action what is done
     * @param to the state after; the same as {@code from} where only something is noted
     * @param source the requirement ids that ask for it, for the drawing
     */
    public record Transition<S, A>(S from, A action, S to, String source) {}

    private final Class<S> states;
    private final Class<A> actions;
    private final S initial;
    private final List<Transition<S, A>> table;

    private StateMachine(Builder<S, A> builder) {
        states = builder.states;
        actions = builder.actions;
        initial = builder.initial;
        table = List.copyOf(builder.table);
    }

    /**
     * Starts a table.
     *
     * @param states the enumeration of all states
     * @param actions the enumeration of all actions
     * @param initial the state a new thing is in
     */
    public static <S extends Enum<S>, A extends Enum<A>> Builder<S, A> of(
            Class<S> states, Class<A> actions, S initial) {
        return new Builder<>(states, actions, initial);
    }

    /** The state a new thing is in. */
    public S initial() {
        return initial;
    }

    /** The state after {@code action}, or nothing where the table does not allow it. */
    public Optional<S> next(S from, A action) {
        return table.stream()
                .filter(line -> line.from() == from && line.action() == action)
                .map(Transition::to)
                .findFirst();
    }

    /** Whether the table has a line for {@code action} in the state {@code from}. */
    public boolean allows(S from, A action) {
        return next(from, action).isPresent();
    }

    /** Everything that may be done in the state {@code from}. */
    public Set<A> actions(S from) {
        Set<A> allowed = EnumSet.noneOf(actions);
        table.stream()
                .filter(line -> line.from() == from)
                .map(Transition::action)
                .forEach(allowed::add);
        return Collections.unmodifiableSet(allowed);
    }

    /** Whether nothing leads out of {@code state}. */
    public boolean isFinal(S state) {
        return table.stream().noneMatch(line -> line.from() == state && line.to() != state);
    }

    /** The whole table, in the order it was written. */
    public List<Transition<S, A>> table() {
        return table;
    }

    /** All states, those included that no line reaches yet. */
    public Set<S> states() {
        return Collections.unmodifiableSet(EnumSet.allOf(states));
    }

    /** The table of one life cycle, built line by line. */
    public static final class Builder<S extends Enum<S>, A extends Enum<A>> {

        private final Class<S> states;
        private final Class<A> actions;
        private final S initial;
        private final List<Transition<S, A>> table = new ArrayList<>();

        private Builder(Class<S> states, Class<A> actions, S initial) {
            this.states = Objects.requireNonNull(states);
            this.actions = Objects.requireNonNull(actions);
            this.initial = Objects.requireNonNull(initial);
        }

        /**
         * Adds a line.
         *
         * @param source the requirement ids that ask for it, for the drawing
         * @throws IllegalArgumentException when the same action already leaves the same state
         */
        public Builder<S, A> allow(S from, A action, S to, String source) {
            if (table.stream().anyMatch(line -> line.from() == from && line.action() == action)) {
                throw new IllegalArgumentException(action + " already leaves " + from);
            }
            table.add(new Transition<>(from, action, to, source));
            return this;
        }

        /** Adds a line for each of {@code from}. */
        public Builder<S, A> allow(Set<S> from, A action, S to, String source) {
            from.forEach(state -> allow(state, action, to, source));
            return this;
        }

        /** Adds a line for each of {@code from} that leaves the state as it is. */
        public Builder<S, A> note(Set<S> from, A action, String source) {
            from.forEach(state -> allow(state, action, state, source));
            return this;
        }

        /** The finished table. */
        public StateMachine<S, A> build() {
            return new StateMachine<>(this);
        }
    }
}

package org.insats.casefile;

import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.insats.platform.StateMachine;

/**
 * A kind whose documents have a life cycle of their own: its actions all belong to one table of states.
 *
 * @param <S> states of the document
 * @param <A> actions of the life cycle
 */
public abstract class LifecycleKind<S extends Enum<S>, A extends Enum<A>> implements DocumentKind {

    private final StateMachine<S, A> table;
    private final BiPredicate<Document, Role> acting;

    /** A kind with this life cycle, whose actions are the case workers' where nothing else is said. */
    protected LifecycleKind(StateMachine<S, A> table) {
        this(table, (document, role) -> role.isCaseWorker());
    }

    /** A kind with this life cycle, whose actions are those of {@code acting} where nothing else is said. */
    protected LifecycleKind(StateMachine<S, A> table, BiPredicate<Document, Role> acting) {
        this.table = table;
        this.acting = acting;
    }

    /** An action of those who act on this kind. */
    protected final LifecycleAction<S, A> action(String name, A action, LifecycleAction.Effect<S> effect) {
        return new LifecycleAction<>(name, table, action, acting, effect);
    }

    /** An action of the roles that {@code who} accepts. */
    protected final LifecycleAction<S, A> action(
            String name, A action, Predicate<Role> who, LifecycleAction.Effect<S> effect) {
        return new LifecycleAction<>(name, table, action, who, effect);
    }

    /** An action whose doers depend on the document. */
    protected final LifecycleAction<S, A> action(
            String name, A action, BiPredicate<Document, Role> who, LifecycleAction.Effect<S> effect) {
        return new LifecycleAction<>(name, table, action, who, effect);
    }
}

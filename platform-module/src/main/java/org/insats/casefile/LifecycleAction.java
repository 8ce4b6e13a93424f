package org.insats.casefile;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.insats.platform.Refusal;
import org.insats.platform.StateMachine;

/**
 * An action that a life cycle allows in some states and a rule allows to some roles. What it does is a method of the
 * room's service.
 *
 * @param <S> states of the document
 * @param <A> actions of the life cycle
 */
public final class LifecycleAction<S extends Enum<S>, A extends Enum<A>> implements DocumentAction {

    /** What the action does. */
    @FunctionalInterface
    public interface Effect<S> {

        /**
         * Does it.
         *
         * @param document as it stands now
         * @param next the state that the life cycle leads to
         * @param act who, when and with what input
         */
        void perform(Document document, S next, Act act);
    }

    private final String name;
    private final StateMachine<S, A> table;
    private final A action;
    private final BiPredicate<Document, Role> who;
    private final Effect<S> effect;
    private final Function<Document, List<ActionInput>> form;
    private final boolean weighty;

    /**
     * An action.
     *
     * @param name name in the URL
     * @param table the life cycle
     * @param action its action
     * @param who the roles that may, any one of which is enough
     * @param effect what it does
     */
    public LifecycleAction(String name, StateMachine<S, A> table, A action, Predicate<Role> who, Effect<S> effect) {
        this(name, table, action, (document, role) -> who.test(role), effect);
    }

    /** An action whose doers depend on the document: on the routine of its case. */
    public LifecycleAction(
            String name, StateMachine<S, A> table, A action, BiPredicate<Document, Role> who, Effect<S> effect) {
        this(name, table, action, who, effect, document -> List.of(), false);
    }

    private LifecycleAction(
            String name,
            StateMachine<S, A> table,
            A action,
            BiPredicate<Document, Role> who,
            Effect<S> effect,
            Function<Document, List<ActionInput>> form,
            boolean weighty) {
        this.name = name;
        this.table = table;
        this.action = action;
        this.who = who;
        this.effect = effect;
        this.form = form;
        this.weighty = weighty;
    }

    /** The same, with a form. */
    public LifecycleAction<S, A> asking(ActionInput... inputs) {
        List<ActionInput> all = List.of(inputs);
        return asking(document -> all);
    }

    /** The same, with a form that depends on the document. */
    public LifecycleAction<S, A> asking(Function<Document, List<ActionInput>> inputs) {
        return new LifecycleAction<>(name, table, action, who, effect, inputs, weighty);
    }

    /** The same, told to be one that cannot be taken back. */
    public LifecycleAction<S, A> forGood() {
        return new LifecycleAction<>(name, table, action, who, effect, form, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean allowed(Document document, Set<Role> roles) {
        return table.allows(state(document), action) && roles.stream().anyMatch(role -> who.test(document, role));
    }

    @Override
    public List<ActionInput> inputs(Document document) {
        return form.apply(document);
    }

    @Override
    public boolean weighty() {
        return weighty;
    }

    @Override
    public void perform(Document document, Act act) {
        S next = table.next(state(document), action)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "STATE").violation());
        effect.perform(document, next, act);
    }

    private S state(Document document) {
        return table.states().stream()
                .filter(state -> state.name().equals(document.status()))
                .findFirst()
                .orElseGet(table::initial);
    }
}

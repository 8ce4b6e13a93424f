package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insats.routine.DeadlineSetting;

/** A deadline in the making: what its rule says, before days are rolled and its state is judged. */
final class Draft {

    final DeadlineSetting row;
    final Act act;
    final DeadlineKind kind;
    final Lifetime lifetime;
    final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    final List<FormerDate> history = new ArrayList<>();
    Optional<String> number = Optional.empty();
    boolean sharesAct = true;
    boolean countsBack;
    Optional<LocalDate> trigger = Optional.empty();
    Optional<LocalDate> notRemindedBefore = Optional.empty();
    Optional<LocalDate> due = Optional.empty();
    Optional<LocalDate> metOn = Optional.empty();
    Optional<Closure> closure = Optional.empty();

    Draft(DeadlineSetting row, Act act, DeadlineKind kind, Lifetime lifetime) {
        this.row = row;
        this.act = act;
        this.kind = kind;
        this.lifetime = lifetime;
    }

    /** Gives it a number or reference; each number of an act that is {@code done by itself} gets a workflow of its own. */
    Draft numbered(String value, boolean doneByItself) {
        number = Optional.of(value);
        sharesAct = !doneByItself;
        return this;
    }

    Draft triggered(LocalDate day) {
        trigger = Optional.of(day);
        notRemindedBefore = trigger;
        return this;
    }

    Draft due(LocalDate day) {
        due = Optional.of(day);
        return this;
    }

    Draft dueBefore(LocalDate day) {
        countsBack = true;
        return due(day);
    }

    Draft met(Optional<LocalDate> day) {
        metOn = day;
        return this;
    }

    String key() {
        return number.map(own -> row.name() + "#" + own).orElse(row.name());
    }

    String actKey() {
        return sharesAct || number.isEmpty() ? act.name() : act.name() + "#" + number.get();
    }
}

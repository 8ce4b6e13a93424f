package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One time that a rule of the table applies.
 *
 * @param number number or reference, where the rule applies several times
 * @param trigger what sets it off; empty where only the target is known
 * @param target the date that it must be done before; empty for rules that count forward
 * @param notAfter a latest date whatever the period says
 * @param settled when it was done
 * @param closure an own reason why it lost its object
 */
record Occasion(
        Optional<String> number,
        Optional<FactDate> trigger,
        Optional<LocalDate> target,
        Optional<LocalDate> notAfter,
        Optional<LocalDate> settled,
        Optional<Closure> closure) {

    static Occasion once(FactDate trigger, Optional<LocalDate> settled) {
        return new Occasion(
                Optional.empty(), Optional.of(trigger), Optional.empty(), Optional.empty(), settled, Optional.empty());
    }

    Occasion numbered(String value) {
        return new Occasion(Optional.of(value), trigger, target, notAfter, settled, closure);
    }

    Occasion before(LocalDate day) {
        return new Occasion(number, trigger, Optional.of(day), notAfter, settled, closure);
    }

    Occasion notAfter(LocalDate day) {
        return new Occasion(number, trigger, target, Optional.of(day), settled, closure);
    }

    Occasion closed(Optional<Closure> reason) {
        return new Occasion(number, trigger, target, notAfter, settled, reason);
    }
}

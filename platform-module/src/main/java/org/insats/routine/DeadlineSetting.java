package org.insats.routine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the deadline table as a profile has it. What the rule is about (its trigger, act and direction) is fixed by its id;
 * everything here a municipality may change.
 *
 * @param rule requirement id, {@code DL-01} to {@code DL-62}
 * @param part which of a rule's acts, where it has several (DL-03, DL-05, DL-51, DL-54); else empty
 * @param services codes of the services it applies to
 * @param strength strength of the act
 * @param important "called important": must, but a user may override with a written reason
 * @param source source code of the act
 * @param validity from when to when the row holds; judged on the trigger day
 * @param period the period; empty where the rule has none of its own
 * @param periodStrength strength of the period, often a default where the routine states none
 * @param responsible who is to do it
 * @param copyTo who is told as well
 * @param remind whether the responsible are reminded on the lead date (R)
 * @param lead lead date as a calendar period before the due date; empty for the profile's reminder days
 * @param overdueTo who is told when it is overdue (O); the responsible if empty
 * @param escalateTo who is told when it stays overdue (ESC); empty for no escalation
 * @param rollPolicy own roll policy; empty for the profile's
 * @param overdueSeverity own severity when overdue; empty for that of the strength
 * @param joint whether a follow-up counts only when case worker and placement worker both took part (BR-75)
 * @param ageThrough for DL-40: the last age, in whole years, that the service covers
 */
public record DeadlineSetting(
        String rule,
        Optional<String> part,
        Set<String> services,
        Strength strength,
        boolean important,
        String source,
        Validity validity,
        Optional<Span> period,
        Strength periodStrength,
        List<Role> responsible,
        List<Role> copyTo,
        boolean remind,
        Optional<Span> lead,
        List<Role> overdueTo,
        List<Role> escalateTo,
        Optional<RollPolicy> rollPolicy,
        Optional<Severity> overdueSeverity,
        boolean joint,
        Optional<Integer> ageThrough) {

    /** Copies the collections. */
    public DeadlineSetting {
        services = Set.copyOf(services);
        responsible = List.copyOf(responsible);
        copyTo = List.copyOf(copyTo);
        overdueTo = List.copyOf(overdueTo);
        escalateTo = List.copyOf(escalateTo);
    }

    /** Rule and part in one, as in {@code DL-51/family}; the name under which Insats knows the row. */
    public String name() {
        return part.map(own -> rule + "/" + own).orElse(rule);
    }

    /** Whether the row holds for a service on a day. */
    public boolean appliesTo(String serviceCode, LocalDate day) {
        return services.contains(serviceCode) && validity.covers(day);
    }

    /** What it is shown as when overdue (DLC-15). */
    public Severity severityWhenOverdue() {
        return overdueSeverity.orElse(strength.severityWhenOverdue());
    }
}

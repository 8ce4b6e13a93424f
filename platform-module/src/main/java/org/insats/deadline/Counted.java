package org.insats.deadline;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/**
 * What a deadline counts as in reports: once it was met or went overdue, one of its unit, of the month in which it was due.
 *
 * @param unit the unit that answers for it
 * @param month the month of its due date
 * @param act what was to be done
 * @param strength MUST or SHOULD
 * @param outcome how it went
 */
public record Counted(String unit, YearMonth month, TaskAct act, String strength, Outcome outcome) {

    /** How it went. */
    public enum Outcome {
        /** Done by its due date. */
        IN_TIME,
        /** Done after it. */
        LATE,
        /** Not done yet, and overdue. */
        OVERDUE
    }

    private static final String SEPARATOR = "|";

    /**
     * What a deadline counts as; nothing while it is neither met nor overdue, when it was cancelled or superseded, when it was asked
     * for anew, and where it is a guard or mere information.
     */
    static Optional<Counted> of(LiveDeadline deadline) {
        Optional<String> unit = deadline.text(DeadlineModel.DEADLINE_UNIT);
        Optional<String> strength = deadline.strength().filter(value -> !value.equals("INFORMATION"));
        Optional<Outcome> outcome = outcome(deadline);
        if (!deadline.isChased()
                || unit.isEmpty()
                || strength.isEmpty()
                || outcome.isEmpty()
                || deadline.dueDate().isEmpty()
                || Boolean.TRUE.equals(deadline.properties().get(DeadlineModel.ASKED_ANEW))) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.from(deadline.dueDate().get());
        return Optional.of(new Counted(unit.get(), month, deadline.act(), strength.get(), outcome.get()));
    }

    private static Optional<Outcome> outcome(LiveDeadline deadline) {
        return switch (deadline.state()) {
            case MET -> Optional.of(Outcome.IN_TIME);
            case MET_LATE -> Optional.of(Outcome.LATE);
            case OVERDUE -> Optional.of(Outcome.OVERDUE);
            default -> Optional.empty();
        };
    }

    /** As a text to store. */
    String text() {
        return String.join(SEPARATOR, unit, month.toString(), act.name(), strength, outcome.name());
    }

    /** From a stored text. */
    static Counted of(String text) {
        String[] parts = text.split("\\" + SEPARATOR);
        return new Counted(
                parts[0], YearMonth.parse(parts[1]), TaskAct.valueOf(parts[2]), parts[3], Outcome.valueOf(parts[4]));
    }

    /**
     * The mark of a deadline that counts as something else than it was counted as: its id, to find it by; null where there is
     * nothing to do.
     */
    static String mark(String id, Map<QName, Serializable> properties) {
        LiveDeadline deadline = new LiveDeadline((NodeRef) null, null, properties);
        Optional<String> now = of(deadline).map(Counted::text);
        Optional<String> before = Tallied.of(deadline).map(Tallied::text);
        return now.equals(before) ? null : id;
    }

    /**
     * What a deadline was counted as.
     *
     * @param generation the generation of the counters that has it
     * @param text as stored
     */
    record Tallied(String generation, String text) {

        static Optional<Tallied> of(LiveDeadline deadline) {
            return deadline.text(DeadlineModel.TALLIED)
                    .map(stored -> stored.split(":", 2))
                    .map(parts -> new Tallied(parts[0], parts[1]));
        }

        String stored() {
            return generation + ":" + text;
        }
    }
}

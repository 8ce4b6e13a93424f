package org.insats.deadline.calc;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.insats.routine.Severity;

/**
 * Something the user should see, beside the deadlines.
 *
 * @param id which warning
 * @param ruleId requirement id behind it
 * @param severity how it is shown; REFUSAL means that registering it would be refused
 * @param field the fact it is about, as named in JSON, if it is about one
 * @param arguments values for the message, in order: dates as yyyy-mm-dd and whole numbers
 */
public record Warning(Id id, String ruleId, Severity severity, Optional<String> field, List<String> arguments) {

    /** The warnings there are. */
    public enum Id {
        /** The grant is too short for the follow-up rule; arguments: due date (DLF-04, DLF-06). */
        SHORT_PERIOD,
        /** The follow-up falls before the plan must be finished; arguments: due date, plan date (DLF-05). */
        FOLLOW_UP_BEFORE_PLAN,
        /** The next follow-up would fall after the grant; arguments: that date, last day of the grant (DLF-06). */
        NO_FURTHER_FOLLOW_UP,
        /** A held meeting does not count as follow-up; arguments: its date (DLF-11). */
        FOLLOW_UP_NOT_COUNTED,
        /** The grant ended without a decision; arguments: its last day (DL-57). */
        EXPIRED_WITHOUT_DECISION,
        /** Too late for family and contractor to wind up; arguments: latest date (DL-12). */
        TOO_LATE_TO_WIND_UP,
        /** A gap between two grant periods; arguments: end of the first, start of the next (EXT-09). */
        GRANT_GAP,
        /** An extension was decided after the old period ended; arguments: decision, end (EXT-09). */
        DECIDED_AFTER_GRANT_END,
        /** The grant runs past the age limit; arguments: last day in scope (DL-40, BR-21). */
        AGE_LIMIT_IN_GRANT,
        /** The client is over the age limit already; arguments: last day in scope (DL-40, BR-21). */
        OVER_AGE,
        /** No weekly or team meeting is set; the allocation date cannot be computed (PRF-64). */
        MEETING_NOT_SET,
        /** The family's consent is not complete; DL-08 has not begun (MAT-13). */
        CONSENT_INCOMPLETE,
        /** An urgent placement still has no written order (DL-03). */
        ORDER_MISSING,
        /** The guardians must be informed on or before the child talk; arguments: the talk's date (FUP-22, FUP-23). */
        GUARDIANS_NOT_INFORMED,
        /** The new period, or the intervention, began without an agreement; arguments: its first day (DL-25, DL-61). */
        NO_AGREEMENT_AT_START
    }

    /** Copies the arguments. */
    public Warning {
        Objects.requireNonNull(id, "id");
        arguments = List.copyOf(arguments);
    }

    /** Message key of its text. */
    public String textKey() {
        return "insats.deadline.warning." + id;
    }
}

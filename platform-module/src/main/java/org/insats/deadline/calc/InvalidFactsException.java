package org.insats.deadline.calc;

import java.util.List;

/** Facts that cannot be computed with. Says which one and what is wrong with it; never quotes what was sent. */
public final class InvalidFactsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Problem {
        /** There is no such fact. */
        UNKNOWN,
        /** It is needed and not there. */
        MISSING,
        /** It is no date ({@code yyyy-mm-dd}) or timestamp, or outside 1900-2199. */
        NOT_A_DATE,
        /** It is none of the allowed values, which are the arguments. */
        NOT_ALLOWED,
        /** It is not of the right JSON type, which is the argument. */
        WRONG_TYPE,
        /** There are more than the argument says. */
        TOO_MANY,
        /** The last day of a grant lies before its first (BR-05). */
        END_BEFORE_START,
        /** Grant periods are not in order of time (DLF-09). */
        NOT_IN_ORDER,
        /** It lies before the start of the intervention (DLF-01). */
        BEFORE_START,
        /** The intervention starts after its grant has ended (DLF-01). */
        START_AFTER_GRANT,
        /** A started order is ended, not withdrawn or declined (ORD-71). */
        STARTED,
        /** A step of the closing lies before the one before it (BR-91). */
        CLOSING_ORDER,
        /** The date of birth lies after the day it is computed for. */
        NOT_BORN
    }

    private final String field;
    private final Problem problem;
    private final transient List<String> arguments;

    InvalidFactsException(String field, Problem problem, Object... arguments) {
        super(field + ": " + problem);
        this.field = field;
        this.problem = problem;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    /** The fact, as a path such as {@code grants[0].to}; empty for the facts as a whole. */
    public String field() {
        return field;
    }

    /** What is wrong with it. */
    public Problem problem() {
        return problem;
    }

    /** What the message needs. */
    public List<String> arguments() {
        return arguments;
    }
}

package org.insats.platform;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * Why something is refused, and what to do about it.
 *
 * @param ruleId the requirement id without prefix, for example {@code BR-05}; its text is the message
 *     {@code insats.refusal.<ruleId>} of the bundle {@code messages/<room>.properties}
 * @param kind how the refusal maps to an HTTP status
 * @param field the field it concerns (name without prefix), where there is one
 * @param arguments what the text needs ({@code {0}} ...); never personal data
 */
public record Refusal(String ruleId, Kind kind, Optional<String> field, List<Object> arguments) {

    /** Kinds of refusal and the HTTP status of each. */
    public enum Kind {
        /** The request cannot be understood. */
        MALFORMED(400),
        /** The user has no right to it. */
        FORBIDDEN(403),
        /** It does not exist, or its existence is secret. */
        NOT_FOUND(404),
        /** It is in another state, or another version, than the request assumes. */
        CONFLICT(409),
        /** The request is too large. */
        TOO_LARGE(413),
        /** A rule refuses it. */
        RULE(422),
        /** What is needed for it does not work at the moment. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    private static final String KEY = "insats.refusal.";

    /** Checks that nothing is missing. */
    public Refusal {
        Objects.requireNonNull(ruleId);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(field);
        arguments = List.copyOf(arguments);
    }

    /** A rule refuses (422). */
    public static Refusal rule(String ruleId, Object... arguments) {
        return new Refusal(ruleId, Kind.RULE, Optional.empty(), List.of(arguments));
    }

    /** A refusal of another kind. */
    public static Refusal of(Kind kind, String ruleId, Object... arguments) {
        return new Refusal(ruleId, kind, Optional.empty(), List.of(arguments));
    }

    /** The same refusal, concerning {@code fieldName} (name without prefix). */
    public Refusal onField(String fieldName) {
        return new Refusal(ruleId, kind, Optional.of(fieldName), arguments);
    }

    /** The same refusal as an exception to throw. */
    public RuleViolation violation() {
        return new RuleViolation(this);
    }

    /** {@code INS-<rule id>}. */
    public String id() {
        return "INS-" + ruleId;
    }

    /** {@code INS-<rule id>: what to do}, in the language of the current request. */
    public String text() {
        return id() + ": " + message();
    }

    /** What to do, in the language of the current request. */
    public String message() {
        String message = I18NUtil.getMessage(KEY + ruleId, I18NUtil.getLocale(), arguments.toArray());
        return message == null ? KEY + ruleId : message;
    }
}

package org.insats.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/**
 * Something people do with a document of a kind: {@code POST documents/{id}/actions/{name}}.
 *
 * <p>{@link Documents#act} has checked that the user may read the document and that {@link #allowed} holds, opens the
 * service person's scope ({@code ServicePerson.elevated}) and a transaction, and calls {@link #perform}. What is refused
 * is thrown as a {@code RuleViolation}, and then nothing of it is done.
 */
public interface DocumentAction {

    /** Name in the URL, for example {@code send}. */
    String name();

    /** Whether somebody with {@code roles} may do it to the document as it stands. */
    boolean allowed(Document document, Set<Role> roles);

    /**
     * What it asks for, in the order of its form; called inside the service person's scope. Texts by message key:
     * {@code insats.input.<action>.<input>}, else {@code insats.input.<input>}.
     */
    default List<ActionInput> inputs(Document document) {
        return List.of();
    }

    /** Whether it cannot be taken back, so that its form says so. */
    default boolean weighty() {
        return false;
    }

    /**
     * The rule that keeps it from being done in the document's present state, where one says more than {@code INS-STATE};
     * asked only when nobody may do it now.
     */
    default Optional<Refusal> outOfOrder(Document document) {
        return Optional.empty();
    }

    /**
     * Does it.
     *
     * @param document as it stands now
     * @param act who does it, when, and with what input
     */
    void perform(Document document, Act act);

    /**
     * The occasion of an action.
     *
     * @param userName who does it
     * @param now when
     * @param today the day in Stockholm
     * @param input the JSON body; an empty object where there was none
     */
    record Act(String userName, Instant now, LocalDate today, JsonNode input) {

        /** The text of a field of the input, trimmed; nothing where it is missing or empty. */
        public Optional<String> text(String field) {
            String value = input.path(field).asText("").strip();
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }

        /**
         * The date in a field of the input, or today.
         *
         * @throws org.insats.platform.RuleViolation {@code INS-DOC-DATE} when it is no date or lies in the future
         */
        public LocalDate dateOrToday(String field) {
            Optional<String> value = text(field);
            if (value.isEmpty()) {
                return today;
            }
            LocalDate date = LawDate.parse(value.get())
                    .orElseThrow(
                            () -> Refusal.rule("DOC-DATE", field).onField(field).violation());
            if (date.isAfter(today)) {
                throw Refusal.rule("DOC-COM-04", field).onField(field).violation();
            }
            return date;
        }

        /**
         * Those of {@code names} (properties, by local name) that the input holds: yes/no as such, lists and objects as
         * JSON text, anything else as trimmed text. Not for dates.
         */
        public Map<QName, Serializable> fields(QName... names) {
            Map<QName, Serializable> found = new LinkedHashMap<>();
            for (QName name : names) {
                JsonNode value = input.path(name.getLocalName());
                if (value.isBoolean()) {
                    found.put(name, value.booleanValue());
                } else if (value.isContainerNode()) {
                    found.put(name, value.toString());
                } else {
                    text(name.getLocalName()).ifPresent(text -> found.put(name, text));
                }
            }
            return found;
        }
    }
}

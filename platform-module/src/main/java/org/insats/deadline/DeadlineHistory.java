package org.insats.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a deadline went through: dates and states, old and new, each with time and reason; nothing is deleted (DLC-11, DLC-13). */
public final class DeadlineHistory {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A change.
     *
     * @param at when, an ISO instant
     * @param from the old date (yyyy-mm-dd) or state
     * @param to the new one
     * @param reason why: a date, or a word such as {@code RECOMPUTED}
     */
    public record Entry(String at, String from, String to, String reason) {}

    private final ArrayNode entries;
    private boolean changed;

    DeadlineHistory(Optional<String> stored) {
        entries = read(stored.orElse("[]"));
    }

    DeadlineHistory add(Instant at, String from, String to, String reason) {
        entries.addObject()
                .put("at", at.toString())
                .put("from", from)
                .put("to", to)
                .put("reason", reason);
        changed = true;
        return this;
    }

    boolean isChanged() {
        return changed;
    }

    /** All changes, oldest first. */
    List<Entry> all() {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> new Entry(
                        entry.path("at").asText(),
                        entry.path("from").asText(),
                        entry.path("to").asText(),
                        entry.path("reason").asText()))
                .toList();
    }

    /** As JSON text to store. */
    String text() {
        return entries.toString();
    }

    private static ArrayNode read(String text) {
        try {
            return JSON.readTree(text) instanceof ArrayNode array ? array : JSON.createArrayNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ins:history is not JSON", e);
        }
    }
}

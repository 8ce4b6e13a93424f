package org.insats.platformtest.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import org.insats.routine.store.ProfileWriter;
import org.insats.routine.store.StoredProfiles;

/** A routine as another municipality might have it: one that is shipped, with one setting changed. */
public final class Variant {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Variant() {}

    /**
     * Puts the variant into the repository.
     *
     * @param story whose repository
     * @param of the shipped profile
     * @param setting id of the setting, for example {@code PRF-22}
     * @param value its value as JSON
     * @return id of the variant's profile
     */
    public static String with(Story story, String of, String setting, String value) {
        return without(story, of, setting, value, "");
    }

    /** As {@link #with}, and without the deadlines of a rule. */
    public static String without(Story story, String of, String setting, String value, String rule) {
        ObjectNode profile = (ObjectNode) Story.json(Story.bean("insats.routineService", StoredProfiles.class)
                .text(of, "")
                .orElseThrow()
                .text());
        ((ObjectNode) profile.path("settings").path(setting)).set("value", Story.json(value));
        Iterator<JsonNode> rows = profile.path("deadlines").elements();
        while (rows.hasNext()) {
            if (rows.next().path("rule").asText().equals(rule)) {
                rows.remove();
            }
        }
        return put(story, profile);
    }

    /** Puts a changed routine into the repository under an id of its own, which is answered. */
    public static String put(Story story, ObjectNode profile) {
        String id = "test-variant-" + NUMBER.incrementAndGet();
        profile.put("id", id);
        story.as("admin", () -> Story.bean("insats.profileWriter", ProfileWriter.class)
                .write(id, profile.toString()));
        return id;
    }
}

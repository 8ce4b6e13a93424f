package org.insats.platformtest.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
        ObjectNode profile = (ObjectNode) Story.json(Story.bean("insats.routineService", StoredProfiles.class)
                .text(of, "")
                .orElseThrow()
                .text());
        String id = "test-variant-" + NUMBER.incrementAndGet();
        profile.put("id", id);
        ((ObjectNode) profile.path("settings").path(setting)).set("value", Story.json(value));
        story.as("admin", () -> Story.bean("insats.profileWriter", ProfileWriter.class)
                .write(id, profile.toString()));
        return id;
    }
}

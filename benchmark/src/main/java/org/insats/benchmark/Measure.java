package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One thing that can be measured. */
public interface Measure {

    /** Its name in the URL. */
    String name();

    /**
     * Measures, and writes what was found into {@code answer}.
     *
     * @param settings how often and how much; each measure has presets
     */
    void run(JsonNode settings, ObjectNode answer);
}

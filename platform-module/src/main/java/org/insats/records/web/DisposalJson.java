package org.insats.records.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insats.records.Disposals.Disposal;

/** Disposals as JSON. */
final class DisposalJson {

    private static final List<String> STATES = List.of("PROPOSED", "EXCLUDED", "DONE", "SKIPPED");

    private DisposalJson() {}

    /** With how many files are in which state. */
    static Map<String, Object> brief(Disposal disposal) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", disposal.number());
        json.put("state", disposal.state());
        json.put("unit", disposal.unit());
        json.put("year", disposal.year());
        json.put("ruleSet", disposal.rules());
        json.put("proposedBy", disposal.proposedBy());
        json.put("proposedAt", disposal.proposedAt());
        json.put("approvedBy", disposal.approvedBy());
        json.put("approvedAt", disposal.approvedAt());
        json.put("doneAt", disposal.doneAt());
        Map<String, Object> counts = new LinkedHashMap<>();
        STATES.forEach(state -> counts.put(state, disposal.count(state)));
        json.put("files", counts);
        return json;
    }

    /** With its files. */
    static Map<String, Object> whole(Disposal disposal) {
        Map<String, Object> json = brief(disposal);
        json.put("items", disposal.items());
        return json;
    }
}

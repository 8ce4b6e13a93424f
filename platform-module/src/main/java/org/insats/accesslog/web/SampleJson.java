package org.insats.accesslog.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insats.accesslog.Entry;
import org.insats.accesslog.Sample;

/** A sample as JSON. */
final class SampleJson {

    private SampleJson() {}

    static Map<String, Object> of(Sample sample) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", sample.id());
        json.put("unit", sample.unit());
        json.put("from", sample.from());
        json.put("to", sample.to());
        json.put("size", sample.size());
        json.put("population", sample.population());
        // As text: a number in JavaScript has fewer digits.
        json.put("seed", Long.toString(sample.seed()));
        json.put("drawnBy", sample.drawnBy());
        json.put("drawnAt", sample.drawnAt());
        sample.review().ifPresent(review -> {
            json.put("signedBy", review.signedBy());
            json.put("signedAt", review.signedAt());
            json.put("remark", review.remark());
        });
        return json;
    }

    static Map<String, Object> of(Sample sample, List<Entry> entries) {
        Map<String, Object> json = of(sample);
        json.put("entries", entries.stream().map(SampleJson::entry).toList());
        return json;
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        List<?> values = EntryListScript.values(entry);
        for (int i = 0; i < values.size(); i++) {
            json.put(EntryListScript.COLUMNS.get(i), values.get(i));
        }
        return json;
    }
}

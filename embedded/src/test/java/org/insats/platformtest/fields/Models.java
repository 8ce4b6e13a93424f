package org.insats.platformtest.fields;

import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.insats.embedded.Http;

/** What {@code GET model/{kind}} says, asked for once in each language. */
final class Models {

    private static final Map<String, JsonNode> KNOWN = new ConcurrentHashMap<>();

    private Models() {}

    static JsonNode of(Http http, String kind, String language) {
        return KNOWN.computeIfAbsent(
                kind + " " + language, key -> require(http.in(language).get(API + "/model/" + kind), 200));
    }
}

package org.insats.followup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.insats.platform.Refusal;

/** Reads the JSON lists that a follow-up keeps as text properties. */
final class JsonText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonText() {}

    /** The elements of a JSON list of objects or texts. */
    static List<JsonNode> elements(String text) {
        try {
            List<JsonNode> elements = new ArrayList<>();
            JSON.readTree(text).forEach(elements::add);
            return elements;
        } catch (JsonProcessingException e) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "JSON").violation();
        }
    }

    /** The texts of a JSON list of texts. */
    static List<String> strings(String text) {
        return elements(text).stream().map(JsonNode::asText).toList();
    }
}

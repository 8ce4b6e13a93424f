package org.insats.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.insats.platform.Refusal;

/** Reads and writes the JSON lists that plans keep as text properties. */
final class PlanJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlanJson() {}

    /** A stored list; an empty one where nothing is stored. */
    static ArrayNode list(Optional<String> text) {
        try {
            return JSON.readTree(text.orElse("[]")) instanceof ArrayNode array ? array : JSON.createArrayNode();
        } catch (JsonProcessingException e) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "JSON").violation();
        }
    }

    /** An empty object. */
    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** The texts of a list of texts. */
    static List<String> texts(Optional<String> text) {
        List<String> texts = new ArrayList<>();
        list(text).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** The values of one member of a list of objects. */
    static List<String> texts(Optional<String> text, String member) {
        List<String> texts = new ArrayList<>();
        list(text).forEach(each -> texts.add(each.path(member).asText("")));
        return texts;
    }

    /** Those elements of a list that fit. */
    static ArrayNode only(Optional<String> text, Predicate<JsonNode> fits) {
        ArrayNode kept = JSON.createArrayNode();
        list(text).forEach(each -> {
            if (fits.test(each)) {
                kept.add(each);
            }
        });
        return kept;
    }

    /** A list of texts as it is stored. */
    static String stored(List<String> texts) {
        ArrayNode list = JSON.createArrayNode();
        texts.forEach(list::add);
        return list.toString();
    }
}

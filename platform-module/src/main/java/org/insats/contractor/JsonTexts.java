package org.insats.contractor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.Document;
import org.insats.platform.Refusal;

/** JSON texts of the room's own fields; their schemas were checked when they were written. */
final class JsonTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonTexts() {}

    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // The parser's message quotes the text, which may be personal: it is not passed on.
            throw Refusal.of(Refusal.Kind.MALFORMED, "JSON").violation();
        }
    }

    /** The list in a field, to add to; empty where it holds none. */
    static ArrayNode list(Document document, QName property) {
        return document.text(property)
                .map(text -> (ArrayNode) read(text))
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }
}

package org.insats.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.insats.casefile.DocumentAction.Act;

/**
 * The written reasons on a document ({@code ins:overrides}): where a field marked (i) was passed over, and where a date is
 * another than the rule's.
 */
public final class Overrides {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String stored;

    /** The reasons that {@code document} holds. */
    public Overrides(Document document) {
        stored = document.text(CaseModel.OVERRIDES).orElse("[]");
    }

    /** All reasons with one more, as JSON text to store: why {@code field} is what it is, by whom and when. */
    public String with(String field, String reason, Act act) {
        ArrayNode all = read();
        all.addObject()
                .put("field", field)
                .put("reason", reason)
                .put("userName", act.userName())
                .put("at", act.now().toString());
        return all.toString();
    }

    /** Whether a written reason excuses {@code field}. */
    public boolean excuses(String field) {
        return read().findValuesAsText("field").contains(field);
    }

    private ArrayNode read() {
        try {
            return JSON.readTree(stored) instanceof ArrayNode array ? array : JSON.createArrayNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ins:overrides is not JSON", e);
        }
    }
}

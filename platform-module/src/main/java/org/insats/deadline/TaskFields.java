package org.insats.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Date;
import java.util.Map;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.insats.platform.LawDate;

/**
 * The form of an act: from the task's own values, or from a request of ours. What a request sends stays out of the engine,
 * which would keep it: it is bound to the transaction for the listener that performs the act.
 */
final class TaskFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUND = TaskFields.class.getName();
    private static final String PREFIX = "inswf_";

    /** Keeps {@code fields} for the listener until the end of the transaction. */
    void bind(JsonNode fields) {
        AlfrescoTransactionSupport.bindResource(BOUND, fields);
    }

    /** What was bound, over what the task itself holds; dates as {@code yyyy-mm-dd}. */
    ObjectNode of(Map<String, Object> taskValues) {
        ObjectNode fields = JSON.createObjectNode();
        taskValues.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && value != null) {
                put(fields, name.substring(PREFIX.length()), value);
            }
        });
        JsonNode bound = AlfrescoTransactionSupport.getResource(BOUND);
        if (bound != null) {
            bound.properties().forEach(entry -> fields.set(entry.getKey(), entry.getValue()));
        }
        return fields;
    }

    private static void put(ObjectNode fields, String name, Object value) {
        if (value instanceof Date date) {
            fields.put(name, LawDate.fromStored(date).toString());
        } else if (value instanceof Boolean flag) {
            fields.put(name, flag);
        } else {
            fields.put(name, value.toString());
        }
    }
}

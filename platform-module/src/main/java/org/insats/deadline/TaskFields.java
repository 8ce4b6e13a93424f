package org.insats.deadline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Date;
import java.util.Map;
import org.insats.platform.LawDate;

/** The form of an act as the engine holds it, as JSON; dates as {@code yyyy-mm-dd}. */
final class TaskFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "inswf_";

    /** The fields among the variables of a task. */
    ObjectNode of(Map<String, Object> taskValues) {
        ObjectNode fields = JSON.createObjectNode();
        taskValues.forEach((name, value) -> {
            if (name.startsWith(PREFIX) && value != null) {
                put(fields, name.substring(PREFIX.length()), value);
            }
        });
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

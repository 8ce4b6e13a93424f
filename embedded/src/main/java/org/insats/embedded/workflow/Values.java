package org.insats.embedded.workflow;

import java.io.Serializable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** Converts a value to a data type of the dictionary, for process variables and JSON. */
public final class Values {

    private static final DateTimeFormatter LENIENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX][X]", Locale.ROOT);

    private Values() {}

    /**
     * @param dataType name of the data type, for example d:date
     * @param value a value, a collection of values, or null
     * @throws IllegalArgumentException when the value cannot be read as that type
     */
    public static Serializable convert(QName dataType, Serializable value) {
        if (value instanceof Collection<?> values) {
            ArrayList<Serializable> all = new ArrayList<>();
            values.forEach(each -> all.add(one(dataType.getLocalName(), each)));
            return all;
        }
        return one(dataType.getLocalName(), value);
    }

    private static Serializable one(String type, Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case "text", "mltext" -> value.toString();
            case "int" -> value instanceof Number n ? (Integer) n.intValue() : Integer.valueOf(text(value));
            case "long" -> value instanceof Number n ? (Long) n.longValue() : Long.valueOf(text(value));
            case "float" -> value instanceof Number n ? (Float) n.floatValue() : Float.valueOf(text(value));
            case "double" -> value instanceof Number n ? (Double) n.doubleValue() : Double.valueOf(text(value));
            case "boolean" -> value instanceof Boolean b ? b : Boolean.valueOf(text(value));
            case "date", "datetime" -> value instanceof Date date ? date : date(text(value));
            case "noderef" -> value instanceof NodeRef ref ? ref : new NodeRef(text(value));
            case "qname" -> value instanceof QName name ? name : QName.createQName(text(value));
            default -> (Serializable) value;
        };
    }

    private static String text(Object value) {
        return value.toString().trim();
    }

    private static Date date(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() == 10) {
                return Date.from(Instant.parse(text + "T00:00:00Z"));
            }
            return text.endsWith("Z")
                    ? Date.from(Instant.parse(text))
                    : Date.from(OffsetDateTime.parse(text, LENIENT).toInstant());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is not an ISO 8601 date", e);
        }
    }
}

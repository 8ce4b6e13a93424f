package org.insats.embedded.core.node;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** How property values lie in columns: one row a value, the kind of value in a letter. */
final class PropertyCodec {
    /** List index of the row of a property that is not a list. */
    static final int SINGLE = -1;

    private static final int LONGEST_INDEXED = 1024;

    private PropertyCodec() {}

    /** One row of a property. */
    record Cell(int index, String kind, Long number, Double real, String string, String text) {
        static Cell none(int index, String kind) {
            return new Cell(index, kind, null, null, null, null);
        }
    }

    static List<Cell> encode(Serializable value) {
        List<Cell> cells = new ArrayList<>();
        if (value instanceof Collection<?> values) {
            if (values.isEmpty()) {
                cells.add(Cell.none(SINGLE, "E"));
            }
            int index = 0;
            for (Object each : values) {
                cells.add(cell(index++, each));
            }
        } else {
            cells.add(cell(SINGLE, value));
        }
        return cells;
    }

    private static Cell cell(int index, Object value) {
        if (value == null) {
            return Cell.none(index, "0");
        } else if (value instanceof String text) {
            return text(index, "T", text);
        } else if (value instanceof Integer number) {
            return new Cell(index, "I", number.longValue(), null, null, null);
        } else if (value instanceof Long number) {
            return new Cell(index, "L", number, null, null, null);
        } else if (value instanceof Boolean bool) {
            return new Cell(index, "B", bool ? 1L : 0L, null, null, null);
        } else if (value instanceof Date date) {
            return new Cell(index, "A", date.getTime(), null, null, null);
        } else if (value instanceof Float real) {
            return new Cell(index, "F", null, real.doubleValue(), null, null);
        } else if (value instanceof Double real) {
            return new Cell(index, "D", null, real, null, null);
        } else if (value instanceof NodeRef ref) {
            return text(index, "N", ref.toString());
        } else if (value instanceof QName name) {
            return text(index, "Q", name.toString());
        } else if (value instanceof Locale locale) {
            return text(index, "O", locale.toString());
        } else if (value instanceof ContentData data) {
            return text(index, "C", data.toString());
        }
        throw new UnsupportedOperationException(
                "Property values of " + value.getClass().getName() + " are not supported by the embedded repository");
    }

    private static Cell text(int index, String kind, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A text may not hold the null character");
        }
        boolean indexed =
                text.length() <= LONGEST_INDEXED && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_INDEXED;
        return new Cell(index, kind, null, null, indexed ? text : null, indexed ? null : text);
    }

    static Serializable decode(Cell cell) {
        String text = cell.string() == null ? cell.text() : cell.string();
        return switch (cell.kind()) {
            case "0" -> null;
            case "E" -> new ArrayList<Serializable>();
            case "T" -> text;
            case "I" -> cell.number().intValue();
            case "L" -> cell.number();
            case "B" -> cell.number() != 0;
            case "A" -> new Date(cell.number());
            case "F" -> cell.real().floatValue();
            case "D" -> cell.real();
            case "N" -> new NodeRef(text);
            case "Q" -> QName.createQName(text);
            case "O" -> TypeConversion.locale(text);
            case "C" -> TypeConversion.content(text);
            default -> throw new IllegalStateException("Unknown kind of property value: " + cell.kind());
        };
    }
}

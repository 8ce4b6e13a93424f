package org.insats.embedded.core.node;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Locale;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.NamespacePrefixResolver;
import org.alfresco.service.namespace.QName;

/** Conversion of values to the Java class of a data type. */
public final class TypeConversion {
    private static final DateTimeFormatter OFFSETS = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .parseDefaulting(java.time.temporal.ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private TypeConversion() {}

    /**
     * Converts one value to a data type.
     *
     * @throws TypeConversionException when the value cannot be read as that type
     */
    public static Serializable convert(Serializable value, QName dataType, NamespacePrefixResolver prefixes) {
        if (value == null || dataType.equals(DataTypeDefinition.ANY)) {
            return value;
        }
        try {
            return converted(value, dataType.getLocalName(), prefixes);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            throw incompatible(value, dataType, e);
        }
    }

    /** Whether values of a data type are dates. */
    public static boolean isDate(QName dataType) {
        return dataType.equals(DataTypeDefinition.DATE) || dataType.equals(DataTypeDefinition.DATETIME);
    }

    private static Serializable converted(Serializable value, String type, NamespacePrefixResolver prefixes) {
        return switch (type) {
            case "text", "mltext", "encrypted", "path", "period", "childassocref", "assocref" -> text(value);
            case "int" -> Math.toIntExact(wholeNumber(value));
            case "long" -> wholeNumber(value);
            case "float" -> (float) number(value);
            case "double" -> number(value);
            case "boolean" -> bool(value);
            case "date", "datetime" -> date(value);
            case "noderef", "category" -> value instanceof NodeRef ref ? ref : new NodeRef(string(value));
            case "qname" -> value instanceof QName name ? name : qname(string(value), prefixes);
            case "locale" -> value instanceof Locale locale ? locale : locale(string(value));
            case "content" -> value instanceof ContentData data ? data : content(string(value));
            default -> throw new IllegalArgumentException("unknown data type " + type);
        };
    }

    /** A value as text; dates in ISO 8601, UTC. */
    public static String text(Object value) {
        if (value instanceof Date date) {
            return WRITTEN.format(date.toInstant().atOffset(ZoneOffset.UTC));
        }
        return String.valueOf(value);
    }

    private static String string(Serializable value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("not a text");
    }

    private static long wholeNumber(Serializable value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Number number) {
            return (long) number.doubleValue();
        }
        if (value instanceof Date date) {
            return date.getTime();
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        return new BigDecimal(string(value).trim()).longValueExact();
    }

    private static double number(Serializable value) {
        return value instanceof Number number
                ? number.doubleValue()
                : Double.parseDouble(string(value).trim());
    }

    private static boolean bool(Serializable value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof Number number) {
            return number.longValue() != 0;
        }
        return Boolean.parseBoolean(string(value).trim());
    }

    private static Date date(Serializable value) {
        if (value instanceof Date date) {
            return date;
        }
        if (value instanceof Number number) {
            return new Date(number.longValue());
        }
        return Date.from(instant(string(value).trim()));
    }

    /** An ISO 8601 date or date with time; without offset it is UTC. */
    public static Instant instant(String text) {
        return text.length() <= 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OFFSETS.parse(text, OffsetDateTime::from).toInstant();
    }

    private static QName qname(String text, NamespacePrefixResolver prefixes) {
        return text.startsWith("{") ? QName.createQName(text) : QName.createQName(text, prefixes);
    }

    static Locale locale(String text) {
        return Locale.forLanguageTag(text.replaceAll("_+$", "").replace('_', '-'));
    }

    /** A content property as its text form says. */
    public static ContentData content(String text) {
        String url = null;
        String mimetype = null;
        long size = 0;
        String encoding = null;
        Locale locale = null;
        for (String token : text.split("\\|")) {
            int equals = token.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("not a content description");
            }
            String part = token.substring(equals + 1);
            switch (token.substring(0, equals)) {
                case "contentUrl" -> url = part.isEmpty() || "null".equals(part) ? null : part;
                case "mimetype" -> mimetype = part.isEmpty() ? null : part;
                case "size" -> size = Long.parseLong(part);
                case "encoding" -> encoding = part.isEmpty() || "null".equals(part) ? null : part;
                case "locale" -> locale = locale(part);
                default -> throw new IllegalArgumentException("not a content description");
            }
        }
        return new ContentData(url, mimetype, size, encoding, locale);
    }

    private static TypeConversionException incompatible(Serializable value, QName dataType, RuntimeException cause) {
        return new TypeConversionException(
                "The property value is not compatible with the type defined for the property: value of "
                        + value.getClass().getName() + " to " + dataType,
                cause);
    }
}

package org.insats.deadline.calc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.insats.deadline.calc.InvalidFactsException.Problem;

/** A JSON object with its place, read field by field; every complaint names the field. */
final class JsonFields {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MOST_ENTRIES = 500;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private final String place;
    private final JsonNode object;

    private JsonFields(String place, JsonNode object) {
        this.place = place;
        this.object = object;
    }

    static JsonFields of(String place, JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw new InvalidFactsException(place, Problem.WRONG_TYPE, "object");
        }
        JsonFields fields = new JsonFields(place, node);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new InvalidFactsException(fields.at(printable(name)), Problem.UNKNOWN);
            }
        });
        return fields;
    }

    /** Only a name that could have been meant as one is repeated in a message. */
    private static String printable(String name) {
        return REFERENCE.matcher(name).matches() ? name : "?";
    }

    String at(String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    Optional<JsonNode> node(String field) {
        return Optional.ofNullable(object.get(field)).filter(node -> !node.isNull());
    }

    Optional<LocalDate> date(String field) {
        return node(field).map(node -> moment(at(field), node).date());
    }

    LocalDate neededDate(String field) {
        return date(field).orElseThrow(() -> new InvalidFactsException(at(field), Problem.MISSING));
    }

    boolean flag(String field, boolean otherwise) {
        Optional<JsonNode> node = node(field);
        if (node.filter(value -> !value.isBoolean()).isPresent()) {
            throw new InvalidFactsException(at(field), Problem.WRONG_TYPE, "true/false");
        }
        return node.map(JsonNode::asBoolean).orElse(otherwise);
    }

    Optional<Integer> number(String field, int least, int most) {
        Optional<JsonNode> node = node(field);
        boolean bad = node.filter(value -> !value.isIntegralNumber()
                        || !value.canConvertToInt()
                        || value.asInt() < least
                        || value.asInt() > most)
                .isPresent();
        if (bad) {
            throw new InvalidFactsException(at(field), Problem.NOT_ALLOWED, least + "-" + most);
        }
        return node.map(JsonNode::asInt);
    }

    <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        return choice(field, List.of(type.getEnumConstants()));
    }

    <E extends Enum<E>> Optional<E> choice(String field, List<E> allowed) {
        return node(field).map(node -> allowed.stream()
                .filter(value -> node.isTextual() && value.name().equals(node.asText()))
                .findFirst()
                .orElseThrow(() -> new InvalidFactsException(
                        at(field),
                        Problem.NOT_ALLOWED,
                        String.join(", ", allowed.stream().map(Enum::name).toList()))));
    }

    Optional<String> reference(String field) {
        Optional<JsonNode> node = node(field);
        if (node.filter(value ->
                        !value.isTextual() || !REFERENCE.matcher(value.asText()).matches())
                .isPresent()) {
            throw new InvalidFactsException(at(field), Problem.NOT_ALLOWED, REFERENCE.pattern());
        }
        return node.map(JsonNode::asText);
    }

    Optional<LocalTime> time(String field) {
        return node(field).map(node -> {
            try {
                return LocalTime.parse(node.asText());
            } catch (DateTimeException e) {
                throw new InvalidFactsException(at(field), Problem.NOT_ALLOWED, "hh:mm");
            }
        });
    }

    Optional<JsonFields> object(String field, Set<String> known) {
        return node(field).map(node -> of(at(field), node, known));
    }

    /** Reads each entry of a list of objects. */
    <T> List<T> objects(String field, Set<String> known, Function<JsonFields, T> read) {
        List<T> result = new ArrayList<>();
        eachEntry(field, (entryPlace, entry) -> result.add(read.apply(of(entryPlace, entry, known))));
        return result;
    }

    /** Reads a list of dates. */
    List<LocalDate> dates(String field) {
        List<LocalDate> result = new ArrayList<>();
        eachEntry(
                field,
                (entryPlace, entry) -> result.add(moment(entryPlace, entry).date()));
        return result;
    }

    private interface Entry {
        void read(String place, JsonNode entry);
    }

    private void eachEntry(String field, Entry read) {
        Optional<JsonNode> list = node(field);
        if (list.isEmpty()) {
            return;
        }
        if (!list.get().isArray()) {
            throw new InvalidFactsException(at(field), Problem.WRONG_TYPE, "list");
        }
        if (list.get().size() > MOST_ENTRIES) {
            throw new InvalidFactsException(at(field), Problem.TOO_MANY, MOST_ENTRIES);
        }
        for (int i = 0; i < list.get().size(); i++) {
            read.read(at(field) + "[" + i + "]", list.get().get(i));
        }
    }

    /** A date, a timestamp, or an object with a date and the dates it was corrected from. */
    static FactDate factDate(String place, JsonNode node) {
        if (!node.isObject()) {
            return moment(place, node);
        }
        JsonFields fields = of(place, node, Set.of("date", "was"));
        FactDate now = moment(
                fields.at("date"),
                fields.node("date").orElseThrow(() -> new InvalidFactsException(fields.at("date"), Problem.MISSING)));
        return new FactDate(now.date(), now.time(), fields.dates("was"));
    }

    /** A timestamp is converted to Swedish time first (DLC-01); one without zone is Swedish time already. */
    private static FactDate moment(String place, JsonNode node) {
        try {
            return inRange(place, parse(node.isTextual() ? node.asText() : ""));
        } catch (DateTimeException e) {
            throw new InvalidFactsException(place, Problem.NOT_A_DATE);
        }
    }

    private static FactDate parse(String text) {
        if (text.length() == "yyyy-mm-dd".length()) {
            return FactDate.of(LocalDate.parse(text));
        }
        boolean zoned =
                text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > "yyyy-mm-dd".length();
        LocalDateTime local = zoned
                ? OffsetDateTime.parse(text).atZoneSameInstant(SWEDEN).toLocalDateTime()
                : LocalDateTime.parse(text);
        return new FactDate(local.toLocalDate(), Optional.of(local.toLocalTime()), List.of());
    }

    private static FactDate inRange(String place, FactDate date) {
        int year = date.date().getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new InvalidFactsException(place, Problem.NOT_A_DATE);
        }
        return date;
    }
}

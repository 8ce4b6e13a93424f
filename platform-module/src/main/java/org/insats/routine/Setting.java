package org.insats.routine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One setting of a routine profile (PRF-01..68) with where it comes from.
 *
 * @param id requirement id, such as {@code PRF-62}
 * @param value text, number, flag, list or map of these; absent where the routine is silent and no default is proposed
 * @param strength how strongly the routine asks for it
 * @param source source code such as {@code [001]}, or {@code default}
 * @param validity from when to when
 */
public record Setting(String id, Optional<Object> value, Strength strength, String source, Validity validity) {

    /** Nothing may be missing. */
    public Setting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(strength, "strength");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(validity, "validity");
    }

    /** The value as text, if it is one. */
    public Optional<String> text() {
        return value.filter(String.class::isInstance).map(String.class::cast);
    }

    /** The value as a whole number, if it is one. */
    public Optional<Integer> number() {
        return value.filter(Number.class::isInstance).map(number -> ((Number) number).intValue());
    }

    /** The value as a switch; false where it is none. */
    public boolean flag() {
        return value.filter(Boolean.TRUE::equals).isPresent();
    }

    /** The value as a list of texts; a single text is a list of one, anything else an empty list. */
    public List<String> texts() {
        if (value.orElse(null) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return text().map(List::of).orElse(List.of());
    }

    /** One entry of a value that is a map; absent where it is none. */
    public Optional<Object> entry(String name) {
        return value.filter(Map.class::isInstance).map(map -> ((Map<?, ?>) map).get(name));
    }
}

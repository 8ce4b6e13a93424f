package org.insats.embedded.core.dictionary;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;

/**
 * A named constraint of a model.
 *
 * @param type LIST, REGEX, LENGTH, MINMAX, or the class name of one of the two name constraints
 * @param parameters as the genuine constraint reports them, for example {@code allowedValues}
 */
public record ConstraintDef(QName name, String prefixedName, String type, Map<String, Object> parameters, Check check) {

    /** Answers what is wrong with one value, or null. */
    @FunctionalInterface
    public interface Check {
        String fault(Object value);
    }

    /** What is wrong with a value; every element of a collection is looked at, null is always right. */
    public Optional<String> faultOf(Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().map(this::faultOf).flatMap(Optional::stream).findFirst();
        }
        return value == null ? Optional.empty() : Optional.ofNullable(check.fault(value));
    }
}

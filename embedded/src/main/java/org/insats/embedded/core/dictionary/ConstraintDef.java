package org.insats.embedded.core.dictionary;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * A named constraint of a model.
 *
 * @param type LIST, REGEX, LENGTH, MINMAX, or the class name of one of the two name constraints
 * @param parameters as the genuine constraint reports them, for example {@code allowedValues}
 */
public record ConstraintDef(
        QName name, String prefixedName, String title, String type, Map<String, Object> parameters, Check check) {

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

    /** The allowed values of a LIST constraint, else empty. */
    public List<String> allowedValues() {
        Object values = parameters.get("allowedValues");
        return values instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The label of an allowed value in the current locale, or the value itself. */
    public String displayLabel(String value) {
        String key = ("listconstraint." + prefixedName + "." + value).replace(':', '_');
        String message = I18NUtil.getMessage(key);
        return message == null ? value : message;
    }
}

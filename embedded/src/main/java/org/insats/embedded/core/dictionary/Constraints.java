package org.insats.embedded.core.dictionary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.node.TypeConversion;

/** The constraint types LIST, REGEX, LENGTH and MINMAX, and the two that guard names of users and groups. */
final class Constraints {
    private static final String USER_NAME = "org.alfresco.repo.dictionary.constraint.UserNameConstraint";
    private static final String AUTHORITY_NAME = "org.alfresco.repo.dictionary.constraint.AuthorityNameConstraint";

    private Constraints() {}

    static ConstraintDef of(QName name, String prefixedName, String type, Map<String, List<String>> parameters) {
        Checked checked = checked(type, prefixedName, parameters);
        return new ConstraintDef(name, prefixedName, checked.type(), checked.parameters(), checked.check());
    }

    private static Checked checked(String type, String name, Map<String, List<String>> parameters) {
        return switch (type) {
            case "LIST" -> list(parameters);
            case "REGEX" -> regex(parameters);
            case "LENGTH" -> length(parameters);
            case "MINMAX" -> range(parameters);
            case "REGISTERED" -> new Checked(type, Map.of(), value -> null);
            case USER_NAME -> new Checked(
                    type,
                    Map.of(),
                    value -> value.toString().startsWith("GROUP_")
                                    || value.toString().startsWith("ROLE_")
                            ? "The value '" + value + "' is not an allowed user name"
                            : null);
            case AUTHORITY_NAME -> new Checked(
                    type,
                    Map.of(),
                    value -> value.toString().startsWith("GROUP_")
                                    || value.toString().startsWith("ROLE_")
                            ? null
                            : "The value '" + value + "' is not an allowed authority name");
            default -> throw new AlfrescoRuntimeException(
                    "Constraint type " + type + " of " + name + " is not supported by the embedded repository");
        };
    }

    private static Checked list(Map<String, List<String>> parameters) {
        List<String> allowed = List.copyOf(parameters.get("allowedValues"));
        boolean caseSensitive = !"false".equals(first(parameters, "caseSensitive", "true"));
        boolean sorted = "true".equals(first(parameters, "sorted", "false"));
        Map<String, Object> shown = Map.of("allowedValues", allowed, "caseSensitive", caseSensitive, "sorted", sorted);
        return new Checked("LIST", shown, value -> {
            String text = TypeConversion.text(value);
            boolean found = caseSensitive
                    ? allowed.contains(text)
                    : allowed.stream().anyMatch(each -> each.equalsIgnoreCase(text));
            return found ? null : "The value is not an allowed value: " + value;
        });
    }

    private static Checked regex(Map<String, List<String>> parameters) {
        String expression = first(parameters, "expression", "");
        boolean requiresMatch = !"false".equals(first(parameters, "requiresMatch", "true"));
        Pattern pattern = Pattern.compile(expression);
        return new Checked("REGEX", Map.of("expression", expression, "requiresMatch", requiresMatch), value -> {
            boolean matches = pattern.matcher(TypeConversion.text(value)).matches();
            if (matches == requiresMatch) {
                return null;
            }
            return "Value '" + value + "' "
                    + (requiresMatch ? "does not match regular expression: " : "matches regular expression: ")
                    + expression;
        });
    }

    private static Checked length(Map<String, List<String>> parameters) {
        int min = Integer.parseInt(first(parameters, "minLength", "0"));
        int max = Integer.parseInt(first(parameters, "maxLength", String.valueOf(Integer.MAX_VALUE)));
        return new Checked("LENGTH", Map.of("minLength", min, "maxLength", max), value -> {
            int length = TypeConversion.text(value).length();
            return length >= min && length <= max
                    ? null
                    : "String length of '" + value + "' is not in range [" + min + "; " + max + "]";
        });
    }

    private static Checked range(Map<String, List<String>> parameters) {
        double min = Double.parseDouble(first(parameters, "minValue", String.valueOf(-Double.MAX_VALUE)));
        double max = Double.parseDouble(first(parameters, "maxValue", String.valueOf(Double.MAX_VALUE)));
        return new Checked("MINMAX", Map.of("minValue", min, "maxValue", max), value -> {
            double number;
            try {
                number = Double.parseDouble(TypeConversion.text(value).trim());
            } catch (NumberFormatException e) {
                return "Property value could not be converted to a double: " + value;
            }
            return number >= min && number <= max
                    ? null
                    : "Numeric value '" + value + "' is not in range [" + min + "; " + max + "]";
        });
    }

    private static String first(Map<String, List<String>> parameters, String name, String otherwise) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty()
                ? otherwise
                : name.equals("expression")
                        ? values.get(0)
                        : values.get(0).trim().toLowerCase(Locale.ROOT);
    }

    private record Checked(String type, Map<String, Object> parameters, ConstraintDef.Check check) {}
}

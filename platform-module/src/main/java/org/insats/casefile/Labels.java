package org.insats.casefile;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.alfresco.service.namespace.NamespacePrefixResolver;
import org.alfresco.service.namespace.QName;
import org.springframework.extensions.surf.util.I18NUtil;

/** Texts of types, fields and values, from the model's own message bundles. */
public final class Labels {

    private final NamespacePrefixResolver prefixes;
    private final ValueLists valueLists;

    /** Creates it. */
    public Labels(NamespacePrefixResolver prefixes, ValueLists valueLists) {
        this.prefixes = prefixes;
        this.valueLists = valueLists;
    }

    /** Label of a type. */
    public String type(QName type, Locale locale) {
        return label("type", type, locale);
    }

    /** Label of a property. */
    public String property(QName property, Locale locale) {
        return label("property", property, locale);
    }

    /** Label of a field of a kind: {@code insats.label.<kind>.<field>} where the kind calls it something of its own. */
    public String field(DocumentKind kind, QName property, Locale locale) {
        return first(locale, "insats.label." + kind.id() + '.' + property.getLocalName())
                .orElseGet(() -> property(property, locale));
    }

    /** How to fill in a field of a kind: {@code insats.help.<kind>.<field>}, else {@code insats.help.<field>}, where there is one. */
    public Optional<String> help(DocumentKind kind, QName property, Locale locale) {
        String field = property.getLocalName();
        return first(locale, "insats.help." + kind.id() + '.' + field, "insats.help." + field);
    }

    /** Label of a value of a list. */
    public String value(ValueLists.ValueList list, String value, Locale locale) {
        return Optional.ofNullable(I18NUtil.getMessage(list.labelKey(value), locale))
                .orElse(value);
    }

    /** Label of a status of a kind of document. */
    public String status(DocumentKind kind, String status, Locale locale) {
        return valueLists
                .of(kind.type(), CaseModel.STATUS)
                .map(list -> value(list, status, locale))
                .orElse(status);
    }

    /** Label of an act on a kind of document: that of the kind if it has one, else the common one. */
    public String action(String kind, String action, Locale locale) {
        return first(locale, "insats.action." + kind + '.' + action, "insats.action." + action)
                .orElse(action);
    }

    /** Label of what an act asks for: that of the act if it has one, else the common one. */
    public String input(String action, String input, Locale locale) {
        return first(locale, "insats.input." + action + '.' + input, "insats.input." + input)
                .orElse(input);
    }

    private static Optional<String> first(Locale locale, String... keys) {
        return Stream.of(keys)
                .map(key -> I18NUtil.getMessage(key, locale))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private String label(String what, QName name, Locale locale) {
        String uri = name.getNamespaceURI();
        if (!CaseModel.isOurs(name)) {
            return name.getLocalName();
        }
        String prefix = prefixes.getPrefixes(uri).stream().findFirst().orElse("");
        String word = uri.substring(CaseModel.URI_BASE.length(), uri.lastIndexOf('/'));
        String key = prefix + '_' + word + "Model." + what + '.' + prefix + '_' + name.getLocalName() + ".title";
        return Optional.ofNullable(I18NUtil.getMessage(key, locale)).orElse(name.getLocalName());
    }
}

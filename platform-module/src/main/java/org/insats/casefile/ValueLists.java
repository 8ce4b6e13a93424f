package org.insats.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.alfresco.service.namespace.NamespacePrefixResolver;
import org.alfresco.service.namespace.QName;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The value lists of our models, read from the model files: which property takes which values, and in which order the fields
 * stand. A type may narrow a property that it inherits ({@code ins:status}).
 */
public final class ValueLists {

    /**
     * A value list.
     *
     * @param name prefixed name of the constraint, for example {@code ins:serviceType}
     * @param values allowed values, in their order
     */
    public record ValueList(String name, List<String> values) {

        /** Message key of the label of {@code value}. */
        public String labelKey(String value) {
            return "listconstraint." + name.replace(':', '_') + '.' + value;
        }
    }

    private static final String NAMESPACE = "http://www.alfresco.org/model/dictionary/1.0";

    private final Map<QName, Integer> positions = new HashMap<>();
    private final Map<String, ValueList> lists = new HashMap<>();
    private final Map<QName, String> ofProperty = new HashMap<>();
    private final Map<QName, Map<QName, String>> ofType = new HashMap<>();
    private final Map<QName, Set<QName>> aspects = new HashMap<>();

    /**
     * Reads the lists.
     *
     * @param models class path resources of the model files
     */
    public ValueLists(NamespacePrefixResolver prefixes, List<String> models) {
        models.forEach(model -> read(prefixes, model));
    }

    /** The value list of a property on a type, where it has one. */
    public Optional<ValueList> of(QName type, QName property) {
        String name = ofType.getOrDefault(type, Map.of()).getOrDefault(property, ofProperty.get(property));
        return Optional.ofNullable(name).map(lists::get);
    }

    /** A value list by its prefixed name, for values that lie inside a JSON field. */
    public Optional<ValueList> named(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** Where a property stands in the models: the common ones first, then in the order of the type's own. */
    public int position(QName property) {
        return positions.getOrDefault(property, Integer.MAX_VALUE);
    }

    /** The aspects that a type brings by itself, whose properties are fields of it too. */
    public Set<QName> aspectsOf(QName type) {
        return aspects.getOrDefault(type, Set.of());
    }

    private void read(NamespacePrefixResolver prefixes, String model) {
        Element root = parse(model);
        for (Element constraint : elements(root, "constraint")) {
            if ("LIST".equals(constraint.getAttribute("type"))) {
                String name = constraint.getAttribute("name");
                List<String> values = elements(constraint, "value").stream()
                        .map(Element::getTextContent)
                        .toList();
                lists.put(name, new ValueList(name, values));
            }
        }
        for (Element type : elements(root, "type")) {
            if (type.hasAttribute("name")) {
                readProperties(prefixes, type);
                readAspects(prefixes, type);
            }
        }
        elements(root, "aspect").stream()
                .filter(aspect -> aspect.hasAttribute("name"))
                .forEach(aspect -> readProperties(prefixes, aspect));
    }

    private void readProperties(NamespacePrefixResolver prefixes, Element owner) {
        QName ownerName = QName.createQName(owner.getAttribute("name"), prefixes);
        for (Element property : elements(owner, "property")) {
            QName name = QName.createQName(property.getAttribute("name"), prefixes);
            boolean narrowed = "overrides".equals(property.getParentNode().getLocalName());
            if (!narrowed) {
                positions.putIfAbsent(name, positions.size());
            }
            for (Element constraint : elements(property, "constraint")) {
                String list = constraint.getAttribute("ref");
                if (narrowed) {
                    ofType.computeIfAbsent(ownerName, type -> new HashMap<>()).put(name, list);
                } else {
                    ofProperty.put(name, list);
                }
            }
        }
    }

    private void readAspects(NamespacePrefixResolver prefixes, Element type) {
        Set<QName> brought = new LinkedHashSet<>();
        elements(type, "mandatory-aspects").forEach(list -> elements(list, "aspect")
                .forEach(aspect ->
                        brought.add(QName.createQName(aspect.getTextContent().strip(), prefixes))));
        aspects.put(QName.createQName(type.getAttribute("name"), prefixes), brought);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS(NAMESPACE, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Element parse(String resource) {
        try (InputStream in = ValueLists.class.getClassLoader().getResourceAsStream(resource)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("Model file " + resource + " cannot be read", e);
        }
    }
}

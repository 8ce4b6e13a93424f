package org.insats.embedded.core.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.service.namespace.QName;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads one content model in Alfresco's dictionary XML and adds what it defines to the registry. */
final class ModelParser {
    private static final Set<String> ORDERED =
            Set.of("d:boolean", "d:date", "d:datetime", "d:double", "d:float", "d:int", "d:long", "d:path");

    private final DictionaryRegistry registry;
    private final String source;
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    ModelParser(DictionaryRegistry registry, String source) {
        this.registry = registry;
        this.source = source;
    }

    void parse(InputStream xml) {
        Element root = document(xml);
        for (Element each : children(child(root, "imports").orElse(null), "import")) {
            String uri = each.getAttribute("uri");
            if (!registry.isNamespaceKnown(uri)) {
                throw invalid("imports the unknown namespace " + uri);
            }
            prefixes.put(each.getAttribute("prefix"), uri);
        }
        List<Element> namespaces = children(child(root, "namespaces").orElse(null), "namespace");
        namespaces.forEach(each -> prefixes.put(each.getAttribute("prefix"), each.getAttribute("uri")));
        for (Element each : namespaces) {
            registry.addNamespace(each.getAttribute("prefix"), each.getAttribute("uri"));
        }
        for (Element each : children(child(root, "data-types").orElse(null), "data-type")) {
            registry.addDataType(new DataTypeDef(qname(each.getAttribute("name"))));
        }
        for (Element each : children(child(root, "constraints").orElse(null), "constraint")) {
            registry.addConstraint(constraint(each, each.getAttribute("name")));
        }
        List<ClassDef> classes = new ArrayList<>();
        for (Element each : children(child(root, "types").orElse(null), "type")) {
            classes.add(classDef(each, false));
        }
        for (Element each : children(child(root, "aspects").orElse(null), "aspect")) {
            classes.add(classDef(each, true));
        }
        registry.addModel(qname(root.getAttribute("name")), classes);
    }

    private Element document(InputStream xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(xml).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AlfrescoRuntimeException("The content model " + source + " is not readable XML", e);
        }
    }

    private ClassDef classDef(Element element, boolean aspect) {
        ClassDef result = new ClassDef(
                registry,
                qname(element.getAttribute("name")),
                element.getAttribute("name"),
                aspect,
                text(element, "parent") == null ? null : qname(text(element, "parent")));
        result.setArchive(bool(element, "archive"));
        result.setIncludedInSuperTypeQuery(bool(element, "includedInSuperTypeQuery"));
        for (Element each : children(child(element, "properties").orElse(null), "property")) {
            result.addProperty(property(each, result));
        }
        Element associations = child(element, "associations").orElse(null);
        for (Element each : children(associations, "association")) {
            result.addAssociation(association(each, result, false));
        }
        for (Element each : children(associations, "child-association")) {
            result.addAssociation(association(each, result, true));
        }
        for (Element each : children(child(element, "overrides").orElse(null), "property")) {
            result.addOverride(
                    qname(each.getAttribute("name")),
                    text(each, "default"),
                    bool(each, "mandatory"),
                    enforced(each),
                    constraintsOf(each, result, each.getAttribute("name")));
        }
        Set<QName> aspects = new LinkedHashSet<>();
        for (Element each : children(child(element, "mandatory-aspects").orElse(null), "aspect")) {
            aspects.add(qname(each.getTextContent().trim()));
        }
        result.setOwnMandatoryAspects(aspects);
        return result;
    }

    private PropertyDef property(Element element, ClassDef owner) {
        String name = element.getAttribute("name");
        return new PropertyDef(
                registry,
                owner,
                qname(name),
                name,
                qname(text(element, "type")),
                text(element, "default"),
                Boolean.TRUE.equals(bool(element, "multiple")),
                Boolean.TRUE.equals(bool(element, "mandatory")),
                Boolean.TRUE.equals(enforced(element)),
                Boolean.TRUE.equals(bool(element, "protected")),
                isOrderable(element),
                constraintsOf(element, owner, name));
    }

    /** As in ACS: a text, among others, only where the model says that it is indexed as a whole. */
    private static boolean isOrderable(Element property) {
        Element index = child(property, "index").orElse(null);
        boolean indexed = index == null || !"false".equals(index.getAttribute("enabled"));
        boolean whole = index != null && List.of("false", "both").contains(String.valueOf(text(index, "tokenised")));
        return indexed
                && !Boolean.TRUE.equals(bool(property, "multiple"))
                && (whole || ORDERED.contains(text(property, "type")));
    }

    private Boolean enforced(Element element) {
        return child(element, "mandatory")
                .filter(each -> each.hasAttribute("enforced"))
                .map(each -> Boolean.valueOf(each.getAttribute("enforced")))
                .orElse(null);
    }

    private List<ConstraintDef> constraintsOf(Element element, ClassDef owner, String propertyName) {
        List<ConstraintDef> result = new ArrayList<>();
        int anonymous = 0;
        for (Element each : children(child(element, "constraints").orElse(null), "constraint")) {
            String ref = each.getAttribute("ref");
            if (!ref.isEmpty()) {
                result.add(registry.constraint(qname(ref))
                        .orElseThrow(() -> invalid("refers to the unknown constraint " + ref)));
            } else {
                String name = each.getAttribute("name");
                QName property = qname(propertyName);
                String generated =
                        owner.getName().getLocalName() + "_" + property.getLocalName() + "_anon_" + anonymous++;
                ConstraintDef inline = name.isEmpty()
                        ? constraint(each, QName.createQName(owner.getName().getNamespaceURI(), generated), generated)
                        : constraint(each, name);
                registry.addConstraint(inline);
                result.add(inline);
            }
        }
        return result;
    }

    private ConstraintDef constraint(Element element, String name) {
        return constraint(element, qname(name), name);
    }

    private ConstraintDef constraint(Element element, QName name, String prefixed) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (Element each : children(element, "parameter")) {
            List<String> values = new ArrayList<>();
            Element list = child(each, "list").orElse(each);
            children(list, "value").forEach(value -> values.add(value.getTextContent()));
            parameters.put(each.getAttribute("name"), values);
        }
        return Constraints.of(name, prefixed, element.getAttribute("type"), parameters);
    }

    private AssocDef association(Element element, ClassDef owner, boolean childAssociation) {
        Element from = child(element, "source").orElse(null);
        Element to = child(element, "target")
                .orElseThrow(() -> invalid("has an association without target: " + element.getAttribute("name")));
        return new AssocDef(
                owner.getName(),
                qname(element.getAttribute("name")),
                element.getAttribute("name"),
                childAssociation,
                new AssocDef.End(
                        owner.getName(),
                        from == null || !Boolean.FALSE.equals(bool(from, "mandatory")),
                        false,
                        from != null && Boolean.TRUE.equals(bool(from, "many"))),
                new AssocDef.End(
                        qname(text(to, "class")),
                        Boolean.TRUE.equals(bool(to, "mandatory")),
                        Boolean.TRUE.equals(enforced(to) == null ? bool(to, "mandatory") : enforced(to)),
                        !Boolean.FALSE.equals(bool(to, "many"))),
                !Boolean.FALSE.equals(bool(element, "duplicate")),
                Boolean.TRUE.equals(bool(element, "propagateTimestamps")));
    }

    private QName qname(String prefixed) {
        int colon = prefixed.indexOf(':');
        if (colon < 0) {
            return QName.createQName("", prefixed);
        }
        String uri = prefixes.get(prefixed.substring(0, colon));
        if (uri == null) {
            throw invalid("uses the undeclared prefix of " + prefixed);
        }
        return QName.createQName(uri, prefixed.substring(colon + 1));
    }

    private AlfrescoRuntimeException invalid(String what) {
        return new AlfrescoRuntimeException("The content model " + source + " " + what);
    }

    private static Boolean bool(Element parent, String name) {
        String value = text(parent, name);
        return value == null ? null : Boolean.valueOf(value);
    }

    private static String text(Element parent, String name) {
        return child(parent, name).map(each -> each.getTextContent().trim()).orElse(null);
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> result = new ArrayList<>();
        if (parent != null) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && name.equals(element.getLocalName())) {
                    result.add(element);
                }
            }
        }
        return result;
    }
}

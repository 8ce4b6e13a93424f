package org.insats.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the shipped form configuration and the content models as the tests need them. */
final class ShareForms {

    static final Path RESOURCES = Path.of("src/main/resources");
    static final Path CONFIG = RESOURCES.resolve("META-INF/share-config-custom.xml");
    static final Path MODULE = Path.of("../platform-module/src/main/resources/alfresco/module/insats-platform");

    private ShareForms() {}

    /** A field as a form shows it. */
    record Field(
            String id, Optional<String> label, Optional<String> help, Optional<String> template, boolean mandatory) {}

    /** A form: the evaluator and the type it is for, the ids it shows and the fields it describes. */
    record Form(String evaluator, String type, List<String> shown, List<Field> fields, List<String> sets) {

        Optional<Field> field(String id) {
            return fields.stream().filter(field -> field.id().equals(id)).findFirst();
        }

        @Override
        public String toString() {
            return evaluator + " " + type;
        }
    }

    /** All forms of the configuration. */
    static List<Form> forms() throws Exception {
        List<Form> forms = new ArrayList<>();
        for (Element config : elements(parse(CONFIG), "config")) {
            for (Element form : elements(config, "form")) {
                forms.add(new Form(
                        config.getAttribute("evaluator"),
                        config.getAttribute("condition"),
                        elements(form, "show").stream()
                                .map(show -> show.getAttribute("id"))
                                .toList(),
                        elements(form, "field").stream().map(ShareForms::field).toList(),
                        elements(form, "set").stream()
                                .map(set -> set.getAttribute("label-id"))
                                .toList()));
            }
        }
        return forms;
    }

    private static Field field(Element field) {
        Optional<String> template = elements(field, "control").stream()
                .map(control -> control.getAttribute("template"))
                .findFirst();
        return new Field(
                field.getAttribute("id"),
                attribute(field, "label-id"),
                attribute(field, "help-id"),
                template,
                "true".equals(field.getAttribute("mandatory")));
    }

    private static Optional<String> attribute(Element element, String name) {
        return Optional.of(element.getAttribute(name)).filter(value -> !value.isEmpty());
    }

    /** Every attribute value of the configuration that names a message. */
    static Set<String> messageKeys() throws Exception {
        Set<String> keys = new TreeSet<>();
        NodeList all = parse(CONFIG).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            Stream.of("label-id", "help-id")
                    .map(element::getAttribute)
                    .filter(key -> !key.isEmpty())
                    .forEach(keys::add);
            // An action without a label is one of Share's own, or one named in a group.
            if (List.of("content", "action", "indicator").contains(element.getTagName())
                    && element.hasAttribute("label")) {
                keys.add(element.getAttribute("label"));
            }
        }
        return keys;
    }

    /** The properties of each type and aspect of our models, inherited ones and those of mandatory aspects included. */
    static TreeMap<String, Set<String>> propertiesByType() throws Exception {
        TreeMap<String, Element> definitions = new TreeMap<>();
        for (Path model : files(MODULE.resolve("model"), ".xml")) {
            Document document = parse(model);
            Stream.of("type", "aspect")
                    .flatMap(tag -> elements(document, tag).stream())
                    .filter(element -> element.hasAttribute("name"))
                    .forEach(element -> definitions.put(element.getAttribute("name"), element));
        }
        TreeMap<String, Set<String>> result = new TreeMap<>();
        definitions.keySet().forEach(name -> result.put(name, properties(name, definitions)));
        return result;
    }

    private static Set<String> properties(String name, TreeMap<String, Element> definitions) {
        Set<String> own = new TreeSet<>();
        Element definition = definitions.get(name);
        if (definition == null) {
            return own;
        }
        elements(definition, "property").stream()
                .map(property -> property.getAttribute("name"))
                .filter(property -> !property.isEmpty())
                .forEach(own::add);
        elements(definition, "parent")
                .forEach(parent -> own.addAll(properties(parent.getTextContent().strip(), definitions)));
        elements(definition, "mandatory-aspects").stream()
                .flatMap(aspects -> elements(aspects, "aspect").stream())
                .forEach(aspect -> own.addAll(properties(aspect.getTextContent().strip(), definitions)));
        return own;
    }

    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    static Document parse(Path file) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    static List<Element> elements(Document document, String tag) {
        return elements(document.getDocumentElement(), tag);
    }

    static List<Element> elements(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        List<Element> result = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            result.add((Element) found.item(i));
        }
        return result;
    }
}

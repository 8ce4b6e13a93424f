package org.insats.embedded.webscript;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A web script descriptor.
 *
 * @param id package path, name and method: {@code org/insats/casefile/cases.get}
 * @param method HTTP method in capitals
 * @param urls URL templates without query
 * @param authentication who may call it
 * @param transaction how it is run
 * @param readOnly whether the transaction may not write
 * @param defaultFormat format of the answer, for example {@code json}
 * @param formatStyle where a caller may name the format
 */
record WebScriptDescription(
        String id,
        String method,
        List<String> urls,
        Authentication authentication,
        Transaction transaction,
        boolean readOnly,
        String defaultFormat,
        FormatStyle formatStyle) {

    enum Authentication {
        NONE,
        GUEST,
        USER,
        ADMIN
    }

    enum Transaction {
        NONE,
        REQUIRED,
        REQUIRESNEW
    }

    enum FormatStyle {
        ANY,
        EXTENSION,
        ARGUMENT
    }

    /** The bean that answers the script. */
    String beanName() {
        return "webscript." + id.replace('/', '.');
    }

    /**
     * Reads a descriptor.
     *
     * @param id package path, name and method
     * @throws IllegalStateException when an element has a value that Surf would not accept either
     */
    static WebScriptDescription parse(String id, InputStream xml) throws IOException {
        Element root = root(id, xml);
        required(id, root, "shortname");
        List<String> urls = new ArrayList<>();
        NodeList elements = root.getElementsByTagName("url");
        for (int i = 0; i < elements.getLength(); i++) {
            Element url = (Element) elements.item(i);
            String template = url.getTextContent().trim();
            template = template.isEmpty() ? url.getAttribute("template") : template;
            urls.add(template.contains("?") ? template.substring(0, template.indexOf('?')) : template);
        }
        if (urls.isEmpty()) {
            throw new IllegalStateException(id + ": expected at least one <url> element");
        }
        Authentication authentication =
                valueOf(id, Authentication.class, text(root, "authentication"), Authentication.NONE);
        Transaction transaction = valueOf(
                id,
                Transaction.class,
                text(root, "transaction"),
                authentication == Authentication.NONE ? Transaction.NONE : Transaction.REQUIRED);
        FormatStyle style = valueOf(id, FormatStyle.class, text(root, "format"), FormatStyle.ANY);
        return new WebScriptDescription(
                id,
                id.substring(id.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT),
                urls,
                authentication,
                transaction,
                "readonly".equals(attribute(root, "transaction", "allow", "readwrite")),
                attribute(root, "format", "default", "html"),
                style);
    }

    private static Element root(String id, InputStream xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder().parse(xml).getDocumentElement();
            if (!"webscript".equals(root.getTagName())) {
                throw new IllegalStateException(id + ": the root element must be <webscript>");
            }
            return root;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(id + ": the descriptor is not well-formed", e);
        }
    }

    private static void required(String id, Element root, String name) {
        if (text(root, name).isEmpty()) {
            throw new IllegalStateException(id + ": expected <" + name + "> value");
        }
    }

    private static String text(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().trim();
    }

    private static String attribute(Element root, String element, String name, String otherwise) {
        NodeList found = root.getElementsByTagName(element);
        String value = found.getLength() == 0 ? "" : ((Element) found.item(0)).getAttribute(name);
        return value.isEmpty() ? otherwise : value;
    }

    private static <E extends Enum<E>> E valueOf(String id, Class<E> type, String text, E otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    id + ": '" + text + "' is not supported by the embedded repository as " + type.getSimpleName(), e);
        }
    }
}

package org.insats.print;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A {@link Paper} as an XHTML tree. Values become text nodes, so that nothing in them is ever taken for markup. */
final class PaperHtml {

    private static final String STYLE =
            """
            @page { size: A4; margin: 42mm 18mm 20mm 18mm;
                    @top-left { content: element(head); }
                    @bottom-left { content: element(foot); }
                    @bottom-right { content: counter(page) "/" counter(pages); font-family: %1$s; font-size: 8pt; } }
            body { font-family: %1$s; font-size: 10pt; line-height: 1.35; color: #000; }
            .head { position: running(head); width: 135mm; }
            .foot { position: running(foot); font-size: 8pt; }
            .reference { font-size: 9pt; }
            h1 { font-size: 17pt; font-weight: 700; margin: 0 0 1mm 0; }
            .subtitle { margin: 0 0 4mm 0; }
            h2 { font-size: 12pt; font-weight: 700; margin: 6mm 0 1mm 0; border-bottom: 0.6pt solid #000;
                 page-break-after: avoid; }
            h3 { font-size: 9pt; font-weight: 700; margin: 3mm 0 0 0; page-break-after: avoid; }
            p { margin: 0 0 1mm 0; }
            .signature { margin-top: 12mm; border-top: 0.6pt solid #000; width: 110mm; font-size: 9pt;
                         page-break-inside: avoid; }
            """;

    private final String fontFamily;

    PaperHtml(String fontFamily) {
        this.fontFamily = fontFamily;
    }

    Document of(Paper paper) {
        Document document = newDocument();
        Element html = document.createElement("html");
        document.appendChild(html);
        html.setAttribute("lang", paper.language().toLanguageTag());
        head(paper, html);
        body(paper, append(html, "body"));
        return document;
    }

    private void head(Paper paper, Element html) {
        Element head = append(html, "head");
        text(head, "title", paper.reference());
        meta(head, "description", paper.title());
        meta(head, "author", "Insats");
        text(head, "style", STYLE.formatted(fontFamily));
    }

    private static void meta(Element head, String name, String content) {
        Element meta = append(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private static void body(Paper paper, Element body) {
        Element head = append(body, "div");
        head.setAttribute("class", "head");
        styled(head, "div", "reference", paper.reference());
        styled(body, "div", "foot", paper.footer());
        text(body, "h1", paper.title());
        styled(body, "p", "subtitle", paper.subtitle());
        paper.sections().forEach(section -> section(section, body));
        paper.signatures().forEach(signature -> styled(body, "p", "signature", signature));
    }

    private static void section(Paper.Section section, Element body) {
        text(body, "h2", section.heading());
        for (Paper.Entry entry : section.entries()) {
            text(body, "h3", entry.label());
            printable(entry.value()).lines().forEach(line -> text(body, "p", line.isBlank() ? "\u00a0" : line));
        }
    }

    private static Element append(Element parent, String name) {
        Element element = parent.getOwnerDocument().createElement(name);
        parent.appendChild(element);
        return element;
    }

    private static Element text(Element parent, String name, String text) {
        Element element = append(parent, name);
        element.setTextContent(text);
        return element;
    }

    private static void styled(Element parent, String name, String style, String text) {
        text(parent, name, text).setAttribute("class", style);
    }

    /** Without the control characters that no font has and PDF/A forbids. */
    private static String printable(String value) {
        return value.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}

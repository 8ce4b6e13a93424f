package org.insats.print;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.extensions.surf.util.I18NUtil;
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
            .line { height: 9mm; border-bottom: 0.4pt solid #000; margin: 0; }
            .choice { margin: 1mm 0 0 0; }
            .tick { display: inline-block; width: 3.5mm; height: 3.5mm; border: 0.6pt solid #000; margin-right: 2mm; }
            .answers { page-break-before: always; }
            .answers h2 { margin: 0; padding: 0; height: 13mm; border: 0; }
            .row { position: relative; height: 12mm; margin: 0; }
            .question { position: absolute; left: 0; top: 0; width: 126mm; }
            .rows { height: 36mm; }
            .dates { position: relative; height: 30mm; font-size: 7pt; }
            .label { position: absolute; left: 0; font-size: 9pt; }
            .number { position: absolute; width: 5mm; }
            .yes { position: absolute; left: 141mm; top: 0; }
            .no { position: absolute; left: 163mm; top: 0; }
            """;

    private static final int MOST_BELOW_QUESTIONS = 6;

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
        boolean fits = paper.signatures().size() <= MOST_BELOW_QUESTIONS;
        if (!fits) {
            signatures(paper, body);
        }
        if (!paper.questions().isEmpty()) {
            answers(paper, body);
        }
        if (fits) {
            signatures(paper, body);
        }
    }

    private static void signatures(Paper paper, Element body) {
        paper.signatures().forEach(signature -> styled(body, "p", "signature", signature));
    }

    /** Words only; the boxes are drawn to the millimetre afterwards ({@link PdfPrinter}). */
    private static void answers(Paper paper, Element body) {
        Element answers = append(body, "div");
        answers.setAttribute("class", "answers");
        text(answers, "h2", words(paper, "answers"));
        Element rows = append(answers, "div");
        rows.setAttribute("class", "rows");
        for (String question : paper.questions()) {
            Element row = append(rows, "div");
            row.setAttribute("class", "row");
            styled(row, "div", "question", question);
            styled(row, "div", "yes", words(paper, "yes"));
            styled(row, "div", "no", words(paper, "no"));
        }
        dates(paper, answers);
    }

    /** Day and month of the signature; the rows begin 92 mm from the top of the page. */
    private static void dates(Paper paper, Element answers) {
        Element dates = append(answers, "div");
        dates.setAttribute("class", "dates");
        placed(dates, "label", 0, -3, words(paper, "month"));
        for (int month = 1; month <= 12; month++) {
            placed(dates, "number", (month - 1) * 14.0, 2, Integer.toString(month));
        }
        placed(dates, "label", 0, 11, words(paper, "day"));
        for (int day = 1; day <= 31; day++) {
            placed(dates, "number", (day - 1) * 5.5, 16, Integer.toString(day));
        }
    }

    private static void placed(Element parent, String style, double left, double top, String text) {
        Element element = append(parent, "div");
        element.setAttribute("class", style);
        element.setAttribute("style", "left: " + left + "mm; top: " + top + "mm");
        element.setTextContent(text);
    }

    private static String words(Paper paper, String key) {
        String text = I18NUtil.getMessage("insats.print." + key, paper.language());
        return text == null ? key : text;
    }

    private static void section(Paper.Section section, Element body) {
        text(body, "h2", section.heading());
        for (Paper.Entry entry : section.entries()) {
            text(body, "h3", entry.label());
            printable(entry.value()).lines().forEach(line -> text(body, "p", line.isBlank() ? "\u00a0" : line));
            entry.choices().forEach(choice -> choice(choice, body));
            for (int line = 0; line < entry.lines(); line++) {
                styled(body, "p", "line", "\u00a0");
            }
        }
    }

    private static void choice(String choice, Element body) {
        Element line = append(body, "p");
        line.setAttribute("class", "choice");
        styled(line, "span", "tick", "\u00a0");
        line.appendChild(line.getOwnerDocument().createTextNode(printable(choice)));
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

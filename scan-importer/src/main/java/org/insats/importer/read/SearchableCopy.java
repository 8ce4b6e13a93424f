package org.insats.importer.read;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** A PDF/A-2u of a paper: its pages upright and in order as pictures, with the words that were read on them behind, unseen. */
final class SearchableCopy implements Closeable {

    private static final String FONT =
            "META-INF/resources/webjars/npm-font-open-sans/1.1.0/fonts/Regular/OpenSans-Regular.ttf";
    private static final float QUALITY = 0.6f;
    private static final float POINTS_PER_INCH = 72;
    private static final String XMP =
            """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
               <pdfaid:part>2</pdfaid:part>
               <pdfaid:conformance>U</pdfaid:conformance>
              </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>""";

    private final PDDocument pdf = new PDDocument();
    private final PDFont font;

    SearchableCopy() throws IOException {
        try (InputStream in = SearchableCopy.class.getClassLoader().getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException("The font library npm-font-open-sans is not on the class path");
            }
            font = PDType0Font.load(pdf, in, true);
        }
        intend();
    }

    private void intend() throws IOException {
        PDMetadata metadata = new PDMetadata(pdf, new ByteArrayInputStream(XMP.getBytes(StandardCharsets.UTF_8)));
        pdf.getDocumentCatalog().setMetadata(metadata);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(pdf, new ByteArrayInputStream(profile));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        pdf.getDocumentCatalog().addOutputIntent(intent);
        pdf.getDocumentCatalog().setLanguage("sv");
    }

    /** Adds an upright page. */
    void add(BufferedImage image, int dpi, List<Ocr.Word> words) throws IOException {
        float scale = POINTS_PER_INCH / dpi;
        PDPage page = new PDPage(new PDRectangle(image.getWidth() * scale, image.getHeight() * scale));
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
            content.beginText();
            content.setRenderingMode(RenderingMode.NEITHER);
            for (Ocr.Word word : words) {
                write(content, word, scale, page.getMediaBox().getHeight());
            }
            content.endText();
            content.drawImage(
                    JPEGFactory.createFromImage(pdf, image, QUALITY, dpi),
                    0,
                    0,
                    page.getMediaBox().getWidth(),
                    page.getMediaBox().getHeight());
        }
    }

    private void write(PDPageContentStream content, Ocr.Word word, float scale, float pageHeight) throws IOException {
        String text = word.text()
                .codePoints()
                .filter(this::hasGlyph)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (text.isEmpty()) {
            return;
        }
        float size = Math.max(1, word.height() * scale);
        float natural = font.getStringWidth(text) / 1000 * size;
        float stretch = natural == 0 ? 1 : Math.max(0.05f, word.width() * scale / natural);
        content.setFont(font, size);
        content.setTextMatrix(
                new Matrix(stretch, 0, 0, 1, word.left() * scale, pageHeight - (word.top() + word.height()) * scale));
        content.showText(text + " ");
    }

    private boolean hasGlyph(int codePoint) {
        try {
            return font.encode(Character.toString(codePoint)).length > 0;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }

    void save(Path target) throws IOException {
        pdf.setDocumentId((long) pdf.getNumberOfPages());
        pdf.save(target.toFile());
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}

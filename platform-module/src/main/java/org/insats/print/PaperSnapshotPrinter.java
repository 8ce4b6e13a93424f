package org.insats.print;

import java.io.OutputStream;
import java.util.Locale;
import org.insats.casefile.Document;
import org.insats.casefile.SnapshotPrinter;

/** Prints records, in Swedish: the language of the file. */
public final class PaperSnapshotPrinter implements SnapshotPrinter {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final PaperMaker maker;
    private final PdfPrinter printer;

    /** Creates it. */
    public PaperSnapshotPrinter(PaperMaker maker, PdfPrinter printer) {
        this.maker = maker;
        this.printer = printer;
    }

    @Override
    public void print(Document document, OutputStream out) {
        printer.print(maker.record(document, SWEDISH), out);
    }
}

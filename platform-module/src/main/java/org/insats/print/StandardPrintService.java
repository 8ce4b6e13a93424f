package org.insats.print;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Person;

/** Printed forms, in Swedish: they are for the family and for the file. */
public final class StandardPrintService implements PrintService {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Set<String> SIGNING = Set.of("CHILD", "GUARDIAN", "APPOINTED_REPRESENTATIVE");

    private final Documents documents;
    private final CaseFileService caseFiles;
    private final PaperMaker maker;
    private final PdfPrinter printer;

    /** Creates it. */
    public StandardPrintService(Documents documents, CaseFileService caseFiles, PaperMaker maker, PdfPrinter printer) {
        this.documents = documents;
        this.caseFiles = caseFiles;
        this.maker = maker;
        this.printer = printer;
    }

    @Override
    public Form form(String documentId) {
        Document document = documents.get(documentId);
        int serial = document.properties().get(CaseModel.SERIAL) instanceof Integer given ? given : 0;
        PrintCode code =
                new PrintCode(document.caseNumber(), document.kind().code(), serial, documents.versionLabel(document));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.print(maker.form(document, SWEDISH, code, signatures(document)), pdf);
        return new Form(code.documentName() + ".pdf", pdf.toByteArray());
    }

    /** A line for each of the family whom the reader may see, and one for the author. */
    private List<String> signatures(Document document) {
        List<String> lines = new ArrayList<>();
        for (Person person : caseFiles.persons(document.caseFile())) {
            if (person.text(CaseModel.RELATION).filter(SIGNING::contains).isPresent()) {
                lines.add(maker.text("signature", SWEDISH) + ": " + maker.personName(person.node(), SWEDISH));
            }
        }
        lines.add(maker.text("signature.author", SWEDISH));
        return lines;
    }
}

package org.insats.print;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.DocumentKinds;
import org.insats.casefile.Documents;
import org.insats.casefile.Person;
import org.insats.platform.Refusal;

/** Printed forms, in Swedish or, where that is asked for, in English: they are for the family and for the file. */
public final class StandardPrintService implements PrintService {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Set<String> SIGNING = Set.of("CHILD", "GUARDIAN", "APPOINTED_REPRESENTATIVE");

    private final Documents documents;
    private final CaseFileService caseFiles;
    private final DocumentKinds kinds;
    private final PaperMaker maker;
    private final PdfPrinter printer;

    /** Creates it. */
    public StandardPrintService(
            Documents documents, CaseFileService caseFiles, DocumentKinds kinds, PaperMaker maker, PdfPrinter printer) {
        this.kinds = kinds;
        this.documents = documents;
        this.caseFiles = caseFiles;
        this.maker = maker;
        this.printer = printer;
    }

    @Override
    public Form form(String documentId, Locale language) {
        Document document = documents.get(documentId);
        int serial = document.properties().get(CaseModel.SERIAL) instanceof Integer given ? given : 0;
        PrintCode code =
                new PrintCode(document.caseNumber(), document.kind().code(), serial, documents.versionLabel(document));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.print(maker.form(document, language, code, signatures(document, language)), pdf);
        return new Form(code.documentName() + ".pdf", pdf.toByteArray());
    }

    @Override
    public Form blank(String kindId, Optional<String> caseNumber, Locale language) {
        DocumentKind kind = kinds.find(kindId).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND")
                .violation());
        caseNumber.ifPresent(caseFiles::byNumber);
        PrintCode code = PrintCode.blank(caseNumber, kind.code());
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.print(maker.blank(kind, language, code), pdf);
        return new Form(kind.code() + ".pdf", pdf.toByteArray());
    }

    @Override
    public Form separator() {
        Paper sheet = new Paper(
                SWEDISH,
                "Insats",
                maker.text("separator", SWEDISH),
                maker.text("separator", Locale.ENGLISH),
                List.of(),
                List.of(),
                Optional.of(PrintCode.separator()),
                "Insats");
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        printer.print(sheet, pdf);
        return new Form("skiljeblad.pdf", pdf.toByteArray());
    }

    /** A line for each of the family whom the reader may see, and one for the author. */
    private List<String> signatures(Document document, Locale language) {
        List<String> lines = new ArrayList<>();
        for (Person person : caseFiles.persons(document.caseFile())) {
            if (person.text(CaseModel.RELATION).filter(SIGNING::contains).isPresent()) {
                lines.add(maker.text("signature", language) + ": " + maker.personName(person.node(), language));
            }
        }
        lines.add(maker.text("signature.author", language));
        return lines;
    }
}

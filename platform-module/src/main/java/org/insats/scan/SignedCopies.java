package org.insats.scan;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.NewDocument;
import org.insats.casefile.event.SignedCopyReceived;
import org.insats.plan.PlanService;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.RuleViolation;
import org.insats.print.PrintCode;

/** Makes a scan the newest version of the document it is the signed copy of, or an incoming document of its own. */
final class SignedCopies {

    private final Documents documents;
    private final CaseFileService cases;
    private final NodeService nodeService;
    private final CaseEvents events;
    private final PlanService plans;
    private final Clock clock;

    SignedCopies(
            Documents documents,
            CaseFileService cases,
            NodeService nodeService,
            CaseEvents events,
            PlanService plans,
            Clock clock) {
        this.plans = plans;
        this.documents = documents;
        this.cases = cases;
        this.nodeService = nodeService;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The document that a code points at, if it may be filed there without anybody looking.
     *
     * @throws RuleViolation {@code INS-SCAN-UNKNOWN}, {@code INS-SCAN-DRAFT}, {@code INS-SCAN-VERSION} or
     *     {@code INS-SCAN-SIGNATURES}: why not
     */
    Document expected(PrintCode code) {
        Document document = byName(code.caseNumber(), code.documentName());
        if (!documents.versionLabel(document).equals(code.version())) {
            throw Refusal.rule("SCAN-VERSION").violation();
        }
        if (plans.lacksSignatures(document)) {
            throw Refusal.rule("SCAN-SIGNATURES").violation();
        }
        return document;
    }

    /** The document of a name such as {@code 2026-000123-GPL-01}, for a registrar who looked at the paper. */
    Document named(String documentName) {
        if (!documentName.matches("\\d{4}-\\d{6}-[A-Z]{3}-\\d{2,4}")) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "SCAN-NAME")
                    .onField("documentName")
                    .violation();
        }
        return byName(documentName.substring(0, 11), documentName);
    }

    private Document byName(String caseNumber, String documentName) {
        Document document = documents.inCase(caseFile(caseNumber).node()).stream()
                .filter(candidate -> documentName.equals(nameOf(candidate)))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("SCAN-UNKNOWN").violation());
        if (document.kind().editableStatuses().contains(document.status())) {
            throw Refusal.rule("SCAN-DRAFT").violation();
        }
        return document;
    }

    private static String nameOf(Document document) {
        return document.text(org.alfresco.model.ContentModel.PROP_NAME)
                .map(name -> name.replaceFirst("\\.pdf$", ""))
                .orElse("");
    }

    private CaseFile caseFile(String caseNumber) {
        try {
            return cases.byNumber(caseNumber);
        } catch (RuleViolation missing) {
            throw Refusal.rule("SCAN-UNKNOWN").violation();
        }
    }

    /**
     * A document that the user may read.
     *
     * @throws RuleViolation {@code INS-NOT-FOUND} where there is none
     */
    NodeRef readable(String documentId) {
        return documents.get(documentId).node();
    }

    /** An incoming document without content yet. */
    Document incoming(String caseNumber) {
        return documents.make(
                new NewDocument("incomingDocument", caseFile(caseNumber).node(), Optional.empty(), Map.of()));
    }

    /** Marks the document as scanned; content that is written in the same transaction is the same version. */
    void mark(Document document, NodeRef entry, Map<QName, Serializable> scan) {
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(ScanModel.DOCUMENT_SHA256, scan.get(ScanModel.SHA256));
        changes.put(ScanModel.SCANNED_AT, scan.get(ScanModel.RECEIVED_AT));
        changes.put(ScanModel.SCAN_PAGES, scan.get(ScanModel.PAGES));
        changes.put(ScanModel.SCAN_OF, entry.getId());
        changes.put(ScanModel.SCANNED_VERSION, documents.versionLabel(document));
        changes.put(ScanModel.SCAN_BATCH, scan.get(ScanModel.BATCH));
        changes.put(ScanModel.SCAN_FIELDS, scan.get(ScanModel.FIELDS));
        changes.put(ScanModel.DOCUMENT_PAPER_DATE, scan.get(ScanModel.PAPER_DATE));
        nodeService.addAspect(document.node(), ScanModel.ASPECT_SCANNED, null);
        documents.write(document, changes);
    }

    /**
     * Tells those who wait for the paper; a plan that everybody concerned has to sign waits until it is noted that they have.
     *
     * @param paperDate the day on the paper, which deadlines go by; where it is not known, today
     */
    void received(Document document, Optional<LocalDate> paperDate) {
        document.intervention()
                .filter(intervention -> !plans.lacksSignatures(document))
                .ifPresent(intervention -> events.publish(new SignedCopyReceived(
                        document.caseFile(),
                        intervention,
                        document.node(),
                        paperDate.orElseGet(() -> LawDate.today(clock)))));
    }

    /**
     * Checks the day on a paper.
     *
     * @throws RuleViolation {@code INS-SCAN-DATE} when it is to come, or before the document became a record
     */
    void check(LocalDate paperDate, Document document) {
        boolean early = document.instant(CaseModel.RECORDED_AT)
                .map(LawDate::fromInstant)
                .filter(paperDate::isBefore)
                .isPresent();
        if (early || paperDate.isAfter(LawDate.today(clock))) {
            throw Refusal.rule("SCAN-DATE").onField("paperDate").violation();
        }
    }
}

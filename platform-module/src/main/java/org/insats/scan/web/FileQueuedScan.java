package org.insats.scan.web;

import java.time.LocalDate;
import java.util.Optional;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.scan.ScanService;

/**
 * {@code POST insats/v1/scans/queue/{id}/file}: files a waiting scan in a document ({@code documentName}) or, on its own, in a
 * case ({@code caseNumber}); {@code paperDate} is the day on the paper.
 */
public final class FileQueuedScan extends JsonWebScript {

    private final ScanService scans;

    /** Creates it. */
    public FileQueuedScan(WebScriptSupport support, ScanService scans) {
        super(support);
        this.scans = scans;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String documentName = request.body().path("documentName").asText("").strip();
        String caseNumber = request.body().path("caseNumber").asText("").strip();
        Optional<LocalDate> paperDate =
                ReceiveScan.paperDate(request.body().path("paperDate").asText(""));
        if (!documentName.isEmpty()) {
            return scans.fileInDocument(request.path("id"), documentName, paperDate);
        }
        if (!caseNumber.isEmpty()) {
            return scans.fileInCase(request.path("id"), caseNumber, paperDate);
        }
        throw Refusal.of(Refusal.Kind.MALFORMED, "SCAN-FIELD", "documentName")
                .onField("documentName")
                .violation();
    }
}

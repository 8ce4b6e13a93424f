package org.insats.scan.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.scan.ScanService;

/** {@code GET documents/{id}/searchable.pdf}: the PDF/A with text of a document's scan. */
public final class SearchableCopy extends JsonWebScript {

    private final ScanService scans;

    /** Creates it. */
    public SearchableCopy(WebScriptSupport support, ScanService scans) {
        super(support);
        this.scans = scans;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return Reply.pdf("searchable.pdf", scans.searchable(request.path("id")));
    }
}

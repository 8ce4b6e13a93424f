package org.insats.casefile.web;

import org.insats.casefile.CaseFileService;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET cases/{caseNumber}}: Everything about a case in one answer. */
public final class CaseGet extends JsonWebScript {

    private final CaseFileService caseFiles;
    private final CaseJson caseJson;

    /** Creates it. */
    public CaseGet(WebScriptSupport support, CaseFileService caseFiles, CaseJson caseJson) {
        super(support);
        this.caseFiles = caseFiles;
        this.caseJson = caseJson;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return caseJson.whole(caseFiles.byNumber(request.path("caseNumber")));
    }
}

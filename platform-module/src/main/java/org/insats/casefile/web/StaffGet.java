package org.insats.casefile.web;

import java.util.Map;
import org.insats.casefile.CaseFileService;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET cases/{caseNumber}/staff}: Those in the units of a case, who may be added to it. */
public final class StaffGet extends JsonWebScript {

    private final CaseFileService caseFiles;
    private final CaseJson caseJson;

    /** Creates it. */
    public StaffGet(WebScriptSupport support, CaseFileService caseFiles, CaseJson caseJson) {
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
        return Map.of("items", caseJson.staff(caseFiles.byNumber(request.path("caseNumber"))));
    }
}

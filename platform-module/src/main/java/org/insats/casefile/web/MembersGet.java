package org.insats.casefile.web;

import java.util.Map;
import org.insats.casefile.CaseFileService;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET cases/{caseNumber}/members}: Who works in a case. */
public final class MembersGet extends JsonWebScript {

    private final CaseFileService caseFiles;
    private final CaseJson caseJson;

    /** Creates it. */
    public MembersGet(WebScriptSupport support, CaseFileService caseFiles, CaseJson caseJson) {
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
        return Map.of("items", caseJson.members(caseFiles.byNumber(request.path("caseNumber"))));
    }
}

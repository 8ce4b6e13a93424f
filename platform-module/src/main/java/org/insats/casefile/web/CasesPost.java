package org.insats.casefile.web;

import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST cases}: Opens a case. */
public final class CasesPost extends JsonWebScript {

    private final CaseFileService caseFiles;
    private final CaseJson caseJson;

    /** Creates it. */
    public CasesPost(WebScriptSupport support, CaseFileService caseFiles, CaseJson caseJson) {
        super(support);
        this.caseFiles = caseFiles;
        this.caseJson = caseJson;
    }

    @Override
    protected Object handle(JsonRequest request) {
        CaseFile caseFile = caseFiles.open(request.body());
        return Reply.AfterCommit.created(() -> caseJson.whole(caseFiles.byNumber(caseFile.caseNumber())));
    }
}

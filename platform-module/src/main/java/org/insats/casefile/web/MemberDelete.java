package org.insats.casefile.web;

import java.util.Map;
import org.insats.casefile.CaseFileService;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code DELETE cases/{caseNumber}/members/{userName}}: Takes somebody off a case. */
public final class MemberDelete extends JsonWebScript {

    private final CaseFileService caseFiles;

    /** Creates it. */
    public MemberDelete(WebScriptSupport support, CaseFileService caseFiles) {
        super(support);
        this.caseFiles = caseFiles;
    }

    @Override
    protected Object handle(JsonRequest request) {
        caseFiles.removeMember(request.path("caseNumber"), request.path("userName"));
        return Map.of("userName", request.path("userName"));
    }
}

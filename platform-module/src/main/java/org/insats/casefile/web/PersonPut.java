package org.insats.casefile.web;

import java.util.Map;
import org.insats.casefile.CaseFileService;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code PUT persons/{id}}: Changes a person of a case. */
public final class PersonPut extends JsonWebScript {

    private final CaseFileService caseFiles;

    /** Creates it. */
    public PersonPut(WebScriptSupport support, CaseFileService caseFiles) {
        super(support);
        this.caseFiles = caseFiles;
    }

    @Override
    protected Object handle(JsonRequest request) {
        caseFiles.updatePerson(request.path("id"), request.body());
        return Map.of("id", request.path("id"));
    }
}

package org.insats.casefile.web;

import java.util.Map;
import org.insats.casefile.CaseFileService;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST cases/{caseNumber}/persons}: Adds a person to a case. */
public final class PersonsPost extends JsonWebScript {

    private final CaseFileService caseFiles;

    /** Creates it. */
    public PersonsPost(WebScriptSupport support, CaseFileService caseFiles) {
        super(support);
        this.caseFiles = caseFiles;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String id = caseFiles.addPerson(request.path("caseNumber"), request.body());
        return Reply.Json.created(Map.of("id", id));
    }
}

package org.insats.casefile.web;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Role;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST cases/{caseNumber}/members}: Adds somebody to a case. */
public final class MembersPost extends JsonWebScript {

    private final CaseFileService caseFiles;
    private final CaseJson caseJson;

    /** Creates it. */
    public MembersPost(WebScriptSupport support, CaseFileService caseFiles, CaseJson caseJson) {
        super(support);
        this.caseFiles = caseFiles;
        this.caseJson = caseJson;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String role = request.body().path("role").asText();
        caseFiles.addMember(
                request.path("caseNumber"),
                request.body().path("userName").asText(),
                CaseJson.role(role).orElseThrow(() -> Refusal.rule("VALUE", "role", Arrays.toString(Role.values()))
                        .onField("role")
                        .violation()),
                Optional.of(request.body().path("interventionId").asText()).filter(id -> !id.isEmpty()));
        return Reply.Json.created(Map.of("items", caseJson.members(caseFiles.byNumber(request.path("caseNumber")))));
    }
}

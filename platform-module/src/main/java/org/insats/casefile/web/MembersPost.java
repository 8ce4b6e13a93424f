package org.insats.casefile.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.NewMember;
import org.insats.casefile.Role;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST cases/{caseNumber}/members}: Adds somebody to a case, or a stand-in for somebody who is away. */
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
        JsonNode body = request.body();
        Role role = CaseJson.role(body.path("role").asText())
                .orElseThrow(() -> Refusal.rule("VALUE", "role", Arrays.toString(Role.values()))
                        .onField("role")
                        .violation());
        caseFiles.addMember(
                request.path("caseNumber"),
                new NewMember(body.path("userName").asText(), role, text(body, "interventionId"), standIn(body)));
        return Reply.Json.created(Map.of("items", caseJson.members(caseFiles.byNumber(request.path("caseNumber")))));
    }

    private static Optional<NewMember.StandIn> standIn(JsonNode body) {
        return text(body, "standsInFor")
                .map(absent -> new NewMember.StandIn(absent, day(body, "from"), day(body, "until")));
    }

    private static LocalDate day(JsonNode body, String field) {
        return text(body, field)
                .flatMap(LawDate::parse)
                .orElseThrow(() -> Refusal.rule("STAND-IN").onField(field).violation());
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.of(body.path(field).asText()).filter(text -> !text.isBlank());
    }
}

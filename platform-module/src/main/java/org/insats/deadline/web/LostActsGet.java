package org.insats.deadline.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.casefile.Staff;
import org.insats.deadline.LiveDeadline;
import org.insats.deadline.LostActs;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET admin/lost-acts}: acts that should have a workflow and have none; for administrators. */
public final class LostActsGet extends JsonWebScript {

    private final LostActs lost;
    private final Staff staff;
    private final AuthorityService authorities;

    /** Reads {@code lost}. */
    public LostActsGet(WebScriptSupport support, LostActs lost, Staff staff, AuthorityService authorities) {
        super(support);
        this.lost = lost;
        this.staff = staff;
        this.authorities = authorities;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        if (!authorities.hasAdminAuthority()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ADMIN").violation();
        }
        DeadlineJson json = new DeadlineJson(support().mapper(), staff);
        DatabaseQuery.Page<LiveDeadline> page = lost.find(request.parameter("after"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items().stream().map(json::deadline).toList());
        answer.put("next", page.next());
        return answer;
    }
}

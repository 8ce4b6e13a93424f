package org.insats.accesslog.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.insats.accesslog.AccessReports;
import org.insats.accesslog.Verification;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST access-log/verify}: checks the log against its chains, by an administrator (CON-118). */
public final class AccessLogVerifyPost extends JsonWebScript {

    private final AccessReports reports;

    /** Creates it. */
    public AccessLogVerifyPost(WebScriptSupport support, AccessReports reports) {
        super(support);
        this.reports = reports;
    }

    @Override
    protected Object handle(JsonRequest request) {
        Verification.Result result = reports.verify();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sound", result.isSound());
        answer.put("segments", result.segments());
        answer.put("entries", result.entries());
        answer.put(
                "findings",
                result.findings().stream().map(AccessLogVerifyPost::finding).toList());
        answer.put("moreFindings", result.more());
        return answer;
    }

    private static Map<String, Object> finding(Verification.Finding found) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("problem", found.problem());
        finding.put("segment", found.segment());
        found.position().ifPresent(position -> finding.put("position", position));
        return finding;
    }
}

package org.insats.accesslog.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.insats.accesslog.ExceptionalGrant;

/** An exceptional access as JSON. */
final class GrantJson {

    private GrantJson() {}

    static Map<String, Object> of(ExceptionalGrant grant) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", grant.id());
        json.put("caseNumber", grant.caseNumber());
        json.put("unit", grant.unit());
        json.put("user", grant.userName());
        json.put("reason", grant.reason());
        json.put("from", grant.from());
        json.put("until", grant.until());
        json.put("endedAt", grant.endedAt());
        return json;
    }
}

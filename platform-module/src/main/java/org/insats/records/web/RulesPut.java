package org.insats.records.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.RuleSets;

/** {@code PUT retention/rules}: puts rules in force, by an archivist; all closed files are judged anew by the job. */
public final class RulesPut extends JsonWebScript {

    private final RuleSets ruleSets;

    /** Creates it. */
    public RulesPut(WebScriptSupport support, RuleSets ruleSets) {
        super(support);
        this.ruleSets = ruleSets;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return Map.of("ruleSet", RuleSets.name(ruleSets.put(request.body())));
    }
}

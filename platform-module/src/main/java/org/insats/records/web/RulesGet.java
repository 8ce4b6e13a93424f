package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.RuleSets;

/** {@code GET retention/rules}: the rules of retention in force. */
public final class RulesGet extends JsonWebScript {

    private final RuleSets ruleSets;

    /** Creates it. */
    public RulesGet(WebScriptSupport support, RuleSets ruleSets) {
        super(support);
        this.ruleSets = ruleSets;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return ruleSets.json();
    }
}

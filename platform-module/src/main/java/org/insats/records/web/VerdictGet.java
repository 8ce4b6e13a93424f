package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Verdicts;

/** {@code GET cases/{caseNumber}/retention}: what is to become of a file and why, in plain words. */
public final class VerdictGet extends JsonWebScript {

    private final Verdicts verdicts;

    /** Creates it. */
    public VerdictGet(WebScriptSupport support, Verdicts verdicts) {
        super(support);
        this.verdicts = verdicts;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return verdicts.explained(request.path("caseNumber"));
    }
}

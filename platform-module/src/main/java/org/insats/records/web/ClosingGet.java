package org.insats.records.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Closing;

/** {@code GET cases/{caseNumber}/closing}: what is to be mended before a file can be closed. */
public final class ClosingGet extends JsonWebScript {

    private final Closing closing;

    /** Creates it. */
    public ClosingGet(WebScriptSupport support, Closing closing) {
        super(support);
        this.closing = closing;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return Map.of("toMend", closing.toMend(request.path("caseNumber")));
    }
}

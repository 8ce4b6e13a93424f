package org.insats.records.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Disposals;

/** {@code GET records/disposals}: all disposals, the newest first. */
public final class DisposalsGet extends JsonWebScript {

    private final Disposals disposals;

    /** Creates it. */
    public DisposalsGet(WebScriptSupport support, Disposals disposals) {
        super(support);
        this.disposals = disposals;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return Map.of("items", disposals.all().stream().map(DisposalJson::brief).toList());
    }
}

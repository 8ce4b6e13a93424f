package org.insats.casefile.web;

import org.insats.casefile.DocumentKinds;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET model/{kind}}: Fields of a kind, with labels, value lists and when they are mandatory. */
public final class ModelGet extends JsonWebScript {

    private final DocumentKinds kinds;
    private final ModelJson modelJson;

    /** Creates it. */
    public ModelGet(WebScriptSupport support, DocumentKinds kinds, ModelJson modelJson) {
        super(support);
        this.kinds = kinds;
        this.modelJson = modelJson;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return modelJson.of(
                kinds.find(request.path("kind")).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND")
                        .violation()));
    }
}

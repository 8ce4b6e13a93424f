package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Preview;

/** {@code POST retention/preview}: what is to become of a file with the facts that are sent; nothing is stored (RET-60 to RET-89). */
public final class PreviewPost extends JsonWebScript {

    private final Preview preview;

    /** Creates it. */
    public PreviewPost(WebScriptSupport support, Preview preview) {
        super(support);
        this.preview = preview;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return preview.judge(request.body());
    }
}

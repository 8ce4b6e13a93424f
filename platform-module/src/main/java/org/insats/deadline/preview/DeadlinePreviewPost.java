package org.insats.deadline.preview;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST insats/v1/deadlines/preview}. */
public final class DeadlinePreviewPost extends JsonWebScript {

    private final DeadlinePreview preview;

    /** What it needs: what all share, and the preview itself. */
    public DeadlinePreviewPost(WebScriptSupport support, DeadlinePreview preview) {
        super(support);
        this.preview = preview;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return preview.preview(request.body());
    }
}

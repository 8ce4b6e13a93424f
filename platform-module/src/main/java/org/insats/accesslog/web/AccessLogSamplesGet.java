package org.insats.accesslog.web;

import java.util.Map;
import org.insats.accesslog.Samples;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET access-log/samples}: samples that were drawn, newest first (CON-118). */
public final class AccessLogSamplesGet extends JsonWebScript {

    private final Samples samples;

    /** Creates it. */
    public AccessLogSamplesGet(WebScriptSupport support, Samples samples) {
        super(support);
        this.samples = samples;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return Map.of(
                "items",
                samples.list(request.size(100, 500)).stream()
                        .map(SampleJson::of)
                        .toList());
    }
}

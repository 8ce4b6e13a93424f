package org.insats.accesslog.web;

import org.insats.accesslog.Samples;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST access-log/samples/{sampleId}/sign}: signs a sample off with a remark (CON-118). */
public final class AccessLogSamplePost extends JsonWebScript {

    private final Samples samples;

    /** Creates it. */
    public AccessLogSamplePost(WebScriptSupport support, Samples samples) {
        super(support);
        this.samples = samples;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return SampleJson.of(
                samples.sign(SampleId.of(request), request.body().path("remark").asText("")));
    }
}

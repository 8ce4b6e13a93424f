package org.insats.accesslog.web;

import org.insats.accesslog.Sample;
import org.insats.accesslog.Samples;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET access-log/samples/{sampleId}}: a sample with its looks (CON-118). */
public final class AccessLogSampleGet extends JsonWebScript {

    private final Samples samples;

    /** Creates it. */
    public AccessLogSampleGet(WebScriptSupport support, Samples samples) {
        super(support);
        this.samples = samples;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        Sample sample = samples.sample(SampleId.of(request));
        return SampleJson.of(sample, samples.entries(sample));
    }
}

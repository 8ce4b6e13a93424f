package org.insats.accesslog.web;

import java.util.Optional;
import java.util.OptionalLong;
import org.insats.accesslog.Sample;
import org.insats.accesslog.Samples;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST access-log/samples}: draws looks at random for review (CON-118). */
public final class AccessLogSamplesPost extends JsonWebScript {

    private final Samples samples;

    /** Creates it. */
    public AccessLogSamplesPost(WebScriptSupport support, Samples samples) {
        super(support);
        this.samples = samples;
    }

    @Override
    protected Object handle(JsonRequest request) {
        Optional<String> unit = text(request, "unit");
        OptionalLong seed =
                text(request, "seed").map(AccessLogSamplesPost::seed).orElseGet(OptionalLong::empty);
        Sample sample = samples.draw(
                unit,
                EntryListScript.span(text(request, "from"), text(request, "to")),
                request.body().path("size").asInt(20),
                seed);
        return Reply.Json.created(SampleJson.of(sample, samples.entries(sample)));
    }

    private static Optional<String> text(JsonRequest request, String field) {
        return Optional.of(request.body().path(field).asText("").strip()).filter(text -> !text.isEmpty());
    }

    private static OptionalLong seed(String text) {
        if (!text.matches("-?\\d{1,18}")) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", "seed", "-999999999999999999-999999999999999999")
                    .onField("seed")
                    .violation();
        }
        return OptionalLong.of(Long.parseLong(text));
    }
}

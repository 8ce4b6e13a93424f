package org.insats.accesslog.web;

import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;

/** The number of a sample in a path. */
final class SampleId {

    private SampleId() {}

    static long of(JsonRequest request) {
        String id = request.path("sampleId");
        if (!id.matches("\\d{1,15}")) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation();
        }
        return Long.parseLong(id);
    }
}

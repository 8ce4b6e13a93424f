package org.insats.platform.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.insats.platform.Refusal;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.servlet.FormData;

/** A request as our web scripts read it. */
public final class JsonRequest {

    private final WebScriptRequest request;
    private final JsonNode body;

    JsonRequest(WebScriptRequest request, JsonNode body) {
        this.request = request;
        this.body = body;
    }

    /** A part of the path, for example {@code caseNumber}. */
    public String path(String name) {
        return Optional.ofNullable(request.getServiceMatch().getTemplateVars().get(name))
                .orElse("");
    }

    /** A query parameter that is not blank. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** Whether a query parameter is there, with or without value. */
    public boolean hasParameter(String name) {
        return request.getParameter(name) != null;
    }

    /**
     * A page size.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-PARAMETER} (400) unless it is 1 to {@code most}
     */
    public int size(int preset, int most) {
        Optional<String> size = parameter("size");
        if (size.isEmpty()) {
            return preset;
        }
        if (!size.get().matches("\\d{1,6}")
                || Integer.parseInt(size.get()) < 1
                || Integer.parseInt(size.get()) > most) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", "size", "1-" + most)
                    .onField("size")
                    .violation();
        }
        return Integer.parseInt(size.get());
    }

    /**
     * Whether the answer is to be a file of comma-separated values: {@code format=csv}.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-PARAMETER} (400) for a format that is neither csv nor json
     */
    public boolean wantsCsv() {
        String format = parameter("format").orElse("json");
        if (!format.equals("csv") && !format.equals("json")) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", "format", "json, csv")
                    .onField("format")
                    .violation();
        }
        return format.equals("csv");
    }

    /** The multipart form; nothing where the body is something else. */
    public Optional<FormData> form() {
        return request.parseContent() instanceof FormData form ? Optional.of(form) : Optional.empty();
    }

    /** The JSON body; an empty object where there was none. */
    public JsonNode body() {
        return body;
    }
}

package org.insats.embedded.rest;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The multipart form of an upload, with the field names that ACS takes in any case. */
final class UploadForm {

    private static final Set<String> KNOWN = Set.of("name", "nodetype");

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, ArrayList<String>> properties = new HashMap<>();
    private Part file;

    UploadForm(RestRequest request) {
        try {
            for (Part part : request.servletRequest().getParts()) {
                read(part);
            }
        } catch (IOException | ServletException e) {
            throw RestException.invalid("The form cannot be read");
        }
        if (file == null || name().isEmpty()) {
            throw RestException.invalid("Required parameters are missing");
        }
    }

    private void read(Part part) throws IOException {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if ("filedata".equals(name) && part.getSubmittedFileName() != null) {
            file = part;
        } else if (part.getName().contains(":")) {
            properties
                    .computeIfAbsent(part.getName(), each -> new ArrayList<>())
                    .add(text(part));
        } else if (KNOWN.contains(name)) {
            fields.put(name, text(part));
        } else {
            throw RestException.notSupported("The form field " + part.getName());
        }
    }

    private static String text(Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String name() {
        String given = fields.getOrDefault("name", "");
        String path = given.isEmpty() ? file.getSubmittedFileName().replace('\\', '/') : given;
        return given.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : given;
    }

    InputStream content() {
        try {
            return file.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String nodeType() {
        return fields.get("nodetype");
    }

    Map<String, Serializable> properties() {
        Map<String, Serializable> values = new HashMap<>();
        properties.forEach((name, all) -> values.put(name, all.size() == 1 ? all.get(0) : all));
        return values;
    }
}

package org.insats.embedded.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.insats.embedded.access.Authenticator.Login;
import org.insats.embedded.http.Body;

/** A call of the REST API: its parameters, body and user. Bodies can be read again, for a retried transaction. */
final class RestRequest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServletRequest request;
    private final Map<String, String> variables;
    private final Login login;
    private final Body body;

    RestRequest(HttpServletRequest request, Map<String, String> variables, Login login, Body body) {
        this.request = request;
        this.variables = variables;
        this.login = login;
        this.body = body;
    }

    String variable(String name) {
        return variables.get(name);
    }

    String parameter(String name) {
        return request.getParameter(name);
    }

    boolean flag(String name, boolean otherwise) {
        String value = request.getParameter(name);
        return value == null ? otherwise : Boolean.parseBoolean(value);
    }

    /** The values of a comma-separated parameter. */
    Set<String> values(String name) {
        String value = request.getParameter(name);
        return value == null
                ? Set.of()
                : Arrays.stream(value.split(",")).map(String::trim).collect(Collectors.toSet());
    }

    /** Answers that these parameters are not supported, where one is given. */
    void refuse(String... parameters) {
        for (String each : parameters) {
            if (parameter(each) != null) {
                throw RestException.notSupported("The parameter " + each);
            }
        }
    }

    boolean isMultipart() {
        return request.getContentType() != null
                && request.getContentType().toLowerCase(java.util.Locale.ROOT).startsWith("multipart/form-data");
    }

    HttpServletRequest servletRequest() {
        return request;
    }

    String contentType() {
        return request.getContentType();
    }

    Login login() {
        return login;
    }

    InputStream stream() {
        try {
            return body.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON body; several objects come as an array. */
    JsonNode json() {
        try (InputStream in = stream()) {
            JsonNode node = JSON.readTree(in);
            if (node == null || node.isMissingNode()) {
                throw RestException.invalid("No content to map due to end-of-input");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw RestException.invalid("Could not read content from HTTP request body: it is not valid JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of the JSON body. */
    List<JsonNode> objects() {
        JsonNode node = json();
        if (!node.isArray()) {
            return List.of(node);
        }
        List<JsonNode> all = new java.util.ArrayList<>();
        node.forEach(all::add);
        return all;
    }
}

package org.insats.embedded.webscript;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.insats.embedded.http.Body;
import org.springframework.extensions.surf.util.Content;
import org.springframework.extensions.webscripts.Match;
import org.springframework.extensions.webscripts.WebScriptException;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.servlet.FormData;

/** A servlet request as a web script sees it. */
final class ServletWebScriptRequest implements WebScriptRequest, AutoCloseable {

    private final HttpServletRequest request;
    private final Match match;
    private final String pathInfo;
    private Body body;

    ServletWebScriptRequest(HttpServletRequest request, Match match, String pathInfo) {
        this.request = request;
        this.match = match;
        this.pathInfo = pathInfo;
    }

    @Override
    public Match getServiceMatch() {
        return match;
    }

    @Override
    public String getPathInfo() {
        return pathInfo;
    }

    @Override
    public String getParameter(String name) {
        return request.getParameter(name);
    }

    @Override
    public String[] getParameterValues(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? new String[0] : values;
    }

    @Override
    public String getHeader(String name) {
        return request.getHeader(name);
    }

    /** The media type without parameters, as Surf has it. */
    @Override
    public String getContentType() {
        String type = request.getContentType();
        if (type == null) {
            return null;
        }
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
    }

    @Override
    public Content getContent() {
        return new RequestContent();
    }

    /** The form of a multipart request; null for any other type, which this repository has no reader for. */
    @Override
    public Object parseContent() {
        return "multipart/form-data".equals(getContentType()) ? new FormData(request) : null;
    }

    private Body body() throws IOException {
        if (body == null) {
            body = Body.of(request.getInputStream());
        }
        return body;
    }

    @Override
    public void close() throws IOException {
        if (body != null) {
            body.close();
        }
    }

    private final class RequestContent implements Content {

        @Override
        public String getContent() throws IOException {
            try (InputStream in = body().open()) {
                return new String(in.readAllBytes(), charset());
            }
        }

        private Charset charset() {
            try {
                String name = request.getCharacterEncoding();
                return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            } catch (UnsupportedCharsetException e) {
                throw new WebScriptException(415, "The request's character set is not known", e);
            }
        }

        @Override
        public String getMimetype() {
            return getContentType();
        }

        @Override
        public InputStream getInputStream() {
            try {
                return body().open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

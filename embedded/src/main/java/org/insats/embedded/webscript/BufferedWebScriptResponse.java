package org.insats.embedded.webscript;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import org.springframework.extensions.webscripts.WebScriptResponse;

/** Keeps what a web script writes until its transaction is committed, so that a retry starts afresh. */
final class BufferedWebScriptResponse implements WebScriptResponse {

    private final HttpServletResponse response;
    private ByteArrayOutputStream bytes;
    private StringWriter text;

    BufferedWebScriptResponse(HttpServletResponse response) {
        this.response = response;
    }

    @Override
    public void setStatus(int status) {
        response.setStatus(status);
    }

    @Override
    public void setHeader(String name, String value) {
        response.setHeader(name, value);
    }

    @Override
    public void setContentType(String contentType) {
        response.setContentType(contentType);
    }

    @Override
    public void setContentEncoding(String contentEncoding) {
        response.setCharacterEncoding(contentEncoding);
    }

    @Override
    public Writer getWriter() {
        if (bytes != null) {
            throw new IllegalStateException("Already buffering output stream");
        }
        if (text == null) {
            text = new StringWriter();
        }
        return text;
    }

    @Override
    public OutputStream getOutputStream() {
        if (text != null) {
            throw new IllegalStateException("Already buffering output writer");
        }
        if (bytes == null) {
            bytes = new ByteArrayOutputStream();
        }
        return bytes;
    }

    @Override
    public void reset() {
        bytes = null;
        text = null;
        response.reset();
    }

    void send() throws IOException {
        if (text != null) {
            response.getWriter().write(text.toString());
        } else if (bytes != null) {
            response.setContentLength(bytes.size());
            bytes.writeTo(response.getOutputStream());
        }
    }
}

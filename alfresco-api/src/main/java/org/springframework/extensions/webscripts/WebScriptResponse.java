package org.springframework.extensions.webscripts;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/** The answer of a web script. */
public interface WebScriptResponse {

    /** Sets the HTTP status. */
    void setStatus(int status);

    /** Sets a header. */
    void setHeader(String name, String value);

    /** Sets the media type. */
    void setContentType(String contentType);

    /** Sets the character encoding. */
    void setContentEncoding(String contentEncoding);

    /** Where to write text. */
    Writer getWriter() throws IOException;

    /** Where to write bytes. */
    OutputStream getOutputStream() throws IOException;

    /** Forgets what was written and set. */
    void reset();
}

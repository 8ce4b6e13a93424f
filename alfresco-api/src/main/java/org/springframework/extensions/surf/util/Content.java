package org.springframework.extensions.surf.util;

import java.io.IOException;
import java.io.InputStream;

/** The body of a request. */
public interface Content {

    /** The body as text. */
    String getContent() throws IOException;

    /** The media type. */
    String getMimetype();

    /** The bytes. */
    InputStream getInputStream();
}

package org.alfresco.service.cmr.repository;

import java.io.InputStream;
import java.io.OutputStream;

/** Reads content, once. */
public interface ContentReader {

    /** Whether the bytes are there. */
    boolean exists();

    /** The bytes; the caller closes the stream. */
    InputStream getContentInputStream();

    /** Copies the bytes and closes both streams. */
    void getContent(OutputStream os);

    /** The bytes as text in the content's encoding. */
    String getContentString();

    /** The size in bytes. */
    long getSize();

    /** The media type. */
    String getMimetype();

    /** The character encoding. */
    String getEncoding();

    /** The value of the content property. */
    ContentData getContentData();
}

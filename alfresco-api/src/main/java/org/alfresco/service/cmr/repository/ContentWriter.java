package org.alfresco.service.cmr.repository;

import java.io.InputStream;
import java.io.OutputStream;

/** Writes content, once. */
public interface ContentWriter {

    /** A stream to write to; closing it ends the writing. */
    OutputStream getContentOutputStream();

    /** Copies a stream and closes it. */
    void putContent(InputStream is);

    /** Writes a text in the writer's encoding. */
    void putContent(String content);

    /** Sets the media type. */
    void setMimetype(String mimetype);

    /** Sets the character encoding. */
    void setEncoding(String encoding);

    /** The size in bytes, once written. */
    long getSize();

    /** The value of the content property, once written. */
    ContentData getContentData();
}

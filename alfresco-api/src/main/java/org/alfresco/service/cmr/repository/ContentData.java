package org.alfresco.service.cmr.repository;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.springframework.extensions.surf.util.I18NUtil;

/** The value of a content property: where the bytes are and what they are. */
public class ContentData implements Serializable {

    private static final long serialVersionUID = 8979634213050121462L;

    private final String contentUrl;
    private final String mimetype;
    private final long size;
    private final String encoding;
    private final Locale locale;

    /** Content in the locale of the thread; size in bytes. */
    public ContentData(String contentUrl, String mimetype, long size, String encoding) {
        this(contentUrl, mimetype, size, encoding, null);
    }

    /** Content; size in bytes, the media type defaults to application/octet-stream where there is a URL. */
    public ContentData(String contentUrl, String mimetype, long size, String encoding, Locale locale) {
        boolean untyped = contentUrl != null && (mimetype == null || mimetype.isEmpty());
        this.contentUrl = contentUrl;
        this.mimetype = untyped ? "application/octet-stream" : mimetype;
        this.size = size;
        this.encoding = encoding;
        this.locale = locale == null ? I18NUtil.getLocale() : locale;
    }

    /** The store URL, null where there is no content yet. */
    public String getContentUrl() {
        return contentUrl;
    }

    /** The media type. */
    public String getMimetype() {
        return mimetype;
    }

    /** The size in bytes. */
    public long getSize() {
        return size;
    }

    /** The character encoding. */
    public String getEncoding() {
        return encoding;
    }

    /** The locale, never null. */
    public Locale getLocale() {
        return locale;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentData that
                && Objects.equals(contentUrl, that.contentUrl)
                && Objects.equals(mimetype, that.mimetype)
                && size == that.size
                && Objects.equals(encoding, that.encoding)
                && Objects.equals(locale, that.locale);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(contentUrl);
    }

    @Override
    public String toString() {
        return "contentUrl=" + contentUrl + "|mimetype=" + mimetype + "|size=" + size + "|encoding=" + encoding
                + "|locale=" + locale;
    }
}

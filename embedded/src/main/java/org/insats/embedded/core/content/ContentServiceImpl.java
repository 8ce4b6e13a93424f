package org.insats.embedded.core.content;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;

/** The content service below permissions: bean {@code contentService}. */
public final class ContentServiceImpl implements ContentService {
    private final NodeService nodeService;
    private final FileContentStore store;

    public ContentServiceImpl(NodeService nodeService, FileContentStore store) {
        this.nodeService = nodeService;
        this.store = store;
    }

    @Override
    public ContentReader getReader(NodeRef nodeRef, QName propertyQName) {
        ContentData data = data(nodeRef, propertyQName);
        return data == null || data.getContentUrl() == null ? null : new Reader(data);
    }

    @Override
    public ContentWriter getWriter(NodeRef nodeRef, QName propertyQName, boolean update) {
        ContentData before = data(nodeRef, propertyQName);
        Consumer<ContentData> save =
                update ? data -> nodeService.setProperty(nodeRef, propertyQName, data) : data -> {};
        return new Writer(before, save);
    }

    private ContentData data(NodeRef nodeRef, QName property) {
        Serializable value = nodeService.getProperty(nodeRef, property);
        return value instanceof ContentData data ? data : null;
    }

    private static Charset charset(String encoding) {
        return encoding == null || !Charset.isSupported(encoding) ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }

    private final class Reader implements ContentReader {
        private final ContentData data;

        Reader(ContentData data) {
            this.data = data;
        }

        @Override
        public boolean exists() {
            return store.exists(data.getContentUrl());
        }

        @Override
        public InputStream getContentInputStream() {
            return store.read(data.getContentUrl());
        }

        @Override
        public void getContent(OutputStream os) {
            try (InputStream in = getContentInputStream();
                    OutputStream out = os) {
                in.transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException("Content could not be read", e);
            }
        }

        @Override
        public String getContentString() {
            try (InputStream in = getContentInputStream()) {
                return new String(in.readAllBytes(), charset(data.getEncoding()));
            } catch (IOException e) {
                throw new UncheckedIOException("Content could not be read", e);
            }
        }

        @Override
        public long getSize() {
            return exists() ? store.size(data.getContentUrl()) : 0;
        }

        @Override
        public String getMimetype() {
            return data.getMimetype();
        }

        @Override
        public String getEncoding() {
            return data.getEncoding();
        }

        @Override
        public ContentData getContentData() {
            return data;
        }
    }

    private final class Writer implements ContentWriter {
        private final String url = store.newUrl();
        private final Consumer<ContentData> save;
        private String mimetype;
        private String encoding;
        private final Locale locale;
        private boolean opened;

        Writer(ContentData before, Consumer<ContentData> save) {
            this.save = save;
            this.mimetype = before == null ? null : before.getMimetype();
            this.encoding = before == null ? "UTF-8" : before.getEncoding();
            this.locale = before == null ? null : before.getLocale();
        }

        @Override
        public OutputStream getContentOutputStream() {
            if (opened) {
                throw new IllegalStateException("A content writer writes once");
            }
            opened = true;
            return new FilterOutputStream(store.write(url)) {
                private boolean closed;

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    super.close();
                    if (!closed) {
                        closed = true;
                        save.accept(getContentData());
                    }
                }
            };
        }

        @Override
        public void putContent(InputStream is) {
            try (InputStream in = is;
                    OutputStream out = getContentOutputStream()) {
                in.transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException("Content could not be written", e);
            }
        }

        @Override
        public void putContent(String content) {
            putContent(new ByteArrayInputStream(content.getBytes(charset(encoding))));
        }

        @Override
        public void setMimetype(String newMimetype) {
            mimetype = newMimetype;
        }

        @Override
        public void setEncoding(String newEncoding) {
            encoding = newEncoding;
        }

        @Override
        public long getSize() {
            return store.exists(url) ? store.size(url) : 0;
        }

        @Override
        public ContentData getContentData() {
            return new ContentData(url, mimetype, getSize(), encoding, locale);
        }
    }
}

package org.insats.scan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Refusal;

/** Stores a scan's bytes as they came and checks them against the checksum on the way. */
final class ScannedBytes {

    private static final int SIGNATURE = 1024;

    private final ContentService contentService;
    private final long maxBytes;

    /**
     * Stores through {@code contentService}.
     *
     * @param maxBytes largest file, in bytes
     */
    ScannedBytes(ContentService contentService, long maxBytes) {
        this.contentService = contentService;
        this.maxBytes = maxBytes;
    }

    /**
     * Writes the file's bytes as the node's content.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-SCAN-SIZE} (413), {@code INS-SCAN-EMPTY} or {@code INS-SCAN-CHECKSUM};
     *     nothing of the file stays
     */
    void store(ScannedFile file, NodeRef node) {
        try (InputStream in = new BufferedInputStream(file.content().get(), SIGNATURE * 8)) {
            String mimeType = mimeType(in);
            DigestInputStream digesting = new DigestInputStream(in, sha256());
            ContentWriter writer = contentService.getWriter(node, ContentModel.PROP_CONTENT, true);
            writer.setMimetype(mimeType);
            writer.putContent(digesting);
            String stored =
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest());
            if (writer.getSize() > maxBytes) {
                throw Refusal.of(Refusal.Kind.TOO_LARGE, "SCAN-SIZE", Long.toString(maxBytes))
                        .onField("file")
                        .violation();
            }
            if (writer.getSize() == 0) {
                throw Refusal.rule("SCAN-EMPTY").onField("file").violation();
            }
            if (!stored.equals(file.sha256()) || !readBack(node).equals(stored)) {
                throw Refusal.rule("SCAN-CHECKSUM").onField("sha256").violation();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checksum of what lies in the store: a store that lost bytes without a word is found out before the scanner's file goes. */
    String readBack(NodeRef node) {
        try (DigestInputStream stored = new DigestInputStream(
                contentService.getReader(node, ContentModel.PROP_CONTENT).getContentInputStream(), sha256())) {
            ((InputStream) stored).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stored.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes what was made of a scan, a picture or a copy with text, beside its content.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-SCAN-SIZE} where it is larger than any scan may be
     */
    void storeBeside(NodeRef node, QName property, String mimeType, Supplier<InputStream> made) {
        try (InputStream in = made.get()) {
            ContentWriter writer = contentService.getWriter(node, property, true);
            writer.setMimetype(mimeType);
            writer.putContent(in);
            if (writer.getSize() > maxBytes) {
                throw Refusal.of(Refusal.Kind.TOO_LARGE, "SCAN-SIZE", Long.toString(maxBytes))
                        .onField("file")
                        .violation();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Bytes of a property.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} where there are none, {@code INS-SCAN-SIZE}
     */
    byte[] read(NodeRef node, QName property) {
        ContentReader reader = contentService.getReader(node, property);
        if (reader == null) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation();
        }
        if (reader.getSize() > maxBytes) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "SCAN-SIZE", Long.toString(maxBytes))
                    .violation();
        }
        try (InputStream in = reader.getContentInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kind of file by its first bytes; never by a name that somebody gave it. */
    private static String mimeType(InputStream in) throws IOException {
        in.mark(SIGNATURE);
        String start = new String(in.readNBytes(SIGNATURE), StandardCharsets.ISO_8859_1);
        in.reset();
        if (start.contains("%PDF-")) {
            return "application/pdf";
        }
        if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
            return "image/tiff";
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        return start.startsWith("\u0089PNG") ? "image/png" : "application/octet-stream";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

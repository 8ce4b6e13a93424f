package org.insats.accesslog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash chain: each entry's hash covers the hash before it, so that no entry is changed, taken out or put in without the hashes
 * after it telling (SHA-256). A segment's seed covers the seed of the segment before, which makes a missing segment tell likewise.
 */
final class Chain {

    /** The seed before the first segment. */
    static final String BEGINNING = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();

    private Chain() {}

    /** Seed of a segment. */
    static String seed(String seedBefore, long number, String writer, long openedAt) {
        return hash(seedBefore, out -> {
            out.writeLong(number);
            text(out, writer);
            out.writeLong(openedAt);
        });
    }

    /** Hash of an entry that follows {@code before}. */
    static String next(String before, Look look) {
        return hash(before, out -> {
            out.writeLong(look.at().toEpochMilli());
            text(out, look.user());
            text(out, look.kind().name());
            text(out, look.what());
            text(out, look.caseNumber());
            text(out, look.unit());
            text(out, look.role());
            text(out, look.node());
            text(out, look.version());
            text(out, look.address());
            text(out, look.outcome().name());
            out.writeLong(look.grant());
        });
    }

    private interface Fields {
        void write(DataOutputStream out) throws IOException;
    }

    private static String hash(String before, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, before);
            fields.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HEX.formatHex(sha256().digest(bytes.toByteArray()));
    }

    /** With its length in front, so that no two different lists of fields give the same bytes. */
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

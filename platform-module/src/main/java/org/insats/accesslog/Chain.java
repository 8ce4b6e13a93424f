package org.insats.accesslog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hash chain: each entry's hash covers the hash before it, so that no entry is changed, taken out or put in without the hashes
 * after it telling. A segment's seed covers the seed of the segment before, which makes a missing segment tell likewise. With a secret
 * key (HMAC with SHA-256) nobody can compute another chain who has the database and not the key; without one it is plain SHA-256.
 */
final class Chain {

    /** The seed before the first segment. */
    static final String BEGINNING = "0".repeat(64);

    /** Without a key. */
    static final Chain PLAIN = new Chain(null);

    private static final String WITH_KEY = "HmacSHA256";
    private static final String WHERE = "file:";
    private static final int SHORTEST = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final SecretKeySpec key;

    private Chain(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * The chains of an installation: the one that is written by first, then those that are checked by too.
     *
     * @param key the key, of at least 32 characters, or {@code file:} and where it stands; blank for none
     * @param former earlier keys, separated by commas; what was written before there was a key is known in any case
     * @throws IllegalStateException where a key is too short or its file cannot be read: then the repository does not start
     */
    static List<Chain> of(String key, String former) {
        Stream<String> keys = Stream.concat(Stream.of(key), Arrays.stream(former.split(",")));
        List<Chain> keyed = keys.map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Chain::keyed)
                .toList();
        List<Chain> all = new ArrayList<>(key.isBlank() ? List.of(PLAIN) : List.of());
        all.addAll(keyed);
        if (!key.isBlank()) {
            all.add(PLAIN);
        }
        return List.copyOf(all);
    }

    private static Chain keyed(String text) {
        String secret = text.startsWith(WHERE) ? read(Path.of(text.substring(WHERE.length()))) : text;
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException("A key of the access log has at least " + SHORTEST + " characters");
        }
        return new Chain(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), WITH_KEY));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("The file of the access log's key cannot be read", e);
        }
    }

    /** Whether it has a secret key. */
    boolean isKeyed() {
        return key != null;
    }

    /** Seed of a segment. */
    String seed(String seedBefore, long number, String writer, long openedAt) {
        return hash(seedBefore, out -> {
            out.writeLong(number);
            text(out, writer);
            out.writeLong(openedAt);
        });
    }

    /** Hash of an entry that follows {@code before}. */
    String next(String before, Look look) {
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

    private String hash(String before, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, before);
            fields.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HEX.formatHex(digest(bytes.toByteArray()));
    }

    /** With its length in front, so that no two different lists of fields give the same bytes. */
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private byte[] digest(byte[] bytes) {
        try {
            if (key == null) {
                return MessageDigest.getInstance("SHA-256").digest(bytes);
            }
            Mac mac = Mac.getInstance(WITH_KEY);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256, with a key and without", e);
        }
    }
}

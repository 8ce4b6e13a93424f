package org.insats.embedded.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.extensions.webscripts.WebScriptException;

/** A request's body kept so that it can be read again when a transaction is retried: small ones in memory, large ones in a file. */
public final class Body implements AutoCloseable {

    private static final int IN_MEMORY = 256 * 1024;

    private final byte[] bytes;
    private final Path file;

    private Body(byte[] bytes, Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    /** No body, for a request whose parts the servlet container keeps. */
    public static Body none() {
        return new Body(new byte[0], null);
    }

    /** Takes a request's body; more than {@link HttpServer#MAX_UPLOAD} bytes are refused with 413. */
    public static Body of(InputStream in) throws IOException {
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        memory.write(in.readNBytes(IN_MEMORY + 1));
        if (memory.size() <= IN_MEMORY) {
            return new Body(memory.toByteArray(), null);
        }
        Path file = Files.createTempFile("insats-request-", ".tmp");
        try (OutputStream out = Files.newOutputStream(file)) {
            memory.writeTo(out);
            copyLimited(in, out, HttpServer.MAX_UPLOAD - memory.size());
        } catch (IOException | WebScriptException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new Body(null, file);
    }

    private static void copyLimited(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[65_536];
        long left = limit;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            left -= read;
            if (left < 0) {
                throw new WebScriptException(413, "The request is larger than " + HttpServer.MAX_UPLOAD + " bytes");
            }
            out.write(buffer, 0, read);
        }
    }

    /** The body from its start. */
    public InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}

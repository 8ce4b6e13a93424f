package org.insats.embedded.webscript;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.insats.embedded.http.HttpServer;
import org.springframework.extensions.webscripts.WebScriptException;

/** A request's body kept so that it can be read again when a transaction is retried: small ones in memory, large ones in a file. */
final class Body implements AutoCloseable {

    private static final int IN_MEMORY = 256 * 1024;

    private final byte[] bytes;
    private final Path file;

    private Body(byte[] bytes, Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    static Body of(InputStream in) throws IOException {
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

    InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}

package org.insats.embedded.core.content;

import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.insats.embedded.core.tx.TxContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Content in files, one a content, never changed once written. A file reaches the disk before the transaction that refers to it
 * commits; a rolled back transaction's files are deleted, and what a killed process left is deleted at the next start.
 */
public final class FileContentStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileContentStore.class);
    private static final String PROTOCOL = "store://";
    private static final Pattern URL = Pattern.compile("store://[0-9]+(/[0-9]+){4}/[0-9a-f-]{36}\\.bin");
    private static final DateTimeFormatter FOLDERS =
            DateTimeFormatter.ofPattern("yyyy/M/d/H/m").withZone(ZoneOffset.UTC);

    private final Path root;
    private final Clock clock;

    /** @param rootDir the repository's folder, in which the store has its own */
    public FileContentStore(String rootDir, Clock clock) {
        this.root = Path.of(rootDir).toAbsolutePath().resolve("contentstore");
        this.clock = clock;
    }

    /** A URL that no content has. */
    String newUrl() {
        return PROTOCOL + FOLDERS.format(clock.instant()) + "/" + UUID.randomUUID() + ".bin";
    }

    /** Whether the content is there. */
    boolean exists(String url) {
        return Files.isRegularFile(file(url));
    }

    InputStream read(String url) {
        try {
            return Files.newInputStream(file(url));
        } catch (IOException e) {
            throw new UncheckedIOException("Content is not readable: " + url, e);
        }
    }

    long size(String url) {
        try {
            return Files.size(file(url));
        } catch (IOException e) {
            throw new UncheckedIOException("Content is not readable: " + url, e);
        }
    }

    /** A stream to new content; on disk when closed, deleted when the transaction is rolled back. */
    OutputStream write(String url) {
        Path file = file(url);
        try {
            Files.createDirectories(file.getParent());
            TxContext.current().afterRollback(() -> delete(file));
            FileOutputStream stream = new FileOutputStream(file.toFile());
            return new FilterOutputStream(stream) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    if (stream.getChannel().isOpen()) {
                        stream.getChannel().force(true);
                    }
                    super.close();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException("Content is not writable: " + url, e);
        }
    }

    /** Deletes every file last written before a moment that none of these URLs stands for; answers how many. */
    public int deleteAllBut(Set<String> urls, Instant before) {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(root)) {
            return (int) files.filter(Files::isRegularFile)
                    .filter(each -> !urls.contains(url(each)))
                    .filter(each -> each.toFile().lastModified() < before.toEpochMilli())
                    .filter(FileContentStore::delete)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException("The content store is not readable", e);
        }
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("Unused content could not be deleted and stays until the next start: {}", file.getFileName(), e);
            return false;
        }
    }

    private String url(Path file) {
        return PROTOCOL + root.relativize(file).toString().replace('\\', '/');
    }

    private Path file(String url) {
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException("Not a content URL of this store: " + url);
        }
        return root.resolve(url.substring(PROTOCOL.length()));
    }
}

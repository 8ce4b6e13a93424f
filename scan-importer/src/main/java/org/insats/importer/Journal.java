package org.insats.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.insats.importer.read.BatchReading;
import org.insats.importer.read.ReadingJson;

/**
 * What is under way, in {@code .journal} below the inbox: a folder for each scanned file, named by its checksum, with what
 * was made of it and how far it has come. A folder's state is replaced whole and forced to disk; a file that is done has none.
 * Only one run at a time holds the journal.
 */
final class Journal implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATE = "state.json";

    private final Path folder;
    private final FileChannel lockFile;

    private Journal(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Opens the journal of an inbox.
     *
     * @return empty when another run holds it
     */
    static Optional<Journal> open(Path inbox) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve(".journal"));
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new Journal(folder, channel));
            }
        } catch (OverlappingFileLockException heldHere) {
            // The same program in the same process: as good as another one.
        }
        channel.close();
        return Optional.empty();
    }

    /** What earlier runs left under way. */
    List<Entry> entries() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            List<Entry> entries = new ArrayList<>();
            for (Path each : folders.filter(Files::isDirectory).sorted().toList()) {
                Entry entry = new Entry(each);
                if (Files.exists(each.resolve(STATE))) {
                    entries.add(entry);
                } else {
                    entry.close();
                }
            }
            return entries;
        }
    }

    /** Takes a file into the journal, or takes up where an earlier run left it. */
    Entry claim(String sha256) throws IOException {
        Entry entry = new Entry(Files.createDirectories(folder.resolve(sha256)));
        if (!Files.exists(entry.folder.resolve(STATE))) {
            entry.write(Step.CLAIMED);
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** A scanned file under way. */
    static final class Entry {

        private final Path folder;
        private final ObjectNode state;

        private Entry(Path folder) throws IOException {
            this.folder = folder;
            this.state = readState(folder.resolve(STATE));
        }

        private static ObjectNode readState(Path file) throws IOException {
            if (Files.exists(file) && JSON.readTree(file.toFile()) instanceof ObjectNode known) {
                return known;
            }
            return JSON.createObjectNode();
        }

        String sha256() {
            return folder.getFileName().toString();
        }

        /** Where files that are made of it lie. */
        Path folder() {
            return folder;
        }

        Step step() {
            return Step.valueOf(state.path("step").asText(Step.CLAIMED.name()));
        }

        BatchReading reading() {
            return ReadingJson.read(state.path("reading"));
        }

        /** Writes down what the papers are; their files are forced to disk first. */
        void read(BatchReading reading, List<String> checksums) throws IOException {
            try (Stream<Path> made = Files.list(folder)) {
                for (Path each : made.filter(Files::isRegularFile).toList()) {
                    force(each);
                }
            }
            state.set("reading", ReadingJson.write(reading));
            ArrayNode papers = state.putArray("papers");
            checksums.forEach(checksum -> papers.addObject().put("sha256", checksum));
            write(Step.READ);
        }

        String sha256(int paper) {
            return state.path("papers").path(paper).path("sha256").asText();
        }

        /** What became of a paper; empty while the repository has not answered. */
        Optional<Fate> fate(int paper) {
            return Optional.of(state.path("papers").path(paper).path("fate").asText(""))
                    .filter(fate -> !fate.isEmpty())
                    .map(Fate::valueOf);
        }

        String explanation(int paper) {
            return state.path("papers").path(paper).path("explanation").asText("");
        }

        void sent(int paper, Fate fate, String explanation) throws IOException {
            JsonNode known = state.path("papers").path(paper);
            ((ObjectNode) known).put("fate", fate.name()).put("explanation", explanation);
            write(Step.SENT);
        }

        /** Name of the report that is to hold it, once it is settled which. */
        String report() {
            return state.path("report").asText("");
        }

        void moved(String report) throws IOException {
            state.put("report", report);
            write(Step.MOVED);
        }

        void write(Step step) throws IOException {
            state.put("step", step.name());
            Path passing = folder.resolve("state.part");
            try (FileChannel channel = FileChannel.open(
                    passing,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(state));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(
                    passing,
                    folder.resolve(STATE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            force(folder);
        }

        /** Begins anew: what was made of the file is not what it was. */
        void again() throws IOException {
            state.removeAll();
            write(Step.CLAIMED);
        }

        /** Forgets it; its state goes last. */
        void close() {
            try (Stream<Path> files = Files.walk(folder)) {
                Comparator<Path> stateLast = Comparator.comparing((Path file) -> file.equals(folder))
                        .thenComparing(file -> file.endsWith(STATE))
                        .thenComparing(Comparator.reverseOrder());
                for (Path each : files.sorted(stateLast).toList()) {
                    Files.deleteIfExists(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

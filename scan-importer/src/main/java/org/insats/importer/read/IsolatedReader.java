package org.insats.importer.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads files in a process of its own, which is killed when it is silent for too long and started anew for the next file. A
 * file that kills it or has it killed is for a person. For one thread at a time.
 */
public final class IsolatedReader implements FileReader, Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** As the Java runtime ends with {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private final Settings settings;
    private Optional<Child> child = Optional.empty();

    /**
     * How files are read.
     *
     * @param heapMegabytes heap of the reading process
     * @param silence how long a page may take
     * @param whole how long a file may take
     * @param mostPages see {@link Limits}
     * @param tesseract path of Tesseract; empty for codes and boxes only
     * @param language Tesseract's name of the language
     */
    public record Settings(
            int heapMegabytes, Duration silence, Duration whole, int mostPages, String tesseract, String language) {}

    /** Starts nothing yet. */
    public IsolatedReader(Settings settings) {
        this.settings = settings;
    }

    @Override
    public BatchReading read(Path file, Path work) throws IOException {
        Child reading = child.filter(Child::isAlive).orElseGet(this::start);
        child = Optional.of(reading);
        long end = System.nanoTime() + settings.whole().toNanos();
        try {
            reading.ask(file, work);
            while (true) {
                Optional<Frames.Frame> frame = reading.next(settings.silence());
                if (frame.isEmpty() || System.nanoTime() > end) {
                    return givenUp(Reason.TOO_SLOW);
                }
                if (frame.get().kind() == Frames.READING) {
                    return ReadingJson.read(JSON.readTree(frame.get().bytes()));
                }
                if (frame.get().kind() == Frames.FAILED) {
                    throw new IOException("What the file holds cannot be written to " + work.getParent());
                }
                if (frame.get().kind() != Frames.ALIVE) {
                    return givenUp(reading.exitValue() == OUT_OF_MEMORY ? Reason.TOO_LARGE : Reason.UNREADABLE);
                }
            }
        } catch (IllegalArgumentException | com.fasterxml.jackson.core.JsonProcessingException notOurs) {
            return givenUp(Reason.UNREADABLE);
        }
    }

    private BatchReading givenUp(Reason reason) {
        close();
        return BatchReading.queued(reason, 0);
    }

    private Child start() {
        try {
            return new Child(settings);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Ends the reading process and what it started. */
    @Override
    public void close() {
        child.ifPresent(Child::kill);
        child = Optional.empty();
    }

    /** The running process. */
    private static final class Child {

        private static final byte GONE = 'G';

        private final Process process;
        private final DataOutputStream out;
        private final BlockingQueue<Frames.Frame> frames = new LinkedBlockingQueue<>();

        Child(Settings settings) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(command(settings));
            // Nothing of the surroundings: a password may be among it.
            builder.environment().keySet().removeIf(name -> !List.of("PATH", "LANG", "TESSDATA_PREFIX", "TMPDIR")
                    .contains(name));
            process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            out = new DataOutputStream(process.getOutputStream());
            Thread pump = new Thread(this::pump, "scan-reader");
            pump.setDaemon(true);
            pump.start();
        }

        private static List<String> command(Settings settings) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + settings.heapMegabytes() + "m",
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.awt.headless=true",
                    "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    ReaderProcess.class.getName()));
            command.addAll(List.of(
                    Integer.toString(settings.mostPages()),
                    settings.tesseract(),
                    settings.language(),
                    Long.toString(Math.max(1, settings.silence().toSeconds() * 2 / 3))));
            return command;
        }

        private void pump() {
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
                while (true) {
                    frames.add(Frames.read(in));
                }
            } catch (IOException ended) {
                frames.add(new Frames.Frame(GONE, new byte[0]));
            }
        }

        void ask(Path file, Path work) throws IOException {
            byte[] order = JSON.writeValueAsBytes(JSON.createObjectNode()
                    .put("file", file.toAbsolutePath().toString())
                    .put("work", work.toAbsolutePath().toString()));
            try {
                Frames.write(out, Frames.FILE, order);
            } catch (IOException gone) {
                frames.add(new Frames.Frame(GONE, new byte[0]));
            }
        }

        Optional<Frames.Frame> next(Duration silence) throws IOException {
            try {
                return Optional.ofNullable(frames.poll(silence.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while reading a file");
            }
        }

        boolean isAlive() {
            return process.isAlive();
        }

        int exitValue() throws IOException {
            try {
                return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("Interrupted while reading a file");
            }
        }

        void kill() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}

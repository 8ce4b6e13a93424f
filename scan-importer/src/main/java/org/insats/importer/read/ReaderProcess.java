package org.insats.importer.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The process that opens scanned files: reads names of files from standard input and answers with readings until it ends. */
public final class ReaderProcess {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataInputStream in;
    private final DataOutputStream out;
    private final BatchReader reader;

    private ReaderProcess(DataInputStream in, DataOutputStream out, Limits limits, Optional<Ocr> ocr) {
        this.in = in;
        this.out = out;
        this.reader = new BatchReader(limits, ocr, this::alive);
    }

    /**
     * Starts reading.
     *
     * @param args most pages, Tesseract's path or nothing, its language, its seconds a page
     */
    public static void main(String[] args) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        // Whatever a library prints must not get between the messages, nor anywhere: it may be of a person.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        Optional<Ocr> ocr =
                args[1].isEmpty() ? Optional.empty() : Optional.of(new Ocr(args[1], args[2], Long.parseLong(args[3])));
        new ReaderProcess(new DataInputStream(System.in), out, Limits.ofPages(Integer.parseInt(args[0])), ocr).serve();
    }

    private void serve() throws IOException {
        while (true) {
            Frames.Frame order;
            try {
                order = Frames.read(in);
            } catch (EOFException parentIsGone) {
                return;
            }
            JsonNode paths = JSON.readTree(order.bytes());
            try {
                BatchReading reading = reader.read(
                        Path.of(paths.path("file").asText()),
                        Path.of(paths.path("work").asText()));
                Frames.write(out, Frames.READING, JSON.writeValueAsBytes(ReadingJson.write(reading)));
            } catch (IOException e) {
                Frames.write(out, Frames.FAILED, new byte[0]);
            }
        }
    }

    private void alive() {
        try {
            Frames.write(out, Frames.ALIVE, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

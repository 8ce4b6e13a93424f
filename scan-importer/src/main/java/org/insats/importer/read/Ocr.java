package org.insats.importer.read;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Reads printed text with Tesseract, a program of its own, where it is installed. */
public final class Ocr {

    private static final Map<String, Pattern> FIELDS = Map.of(
            "reference", Pattern.compile("\\b\\d{4}-\\d{6}-[A-ZÅÄÖ]{3}-\\d{2,4}\\b"),
            "caseNumber", Pattern.compile("\\b\\d{4}-\\d{6}\\b"),
            "date", Pattern.compile("\\b20\\d{2}-[01]\\d-[0-3]\\d\\b"));
    private static final int COLUMNS = 12;
    private static final int CONFIDENCE = 10;
    private static final int TEXT = 11;

    private final String program;
    private final String language;
    private final long seconds;

    Ocr(String program, String language, long seconds) {
        this.program = program;
        this.language = language;
        this.seconds = seconds;
    }

    /**
     * A word where it stands on the picture.
     *
     * @param text as read
     * @param confidence 0 to 1
     */
    record Word(String text, double confidence, int left, int top, int width, int height) {}

    /** Whether Tesseract is there and knows the language. */
    public static boolean isInstalled(String program, String language) {
        try {
            Process process = new ProcessBuilder(program, "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            String languages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return languages.lines().anyMatch(language::equals);
        } catch (IOException notThere) {
            return false;
        }
    }

    /** All words of a page; none when Tesseract takes too long or fails. */
    List<Word> words(BufferedImage page, int dpi, Path work) throws IOException {
        Path picture = work.resolve("ocr.png");
        ImageIO.write(page, "png", picture.toFile());
        ProcessBuilder builder = new ProcessBuilder(
                program, picture.toString(), "stdout", "-l", language, "--dpi", Integer.toString(dpi), "tsv");
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return words(run(builder.start()));
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    private String run(Process process) throws IOException {
        try (InputStream out = process.getInputStream();
                OutputStream in = process.getOutputStream()) {
            in.close();
            CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> readAll(out));
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return text.join();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while reading a page");
        }
    }

    private static String readAll(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }

    static List<Word> words(String tsv) {
        List<Word> words = new ArrayList<>();
        for (String line : tsv.lines().skip(1).toList()) {
            String[] columns = line.split("\t", -1);
            if (columns.length == COLUMNS && !columns[TEXT].isBlank() && !columns[CONFIDENCE].startsWith("-")) {
                words.add(new Word(
                        columns[TEXT].strip(),
                        Double.parseDouble(columns[CONFIDENCE]) / 100,
                        Integer.parseInt(columns[6]),
                        Integer.parseInt(columns[7]),
                        Integer.parseInt(columns[8]),
                        Integer.parseInt(columns[9])));
            }
        }
        return words;
    }

    /** The document's name, the case number and a date, where they are printed. */
    static List<Field> fields(List<Word> words) {
        List<Field> fields = new ArrayList<>();
        FIELDS.forEach((name, pattern) -> words.stream()
                .flatMap(word -> found(name, pattern, word).stream())
                .max(java.util.Comparator.comparing(Field::confidence))
                .ifPresent(fields::add));
        fields.sort(java.util.Comparator.comparing(Field::name));
        return fields;
    }

    private static Optional<Field> found(String name, Pattern pattern, Word word) {
        Matcher matcher = pattern.matcher(word.text());
        return matcher.find() ? Optional.of(new Field(name, matcher.group(), word.confidence())) : Optional.empty();
    }
}

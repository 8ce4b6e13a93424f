package org.insats.importer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run's account of every page, {@code reports/<time>.csv} below the inbox, and the same as a page to look at. Names of files
 * are not in it: a scanner's names may hold a person's.
 */
public final class RunReport {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String HEAD = "time;file;page;fate;paper;document;reason;explanation";
    private static final int FATE = 3;

    private final Path folder;
    private final Clock clock;
    private final Path file;
    private final List<String> lines = new ArrayList<>();

    /** Begins a report; its file is made with the first line. */
    public RunReport(Path inbox, Clock clock) {
        this.folder = inbox.resolve("reports");
        this.clock = clock;
        this.file = folder.resolve(NAME.format(clock.instant()) + ".csv");
    }

    /** The CSV file. */
    public Path file() {
        return file;
    }

    /**
     * A page, or a whole file where its pages are not known.
     *
     * @param fileSha256 of the scanned file
     * @param page from 1, 0 for the whole file
     * @param paperSha256 of the paper it belongs to, or empty
     * @param document name of the document that its code points at, or empty
     */
    record Line(
            String fileSha256,
            int page,
            Fate fate,
            String paperSha256,
            String document,
            String reason,
            String explanation) {

        private String text(String time) {
            return String.join(
                    ";",
                    time,
                    fileSha256,
                    Integer.toString(page),
                    fate.name(),
                    paperSha256,
                    document,
                    reason,
                    explanation.replaceAll("[;\"\\p{Cntrl}]+", " "));
        }
    }

    synchronized void add(List<Line> added) throws IOException {
        Files.createDirectories(folder);
        StringBuilder text = new StringBuilder(Files.exists(file) ? "" : HEAD + "\n");
        String time = clock.instant().toString();
        for (Line line : added) {
            lines.add(line.text(time));
            text.append(line.text(time)).append('\n');
        }
        Files.writeString(
                file,
                text,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    /** Whether an earlier run's report already holds what became of a file. */
    boolean holds(String report, String sha256) throws IOException {
        Path earlier = folder.resolve(report);
        if (report.isEmpty() || !Files.exists(earlier)) {
            return false;
        }
        return Files.readAllLines(earlier).stream()
                .map(line -> line.split(";", -1))
                .anyMatch(columns ->
                        columns.length > FATE && columns[1].equals(sha256) && !columns[FATE].equals(Fate.LEFT.name()));
    }

    /** Writes the page that shows the run; nothing where nothing happened. */
    synchronized void close() throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        Map<String, Integer> counts = new TreeMap<>();
        lines.forEach(line -> counts.merge(line.split(";", -1)[FATE], 1, Integer::sum));
        StringBuilder html = new StringBuilder(
                "<!DOCTYPE html>\n<html lang=\"sv\"><head><meta charset=\"UTF-8\"><title>Skanningar</title><style>"
                        + "body{font-family:sans-serif}table{border-collapse:collapse}td,th{border:1px solid #767676;"
                        + "padding:2px 6px;text-align:left}</style></head><body><h1>Skanningar</h1><ul>");
        counts.forEach((fate, count) -> html.append("<li>")
                .append(escaped(fate))
                .append(": ")
                .append(count)
                .append("</li>"));
        html.append("</ul><table><tr>");
        for (String column : HEAD.split(";")) {
            html.append("<th scope=\"col\">").append(column).append("</th>");
        }
        html.append("</tr>");
        lines.forEach(line -> row(html, line));
        html.append("</table></body></html>\n");
        Files.writeString(
                folder.resolve(file.getFileName().toString().replaceFirst("csv$", "html")),
                html,
                StandardCharsets.UTF_8);
    }

    private static void row(StringBuilder html, String line) {
        html.append("<tr>");
        for (String column : line.split(";", -1)) {
            html.append("<td>").append(escaped(column)).append("</td>");
        }
        html.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

package org.insats.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gathers what the modules' test runs proved into {@code target/requirements-coverage.csv}: a line {@code id,tests} for
 * every id of {@code docs/requirements}, 0 where no test proves it.
 */
public final class CoverageReport {

    private final SortedSet<String> known;
    private final Map<String, SortedSet<String>> testsById = new TreeMap<>();

    CoverageReport(SortedSet<String> known) {
        this.known = known;
    }

    /**
     * Writes the report.
     *
     * @param args the root folder of the repository
     * @throws IllegalStateException if a test claims an id that no requirement has
     */
    public static void main(String[] args) {
        Path root = Path.of(args.length == 0 ? "" : args[0]).toAbsolutePath();
        CoverageReport report = new CoverageReport(RequirementIds.readFrom(root.resolve("docs/requirements")));
        provedFiles(root).forEach(report::add);
        report.failOnUnknownIds();
        report.writeTo(root.resolve("target/requirements-coverage.csv"));
        System.out.println(report.summary());
    }

    private static List<Path> provedFiles(Path root) {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.map(module -> module.resolve("target/requirements"))
                    .filter(Files::isDirectory)
                    .flatMap(CoverageReport::list)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Path provedFile) {
        try {
            Files.readAllLines(provedFile).forEach(this::addLine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addLine(String line) {
        int comma = line.indexOf(',');
        testsById
                .computeIfAbsent(line.substring(0, comma), id -> new TreeSet<>())
                .add(line.substring(comma + 1));
    }

    void failOnUnknownIds() {
        String unknown = testsById.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(entry -> entry.getKey() + " claimed by " + String.join(", ", entry.getValue()))
                .collect(Collectors.joining("; "));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("No requirement has the id: " + unknown);
        }
    }

    List<String> lines() {
        return Stream.concat(
                        Stream.of("id,tests"),
                        known.stream()
                                .map(id -> id + ","
                                        + testsById
                                                .getOrDefault(id, new TreeSet<>())
                                                .size()))
                .toList();
    }

    private void writeTo(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String summary() {
        return "Requirement ids proved: " + testsById.size() + " of " + known.size();
    }
}

package org.insats.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.insats.importer.read.BatchReader;
import org.insats.importer.read.Field;
import org.insats.importer.read.FormCode;
import org.insats.importer.read.Limits;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The importer over a made corpus. {@code -Dinsats.corpus.pages} says how large it is for each of two seeds (60); the figures
 * are in {@code target/corpus-<seed>.txt}.
 */
class CorpusTest {

    private static final int PAGES = Integer.getInteger("insats.corpus.pages", 60);
    private static final Map<Character, String> ANSWERS = Map.of('Y', "YES", 'N', "NO", '-', "NONE");

    @TempDir
    Path folder;

    private final MemoryRepository repository = new MemoryRepository();
    private final List<String> figures = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {20_261_122, 7})
    void everyPageIsAccountedForAndNoPaperIsInAWrongCase(long seed) throws IOException {
        List<Corpus.Scan> scans = new Corpus(seed, folder).make(PAGES);
        Map<String, Corpus.Truth> truths = new HashMap<>();
        scans.forEach(scan -> scan.papers().forEach(paper -> truths.put(document(paper.code()), paper)));

        Clock clock = Clock.systemUTC();
        new Sweep(
                        new Inbox(folder, clock, Duration.ZERO),
                        Stream.generate(() -> new BatchReader(Limits.ofPages(50)))
                                .limit(2)
                                .toList(),
                        repository,
                        new RunReport(folder, clock),
                        100_000_000,
                        step -> {})
                .run((done, all) -> {});

        int pages = scans.stream().mapToInt(Corpus.Scan::pages).sum();
        assertThat(reportedPages()).as("pages accounted for").isEqualTo(pages);
        assertThat(wronglyCertain(truths))
                .as("papers that are certain and wrong")
                .isEmpty();
        double codes = share(truths, "code", this::hasCode);
        double boxes = boxes(truths);
        Files.write(Files.createDirectories(Path.of("target")).resolve("corpus-" + seed + ".txt"), figures);
        assertThat(codes).as("codes read").isGreaterThanOrEqualTo(0.99);
        assertThat(boxes).as("boxes read right, of those the reader is sure of").isGreaterThanOrEqualTo(0.99);
    }

    private static String document(String code) {
        return FormCode.parse(code).orElseThrow().documentName();
    }

    private long reportedPages() throws IOException {
        try (Stream<Path> reports = Files.list(folder.resolve("reports"))) {
            Path report = reports.filter(file -> file.toString().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllLines(report).stream()
                    .skip(1)
                    .map(line -> line.split(";")[1] + " " + line.split(";")[2])
                    .distinct()
                    .count();
        }
    }

    /** Papers that the repository would file by themselves though their truth is another. */
    private List<String> wronglyCertain(Map<String, Corpus.Truth> truths) {
        return repository.deliveries.values().stream()
                .map(Delivery::paper)
                .filter(paper -> paper.reason().isEmpty())
                .filter(paper -> {
                    Optional<Corpus.Truth> truth =
                            paper.code().map(CorpusTest::document).map(truths::get);
                    return truth.isEmpty()
                            || !truth.get().complete()
                            || truth.get().pages() != paper.pages().size()
                            || truth.get().answers().contains("N");
                })
                .map(Object::toString)
                .toList();
    }

    private boolean hasCode(Corpus.Truth truth) {
        return papers(truth).anyMatch(paper -> true);
    }

    private Stream<org.insats.importer.read.ScannedPaper> papers(Corpus.Truth truth) {
        return repository.deliveries.values().stream().map(Delivery::paper).filter(paper -> paper.code()
                .flatMap(FormCode::parse)
                .map(FormCode::documentName)
                .filter(document(truth.code())::equals)
                .isPresent());
    }

    /** Share of pages with a code whose code was read, in all and by kind of damage. */
    private double share(
            Map<String, Corpus.Truth> truths, String what, java.util.function.Predicate<Corpus.Truth> read) {
        Map<Corpus.Damage, int[]> byDamage = new TreeMap<>();
        for (Corpus.Truth truth : truths.values()) {
            int[] counts = byDamage.computeIfAbsent(truth.damage(), damage -> new int[2]);
            int found = read.test(truth)
                    ? papers(truth).mapToInt(paper -> paper.pages().size()).sum()
                    : 0;
            counts[0] += Math.min(found, truth.pages());
            counts[1] += truth.pages();
        }
        byDamage.forEach((damage, counts) -> figures.add(what + " " + damage + " " + counts[0] + "/" + counts[1]));
        int all = byDamage.values().stream().mapToInt(counts -> counts[1]).sum();
        int found = byDamage.values().stream().mapToInt(counts -> counts[0]).sum();
        figures.add(what + " all " + found + "/" + all);
        return (double) found / all;
    }

    /** Precision of the boxes that the reader is sure of; recall is in the figures. */
    private double boxes(Map<String, Corpus.Truth> truths) {
        int right = 0;
        int sure = 0;
        int all = 0;
        for (Corpus.Truth truth : truths.values()) {
            if (!truth.complete()) {
                continue;
            }
            all += truth.answers().length();
            List<Field> fields = papers(truth)
                    .flatMap(paper -> paper.fields().stream())
                    .filter(field -> field.name().startsWith("answer") && field.confidence() >= 0.8)
                    .toList();
            for (Field field : fields) {
                sure++;
                int row = Integer.parseInt(field.name().substring("answer".length())) - 1;
                boolean same = row < truth.answers().length()
                        && field.value().equals(ANSWERS.get(truth.answers().charAt(row)));
                right += same ? 1 : 0;
                if (!same) {
                    figures.add("wrong box " + truth + " " + field);
                }
            }
        }
        figures.add("boxes: precision " + right + "/" + sure + ", recall " + right + "/" + all);
        return sure == 0 ? 0 : (double) right / sure;
    }
}

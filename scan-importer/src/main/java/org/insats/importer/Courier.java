package org.insats.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insats.importer.read.BatchReading;
import org.insats.importer.read.FileReader;
import org.insats.importer.read.FormCode;
import org.insats.importer.read.Reason;
import org.insats.importer.read.ScannedPaper;

/** Takes one scanned file from step to step. */
final class Courier {

    private final Inbox inbox;
    private final ScanRepository repository;
    private final RunReport report;
    private final long largestFile;
    private final Sweep.Steps steps;

    Courier(Inbox inbox, ScanRepository repository, RunReport report, long largestFile, Sweep.Steps steps) {
        this.inbox = inbox;
        this.repository = repository;
        this.report = report;
        this.largestFile = largestFile;
        this.steps = steps;
    }

    /**
     * Does what is left to do for a file.
     *
     * @return how many of its papers met which fate
     */
    Map<Fate, Integer> handOver(Journal journal, Path file, String sha256, FileReader reader) throws IOException {
        Journal.Entry entry = journal.claim(sha256);
        steps.reached(Step.CLAIMED);
        if (entry.step() == Step.CLAIMED || !isWhole(entry)) {
            read(entry, file, reader);
        }
        send(entry, file);
        entry.write(Step.DELIVERED);
        steps.reached(Step.DELIVERED);
        move(entry, file);
        return conclude(entry);
    }

    private void read(Journal.Entry entry, Path file, FileReader reader) throws IOException {
        entry.again();
        BatchReading reading = Files.size(file) > largestFile
                ? BatchReading.queued(Reason.TOO_LARGE, 0)
                : reader.read(file, entry.folder());
        List<String> checksums = new ArrayList<>();
        for (ScannedPaper paper : reading.papers()) {
            checksums.add(paper.file().isEmpty() ? entry.sha256() : Checksums.sha256(made(entry, paper.file())));
        }
        entry.read(reading, checksums);
        steps.reached(Step.READ);
    }

    /** Whether the papers' files are what they were when they were read. */
    private static boolean isWhole(Journal.Entry entry) throws IOException {
        List<ScannedPaper> papers = entry.reading().papers();
        for (int i = 0; i < papers.size(); i++) {
            Path made = made(entry, papers.get(i).file());
            boolean own = !papers.get(i).file().isEmpty();
            if (own && (!Files.exists(made) || !Checksums.sha256(made).equals(entry.sha256(i)))) {
                return false;
            }
        }
        return true;
    }

    private static Path made(Journal.Entry entry, String name) {
        return entry.folder().resolve(name);
    }

    private void send(Journal.Entry entry, Path file) throws IOException {
        List<ScannedPaper> papers = entry.reading().papers();
        for (int i = 0; i < papers.size(); i++) {
            if (entry.fate(i).isEmpty()) {
                send(entry, i, papers.get(i), file);
                steps.reached(Step.SENT);
            }
        }
    }

    private void send(Journal.Entry entry, int number, ScannedPaper paper, Path file) throws IOException {
        Path bytes = paper.file().isEmpty() ? file : made(entry, paper.file());
        if (Files.size(bytes) > largestFile) {
            entry.sent(number, Fate.REFUSED, "Larger than " + largestFile + " bytes: scan it in parts");
            return;
        }
        try {
            ScanRepository.Receipt receipt = repository.file(new Delivery(
                    bytes,
                    entry.sha256(number),
                    entry.sha256(),
                    paper,
                    optional(entry, paper.preview()),
                    optional(entry, paper.searchable())));
            entry.sent(number, Fate.valueOf(receipt.outcome().name()), receipt.reason());
        } catch (ScanRepository.Refused refusal) {
            entry.sent(number, Fate.REFUSED, refusal.getMessage());
        }
    }

    private static Optional<Path> optional(Journal.Entry entry, String name) {
        return Optional.of(name).filter(given -> !given.isEmpty()).map(given -> made(entry, given));
    }

    private void move(Journal.Entry entry, Path file) throws IOException {
        Optional<String> refusal = firstRefusal(entry);
        if (refusal.isPresent()) {
            inbox.refused(file, entry.sha256(), refusal.get());
        } else {
            inbox.done(file, entry.sha256());
        }
        steps.reached(Step.MOVED);
    }

    private static Optional<String> firstRefusal(Journal.Entry entry) {
        for (int i = 0; i < entry.reading().papers().size(); i++) {
            if (entry.fate(i).filter(Fate.REFUSED::equals).isPresent()) {
                return Optional.of(entry.explanation(i));
            }
        }
        return Optional.empty();
    }

    /** Reports a file that left the inbox and forgets it. */
    Map<Fate, Integer> conclude(Journal.Entry entry) throws IOException {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        List<RunReport.Line> lines = lines(entry, counts);
        if (!report.holds(entry.report(), entry.sha256())) {
            entry.moved(report.file().getFileName().toString());
            report.add(lines);
        }
        entry.write(Step.REPORTED);
        steps.reached(Step.REPORTED);
        entry.close();
        return counts;
    }

    private static List<RunReport.Line> lines(Journal.Entry entry, Map<Fate, Integer> counts) {
        BatchReading reading = entry.reading();
        List<RunReport.Line> lines = new ArrayList<>();
        reading.separators()
                .forEach(page -> lines.add(new RunReport.Line(entry.sha256(), page, Fate.SEPARATOR, "", "", "", "")));
        for (int i = 0; i < reading.papers().size(); i++) {
            ScannedPaper paper = reading.papers().get(i);
            Fate fate = entry.fate(i).orElseThrow();
            counts.merge(fate, 1, Integer::sum);
            for (int page : paper.pages().isEmpty() ? List.of(0) : paper.pages()) {
                lines.add(new RunReport.Line(
                        entry.sha256(),
                        page,
                        fate,
                        entry.sha256(i),
                        paper.code()
                                .flatMap(FormCode::parse)
                                .map(FormCode::documentName)
                                .orElse(""),
                        paper.reason().map(Enum::name).orElse(""),
                        entry.explanation(i)));
            }
        }
        return lines;
    }

    /** Reports a file that somebody took away before the repository had all of it. */
    Map<Fate, Integer> vanished(Journal.Entry entry) throws IOException {
        report.add(List.of(new RunReport.Line(
                entry.sha256(), 0, Fate.VANISHED, "", "", "", "The file was taken out of the inbox under way")));
        entry.close();
        return Map.of(Fate.VANISHED, 1);
    }
}

package org.insats.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One pass over the inbox. A file is moved only after the repository has said that it has it, and the repository knows a file
 * by its checksum, so a pass that is killed anywhere is made good by the next one: nothing is lost, nothing is double.
 */
public final class Sweep {

    private final Inbox inbox;
    private final FormReader reader;
    private final ScanRepository repository;
    private final RunReport report;
    private final long largestFile;

    /**
     * @param largestFile bytes; a larger file is not sent but set aside as refused
     */
    public Sweep(Inbox inbox, FormReader reader, ScanRepository repository, RunReport report, long largestFile) {
        this.inbox = inbox;
        this.reader = reader;
        this.repository = repository;
        this.report = report;
        this.largestFile = largestFile;
    }

    /** What became of the files of a pass. */
    public enum Fate {
        FILED,
        QUEUED,
        DUPLICATE,
        REFUSED,
        LEFT
    }

    /** Shows how far a pass has come. */
    @FunctionalInterface
    public interface Progress {
        void at(int done, int all);
    }

    /**
     * Imports what waits.
     *
     * @return how many files met which fate; {@link Fate#LEFT} files wait for the next pass
     */
    public Map<Fate, Integer> run(Progress progress) throws IOException {
        List<Path> files = inbox.waiting();
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        int done = 0;
        progress.at(done, files.size());
        for (Path file : files) {
            counts.merge(handOver(file), 1, Integer::sum);
            progress.at(++done, files.size());
        }
        return counts;
    }

    private Fate handOver(Path file) throws IOException {
        String sha256 = Checksums.sha256(file);
        if (Files.size(file) > largestFile) {
            return refuse(file, sha256, "Larger than " + largestFile + " bytes: scan it in parts");
        }
        Reading reading = reader.read(file);
        try {
            Fate fate = Fate.valueOf(repository.file(file, sha256, reading).name());
            inbox.done(file, sha256);
            report.add(sha256, fate, reading, "");
            return fate;
        } catch (ScanRepository.Refused refusal) {
            return refuse(file, sha256, refusal.getMessage());
        } catch (IOException unreachable) {
            report.add(sha256, Fate.LEFT, reading, unreachable.getMessage());
            return Fate.LEFT;
        }
    }

    private Fate refuse(Path file, String sha256, String reason) throws IOException {
        inbox.refused(file, sha256, reason);
        report.add(sha256, Fate.REFUSED, Reading.queued(Reading.Reason.UNREADABLE, 0), reason);
        return Fate.REFUSED;
    }
}

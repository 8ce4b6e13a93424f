package org.insats.accesslog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.insats.accesslog.AccessReports.Span;
import org.insats.casefile.CaseAccess;
import org.insats.platform.Refusal;

/**
 * Random samples of looks for review, with sign-off (bean {@code insats.accessSamples}). Which looks are drawn follows from the seed and
 * the hashes of the entries alone, so that anybody can draw again and see that nothing was picked by hand.
 */
public final class Samples {

    private static final int MOST = 500;
    private static final int REMARK = 4_000;

    private final SampleStore store;
    private final AccessReports reports;
    private final SecureRandom random = new SecureRandom();

    Samples(SampleStore store, AccessReports reports) {
        this.store = store;
        this.reports = reports;
    }

    /** A look and its lot. */
    private record Drawn(long lot, Entry entry) {}

    /**
     * Draws looks at cases.
     *
     * @param size how many, 1 to 500; fewer where there are fewer
     * @param seed what to draw by; chosen where none is given
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS-LOG-READER} (403), {@code INS-PARAMETER} (400)
     */
    public Sample draw(Optional<String> unit, Span span, int size, OptionalLong seed) {
        if (size < 1 || size > MOST) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", "size", "1-" + MOST)
                    .onField("size")
                    .violation();
        }
        long by = seed.orElseGet(random::nextLong);
        PriorityQueue<Drawn> smallest =
                new PriorityQueue<>(Comparator.comparingLong(Drawn::lot).reversed());
        long[] population = {0};
        reports.looks(unit, span, entry -> {
            population[0]++;
            smallest.add(new Drawn(lot(by, entry), entry));
            if (smallest.size() > size) {
                smallest.remove();
            }
        });
        List<Entry> entries = smallest.stream().map(Drawn::entry).toList();
        Instant now = reports.now();
        return store.add(
                new Sample(
                        0,
                        unit.orElse(""),
                        span.from().orElse(Instant.EPOCH),
                        span.to().orElse(now),
                        entries.size(),
                        population[0],
                        by,
                        CaseAccess.currentUser(),
                        now,
                        Optional.empty()),
                entries);
    }

    static long lot(long seed, Entry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
            return ByteBuffer.wrap(digest.digest(entry.hash().getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Samples that the current user may see, newest first. */
    public List<Sample> list(int most) {
        reports.units(Optional.empty());
        return store.samples(most).stream().filter(this::maySee).toList();
    }

    /** A sample. */
    public Sample sample(long id) {
        reports.units(Optional.empty());
        return store.sample(id).filter(this::maySee).orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND")
                .violation());
    }

    /** A sample of a unit is for who answers for the unit; of all, for its drawer and who may see all. */
    private boolean maySee(Sample sample) {
        return reports.seesAll()
                || (sample.unit().isEmpty()
                        ? sample.drawnBy().equals(CaseAccess.currentUser())
                        : reports.answersFor(sample.unit()));
    }

    /** The looks of a sample. */
    public List<Entry> entries(Sample sample) {
        return store.entries(sample.id());
    }

    /**
     * Signs a sample off.
     *
     * @param remark what the review found, at most 4,000 characters; must not be blank
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS-LOG-REMARK} (422), {@code INS-ACCESS-LOG-SIGNED} (409)
     */
    public Sample sign(long id, String remark) {
        sample(id);
        if (remark.isBlank() || remark.length() > REMARK) {
            throw Refusal.rule("ACCESS-LOG-REMARK").onField("remark").violation();
        }
        if (!store.sign(id, new Sample.Review(CaseAccess.currentUser(), reports.now(), remark.strip()))) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "ACCESS-LOG-SIGNED").violation();
        }
        return sample(id);
    }
}

package org.insats.accesslog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks the whole access log against its chains, in one pass: finds entries that were changed, taken out or put in, and segments
 * that are missing or were removed without a trace.
 */
public final class Verification {

    /** Findings after which the rest is only counted. */
    private static final int MOST = 1_000;

    private final AccessLogStore store;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Long, String> removals = new HashMap<>();
    private long segments;
    private long entries;
    private long more;
    private Chain chain = Chain.PLAIN;

    Verification(AccessLogStore store) {
        this.store = store;
    }

    /** What can be wrong. */
    public enum Problem {
        /** An entry does not match its hash: it was changed. */
        ENTRY_CHANGED,
        /** An entry is missing before the position told. */
        ENTRY_REMOVED,
        /** An entry was put in that the chain does not know. */
        ENTRY_INSERTED,
        /** A segment is not there. */
        SEGMENT_MISSING,
        /** What is known of a segment itself was changed. */
        SEGMENT_CHANGED,
        /** A segment was written without a key after others had one: somebody without the key may have made it. */
        SEGMENT_WITHOUT_KEY,
        /** A segment says that its time was up, and no entry of the log tells of its removal. */
        SEGMENT_REMOVED_UNTOLD
    }

    /**
     * Something that is wrong.
     *
     * @param problem what
     * @param segment number of the segment
     * @param position place of the entry in it; empty where the segment as a whole is meant
     */
    public record Finding(Problem problem, long segment, OptionalLong position) {}

    /**
     * What a check found.
     *
     * @param segments segments that were looked at
     * @param entries entries that were looked at
     * @param findings what is wrong, at most 1,000
     * @param more findings beyond these
     */
    public record Result(long segments, long entries, List<Finding> findings, long more) {

        /** Whether all is as it was written. */
        public boolean isSound() {
            return findings.isEmpty();
        }
    }

    /** Checks. */
    Result run() {
        List<Segment> all = store.segments();
        long expected = 1;
        Optional<String> seedBefore = Optional.of(Chain.BEGINNING);
        for (Segment segment : all) {
            for (; expected < segment.number(); expected++) {
                found(Problem.SEGMENT_MISSING, expected, OptionalLong.empty());
                seedBefore = Optional.empty();
            }
            segments++;
            expected = segment.number() + 1;
            seedBefore.ifPresent(before -> findChain(segment, before));
            seedBefore = Optional.of(segment.seed());
            if (segment.removedAt().isEmpty()) {
                new Walk(segment).run();
            }
        }
        all.stream()
                .filter(segment ->
                        segment.removedAt().isPresent() && !segment.head().equals(removals.get(segment.number())))
                .forEach(segment -> found(Problem.SEGMENT_REMOVED_UNTOLD, segment.number(), OptionalLong.empty()));
        return new Result(segments, entries, List.copyOf(findings), more);
    }

    /** What a segment was written by follows from its seed; where that is of none, as the one before. */
    private void findChain(Segment segment, String seedBefore) {
        Optional<Chain> found = store.chains().stream()
                .filter(each -> segment.seed()
                        .equals(each.seed(seedBefore, segment.number(), segment.writer(), segment.openedAt())))
                .findFirst();
        if (found.isEmpty()) {
            found(Problem.SEGMENT_CHANGED, segment.number(), OptionalLong.empty());
        } else if (chain.isKeyed() && !found.get().isKeyed()) {
            found(Problem.SEGMENT_WITHOUT_KEY, segment.number(), OptionalLong.empty());
        }
        chain = found.orElse(chain);
    }

    private void found(Problem problem, long segment, OptionalLong position) {
        if (findings.size() < MOST) {
            findings.add(new Finding(problem, segment, position));
        } else {
            more++;
        }
    }

    /** The removal of a segment as an entry tells of it. */
    static String removal(Segment segment) {
        return "SEGMENT " + segment.number() + " HEAD " + segment.head();
    }

    private void noteRemoval(Look look) {
        String[] words = look.what().split(" ");
        if (look.kind() == LookKind.REMOVAL && words.length == 4 && words[1].matches("\\d{1,18}")) {
            removals.put(Long.parseLong(words[1]), words[3]);
        }
    }

    /** A way through the entries of one segment. */
    private final class Walk {

        private final Segment segment;
        private String before;
        private long position;
        private Entry doubtful;
        private String head;

        Walk(Segment segment) {
            this.segment = segment;
            this.before = segment.seed();
            noteHead();
        }

        void run() {
            store.forEachEntry(segment.number(), this::take);
            // An open segment may have grown meanwhile.
            long limit = segment.closedAt().isPresent()
                    ? segment.entries()
                    : store.segment(segment.number()).map(Segment::entries).orElse(0L);
            if (doubtful != null && position <= limit) {
                before = doubtful.hash();
                noteHead();
                settle(Problem.ENTRY_CHANGED);
            }
            if (position < segment.entries()) {
                found(Problem.ENTRY_REMOVED, segment.number(), OptionalLong.of(position + 1));
            } else if (!segment.head().equals(head)) {
                found(Problem.SEGMENT_CHANGED, segment.number(), OptionalLong.empty());
            }
            for (long each = limit + 1; each <= position; each++) {
                found(Problem.ENTRY_INSERTED, segment.number(), OptionalLong.of(each));
            }
        }

        private void noteHead() {
            if (position == segment.entries()) {
                head = before;
            }
        }

        private void take(Entry entry) {
            entries++;
            noteRemoval(entry.look());
            if (entry.position() > position + 1) {
                decideDoubtful(entry);
                found(Problem.ENTRY_REMOVED, segment.number(), OptionalLong.of(position + 1));
                before = entry.hash();
                position = entry.position();
                noteHead();
                return;
            }
            position = entry.position();
            decideDoubtful(entry);
            if (entry.hash().equals(chain.next(before, entry.look()))) {
                before = entry.hash();
            } else {
                doubtful = entry;
            }
            noteHead();
        }

        /** The entry after a doubtful one tells what is wrong with it. */
        private void decideDoubtful(Entry next) {
            if (doubtful == null) {
                return;
            }
            if (next.hash().equals(chain.next(before, next.look()))) {
                settle(Problem.ENTRY_INSERTED);
            } else {
                before = doubtful.hash();
                settle(Problem.ENTRY_CHANGED);
            }
        }

        private void settle(Problem problem) {
            found(problem, segment.number(), OptionalLong.of(doubtful.position()));
            doubtful = null;
        }
    }
}

package org.insats.records.retention;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of a {@link RuleSet}, as data.
 *
 * @param id unique in the rule set
 * @param kind what it does
 * @param act id of the act that it stands in
 * @param paragraph where in the act, as it is cited
 * @param texts what it says, by language, in words that a citizen understands
 * @param active whether it is in use; a rule that is only proposed stands in the set without being applied (RET-68)
 * @param validity when it holds
 * @param scope which files it concerns
 * @param selection whom it selects for research; for {@link Kind#PRESERVE_SELECTION}
 * @param documents which documents it preserves; for {@link Kind#PRESERVE_DOCUMENTS}
 * @param period how long after {@code countFrom} the data are destroyed; for {@link Kind#DESTROY_AFTER}
 * @param countFrom from when the period is counted (RET-68)
 */
public record Rule(
        String id,
        Kind kind,
        String act,
        String paragraph,
        Map<String, String> texts,
        boolean active,
        Validity validity,
        Scope scope,
        Selection selection,
        Documents documents,
        Optional<Period> period,
        CountFrom countFrom) {

    /** What a rule does. */
    public enum Kind {
        /** The whole file is kept. */
        PRESERVE_FILE,
        /** Some documents are kept, for what they are about. */
        PRESERVE_DOCUMENTS,
        /** The whole file is kept for research, by region or day of birth. */
        PRESERVE_SELECTION,
        /** Data are destroyed after a time. */
        DESTROY_AFTER
    }

    /** From when a period is counted. */
    public enum CountFrom {
        LAST_ENTRY,
        BIRTH
    }

    /** First and last day. */
    public record Validity(LocalDate from, Optional<LocalDate> to) {

        /** Whether it holds on any day between two. */
        public boolean touches(LocalDate first, LocalDate last) {
            return !from.isAfter(last) && to.map(end -> !end.isBefore(first)).orElse(true);
        }
    }

    /** Which files: by kind of file and by the laws that the matters in it are under; nothing stated is no limit. */
    public record Scope(Set<FileFacts.Kind> fileKinds, Set<String> laws) {

        /** Copies. */
        public Scope {
            fileKinds = Set.copyOf(fileKinds);
            laws = Set.copyOf(laws);
        }

        /** A file of which no law is known is under all of them, so that nothing is overlooked. */
        boolean covers(FileFacts facts) {
            boolean underLaw = laws.isEmpty()
                    || facts.laws().isEmpty()
                    || facts.laws().stream().anyMatch(laws::contains);
            return underLaw && (fileKinds.isEmpty() || fileKinds.contains(facts.kind()));
        }
    }

    /** Counties and municipalities (codes of Statistics Sweden) and days of the month of birth. */
    public record Selection(Set<String> counties, Set<String> municipalities, Set<Integer> birthDays) {

        /** Copies. */
        public Selection {
            counties = Set.copyOf(counties);
            municipalities = Set.copyOf(municipalities);
            birthDays = Set.copyOf(birthDays);
        }
    }

    /** Grounds that a document can carry, and services with the age below which they carry the first of those grounds. */
    public record Documents(Set<String> grounds, Set<String> services, Optional<Integer> underAge) {

        /** Copies. */
        public Documents {
            grounds = Set.copyOf(grounds);
            services = Set.copyOf(services);
        }
    }
}

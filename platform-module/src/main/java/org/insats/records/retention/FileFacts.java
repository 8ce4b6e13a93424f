package org.insats.records.retention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the rules need to know of a file; nothing in it names anybody.
 *
 * @param kind whose file it is
 * @param municipality code of the municipality, four digits, of which the first two are the county
 * @param laws {@code SOL}, {@code LSS}: which law the matters are under; none where it is not known
 * @param birth when the person was born
 * @param opened when the file was opened
 * @param closed when it was closed; empty while it is open
 * @param entries what was entered, in any order
 * @param documents the documents in it
 * @param services services of the interventions in it
 * @param holds how many holds lie on it
 * @param otherMatters the person's other matters (RET-61)
 */
public record FileFacts(
        Kind kind,
        Optional<String> municipality,
        Set<String> laws,
        Optional<LocalDate> birth,
        LocalDate opened,
        Optional<LocalDate> closed,
        List<Entry> entries,
        List<Document> documents,
        List<Placement> services,
        int holds,
        List<OtherMatter> otherMatters) {

    /** Whose file it is. */
    public enum Kind {
        CLIENT,
        /** Kept with a contractor; what holds for it the records plan says (RET-70). */
        CONTRACTOR
    }

    /** Something entered: the day, and whether a person did it or the system (RET-80). */
    public record Entry(LocalDate day, boolean byPerson) {}

    /**
     * A service and when it began; the age of the client on that day tells whether a child was placed.
     *
     * @param service value of {@code ServiceType}
     * @param began empty where it never did; then the day that the file was opened counts
     */
    public record Placement(String service, Optional<LocalDate> began) {}

    /**
     * A document.
     *
     * @param id any id
     * @param of the service that it belongs to; empty where it belongs to the whole file
     * @param ground the ground that somebody has set on it, {@code NONE} for none; empty where nobody has
     */
    public record Document(String id, Optional<Placement> of, Optional<String> ground) {

        /** Whether it can be told what it is about, so that the rest may go without it (RET-83). */
        public boolean isSeparable() {
            return of.isPresent() || ground.isPresent();
        }
    }

    /** Another matter of the person: open, or since when closed. */
    public record OtherMatter(Optional<LocalDate> ceased) {}

    /** Copies. */
    public FileFacts {
        laws = Set.copyOf(laws);
        entries = List.copyOf(entries);
        documents = List.copyOf(documents);
        services = List.copyOf(services);
        otherMatters = List.copyOf(otherMatters);
    }

    /** The day of the latest entry by a person in any role; without any, the day it was opened (RET-80). */
    public LocalDate lastEntry() {
        return entries.stream()
                .filter(Entry::byPerson)
                .map(Entry::day)
                .max(Comparator.naturalOrder())
                .orElse(opened);
    }

    /** The same file, closed on a day. */
    public FileFacts closedOn(LocalDate day) {
        return new FileFacts(
                kind,
                municipality,
                laws,
                birth,
                opened,
                Optional.of(day),
                entries,
                documents,
                services,
                holds,
                otherMatters);
    }

    /** The first day that a rule can have held for the file. */
    LocalDate firstDay() {
        return Stream.of(List.of(opened), entries.stream().map(Entry::day).toList())
                .flatMap(Collection::stream)
                .min(Comparator.naturalOrder())
                .orElse(opened);
    }

    /** Whether the person was below an age on a day; where it is not known when they were born, yes: what may be a child's is kept. */
    boolean isBelow(int age, LocalDate day) {
        return birth.map(born -> born.plusYears(age).isAfter(day)).orElse(true);
    }
}

package org.insats.records.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.insats.records.retention.FileFacts.Document;
import org.insats.records.retention.FileFacts.Entry;
import org.insats.records.retention.FileFacts.OtherMatter;
import org.insats.records.retention.FileFacts.Placement;
import org.insats.records.retention.Verdict.Outcome;
import org.insats.requirements.Covers;

/** What holds for every file there can be. */
class RetentionPropertiesTest {

    private static final RuleSet SHIPPED = new RuleSetReader().read(RuleSetReader.shipped());
    private static final Set<String> PLACED =
            Set.of("FOSTER_HOME", "RESIDENTIAL_CARE_HOME", "STATE_INSTITUTION", "SUPPORTED_HOUSING");

    private static Verdict judge(FileFacts facts, LocalDate on) {
        return new RetentionEngine(SHIPPED).judge(facts, on);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2003, 1, 1).toEpochDay(),
                        LocalDate.of(2060, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<FileFacts> files() {
        Arbitrary<LocalDate> past = Arbitraries.longs()
                .between(
                        LocalDate.of(2003, 1, 1).toEpochDay(),
                        LocalDate.of(2030, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<Optional<LocalDate>> birth = Arbitraries.longs()
                .between(
                        LocalDate.of(1940, 1, 1).toEpochDay(),
                        LocalDate.of(2025, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay)
                .optional(0.9);
        Arbitrary<Placement> service = Combinators.combine(
                        Arbitraries.of("OPEN_CARE", "CONTACT_PERSON", "FOSTER_HOME", "STATE_INSTITUTION"),
                        past.optional(0.8))
                .as(Placement::new);
        Arbitrary<Entry> entry =
                Combinators.combine(past, Arbitraries.of(true, false)).as(Entry::new);
        Arbitrary<Document> document = Combinators.combine(
                        Arbitraries.integers().between(1, 1_000_000).map(number -> "d" + number),
                        service.optional(0.7),
                        Arbitraries.of("PATERNITY", "ADOPTION", "PLACEMENT", "NONE")
                                .optional(0.3))
                .as(Document::new);
        Arbitrary<OtherMatter> other = past.optional(0.8).map(OtherMatter::new);
        return Combinators.combine(
                        Combinators.combine(
                                        Arbitraries.of("0583", "0980", "1280", "1480", "2281", "1481")
                                                .optional(0.9),
                                        Arbitraries.of(
                                                Set.of("SOL"), Set.of("LSS"), Set.of("SOL", "LSS"), Set.<String>of()),
                                        birth,
                                        past,
                                        past.optional(0.9))
                                .as((place, laws, born, opened, closed) -> new FileFacts(
                                        FileFacts.Kind.CLIENT,
                                        place,
                                        laws,
                                        born,
                                        opened,
                                        closed,
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        0,
                                        List.of())),
                        entry.list().ofMaxSize(6),
                        document.list().ofMaxSize(6).uniqueElements(Document::id),
                        service.list().ofMaxSize(2),
                        Arbitraries.integers().between(0, 8).map(holds -> Math.max(0, holds - 7)),
                        other.list().ofMaxSize(2))
                .as((file, entries, documents, services, holds, others) -> new FileFacts(
                        file.kind(),
                        file.municipality(),
                        file.laws(),
                        file.birth(),
                        file.opened(),
                        file.closed(),
                        entries,
                        documents,
                        services,
                        holds,
                        others));
    }

    /** What any ground preserves, told apart from the engine: by a second reading of the requirements. */
    private static boolean isPreserved(FileFacts file, Document document) {
        boolean social = file.laws().isEmpty() || file.laws().contains("SOL");
        boolean byGround = document.ground()
                .filter(ground -> ground.equals("PLACEMENT")
                        || social && Set.of("PATERNITY", "ADOPTION").contains(ground))
                .isPresent();
        boolean placed = document.of()
                .filter(of -> PLACED.contains(of.service())
                        && (social || !of.service().equals("SUPPORTED_HOUSING")))
                .filter(of -> file.birth()
                        .map(born -> born.plusYears(18).isAfter(of.began().orElse(file.opened())))
                        .orElse(true))
                .isPresent();
        return byGround || placed;
    }

    private static boolean isSelected(FileFacts file) {
        boolean byDay = file.birth()
                .map(born -> Set.of(5, 15, 25).contains(born.getDayOfMonth()))
                .orElse(true);
        boolean byPlace = file.municipality()
                .map(code -> Set.of("05", "09", "22").contains(code.substring(0, 2)) || code.equals("1480"))
                .orElse(true);
        return byDay || byPlace;
    }

    @Property(tries = 4000)
    @Covers({"RET-63", "RET-64", "RET-65", "RET-83"})
    void nothingIsDestroyedThatAnyGroundPreserves(@ForAll("files") FileFacts file, @ForAll("days") LocalDate on) {
        Set<String> disposable = new HashSet<>(judge(file, on).disposable());

        if (isSelected(file)) {
            assertThat(disposable).isEmpty();
        }
        file.documents().stream()
                .filter(document -> isPreserved(file, document))
                .forEach(document -> assertThat(disposable).doesNotContain(document.id()));
    }

    @Property(tries = 4000)
    @Covers({"RET-60", "RET-61", "RET-81"})
    void nothingIsDestroyedWhileAnythingStandsInTheWay(@ForAll("files") FileFacts file, @ForAll("days") LocalDate on) {
        Verdict verdict = judge(file, on);

        if (verdict.isCandidate()) {
            assertThat(file.holds()).isZero();
            assertThat(file.closed().orElseThrow()).isBeforeOrEqualTo(on);
            assertThat(file.lastEntry().plusYears(5)).isBeforeOrEqualTo(on);
            assertThat(file.otherMatters()).allSatisfy(matter -> assertThat(
                            matter.ceased().orElseThrow().plusYears(5))
                    .isBeforeOrEqualTo(on));
        }
    }

    @Property(tries = 2000)
    @Covers("RET-80")
    void theOrderOfEntriesDocumentsAndMattersDoesNotMatter(
            @ForAll("files") FileFacts file, @ForAll("days") LocalDate on, @ForAll long seed) {
        Verdict one = judge(file, on);
        Verdict other = judge(shuffled(file, seed), on);

        assertThat(other.outcome()).isEqualTo(one.outcome());
        assertThat(other.duty()).isEqualTo(one.duty());
        assertThat(other.waitsUntil()).isEqualTo(one.waitsUntil());
        assertThat(other.lastEntry()).isEqualTo(one.lastEntry());
        assertThat(Set.copyOf(other.disposable())).isEqualTo(Set.copyOf(one.disposable()));
    }

    private static FileFacts shuffled(FileFacts file, long seed) {
        return new FileFacts(
                file.kind(),
                file.municipality(),
                file.laws(),
                file.birth(),
                file.opened(),
                file.closed(),
                shuffled(file.entries(), seed),
                shuffled(file.documents(), seed),
                shuffled(file.services(), seed),
                file.holds(),
                shuffled(file.otherMatters(), seed));
    }

    private static <T> List<T> shuffled(List<T> list, long seed) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    @Property(tries = 2000)
    @Covers("RET-81")
    void aHoldNeverShortens(@ForAll("files") FileFacts file, @ForAll("days") LocalDate on) {
        Verdict free = judge(file, on);
        Verdict held = judge(held(file), on);

        assertThat(held.outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.disposable()).isEmpty();
        assertThat(held.duty()).isEqualTo(free.duty());
    }

    private static FileFacts held(FileFacts file) {
        return new FileFacts(
                file.kind(),
                file.municipality(),
                file.laws(),
                file.birth(),
                file.opened(),
                file.closed(),
                file.entries(),
                file.documents(),
                file.services(),
                file.holds() + 1,
                file.otherMatters());
    }

    @Property(tries = 2000)
    @Covers("RET-80")
    void aFurtherEntryNeverShortens(
            @ForAll("files") FileFacts file, @ForAll("days") LocalDate on, @ForAll("days") LocalDate entered) {
        List<Entry> entries = new ArrayList<>(file.entries());
        entries.add(new Entry(entered, true));
        FileFacts later = new FileFacts(
                file.kind(),
                file.municipality(),
                file.laws(),
                file.birth(),
                file.opened(),
                file.closed(),
                entries,
                file.documents(),
                file.services(),
                file.holds(),
                file.otherMatters());

        boolean entriesOnlyBySystem = file.entries().stream().noneMatch(Entry::byPerson);
        judge(file, on).duty().filter(day -> !entriesOnlyBySystem).ifPresent(day -> assertThat(
                        judge(later, on).duty().orElseThrow())
                .isAfterOrEqualTo(day));
    }
}

package org.insats.accesslog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.Refusal;

/**
 * Reads the access log for log control (bean {@code insats.accessReports}): managers of a unit see looks at the unit's cases,
 * administrators and archivists all. Newest first, in pages by key, so that a page costs the same however long the log is.
 */
public final class AccessReports {

    private static final Pattern MANAGERS =
            Pattern.compile("GROUP_INSATS_(?:UNIT_MANAGER|PLACEMENT_SECTION_MANAGER)_([A-Za-z0-9]+)");
    private static final String ARCHIVISTS = "GROUP_INSATS_ARCHIVIST";
    private static final Pattern KEY = Pattern.compile("(\\d{1,15})-(\\d{1,15})-(\\d{1,15})");
    private static final Duration READ_OWN = Duration.ofSeconds(5);
    private static final String LOOKS = "kind IN ('CONTENT', 'NODE', 'LIST', 'READ', 'ACT', 'EXPORT')";
    private static final String NEWEST_FIRST = " ORDER BY at DESC, segment DESC, position DESC";

    private final AccessLogStore store;
    private final AccessLogWriter writer;
    private final AuthorityService authorities;
    private final CaseFileService caseFiles;
    private final Clock clock;

    AccessReports(
            AccessLogStore store,
            AccessLogWriter writer,
            AuthorityService authorities,
            CaseFileService caseFiles,
            Clock clock) {
        this.store = store;
        this.writer = writer;
        this.authorities = authorities;
        this.caseFiles = caseFiles;
        this.clock = clock;
    }

    /**
     * From when to when.
     *
     * @param from first moment
     * @param to first moment after
     */
    public record Span(Optional<Instant> from, Optional<Instant> to) {

        long fromMillis() {
            return from.map(Instant::toEpochMilli).orElse(0L);
        }

        long toMillis() {
            return to.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        }
    }

    /**
     * Who looked at a case, or at a contractor's file.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS-LOG-READER} (403) to who may not know
     */
    public Page<Entry> ofCase(String number, Span span, Optional<String> after, int size) {
        if (!seesAll()) {
            String unit = caseFiles.fileNumbered(number).map(CaseFile::unit).orElse("");
            if (!answersFor(unit)) {
                throw refused();
            }
        }
        return page("case_number = ?", List.of(number), span, after, size);
    }

    /** What a person looked at, as far as the reader may know; refused to who may know of nothing. */
    public Page<Entry> ofUser(String userName, Span span, Optional<String> after, int size) {
        Condition units = units(Optional.empty());
        List<Object> arguments = new ArrayList<>(List.of(userName));
        arguments.addAll(units.arguments());
        return page("user_name = ?" + units.sql(), arguments, span, after, size);
    }

    /** Looks at cases by people without a role in them. */
    public Page<Entry> withoutRole(Optional<String> unit, Span span, Optional<String> after, int size) {
        Condition units = units(unit);
        return page("role = '' AND case_number <> '' AND " + LOOKS + units.sql(), units.arguments(), span, after, size);
    }

    /** Where entries may be missing; for who sees all. */
    public Page<Entry> gaps(Span span, Optional<String> after, int size) {
        if (!seesAll()) {
            throw refused();
        }
        return page("user_name = '' AND kind = 'GAP'", List.of(), span, after, size);
    }

    private Page<Entry> page(String condition, List<Object> first, Span span, Optional<String> after, int size) {
        writer.flush(READ_OWN);
        List<Object> arguments = new ArrayList<>(first);
        arguments.add(span.fromMillis());
        String below = "at < ?";
        if (after.isPresent()) {
            Matcher key = KEY.matcher(after.get());
            if (!key.matches()) {
                throw Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", "after", "next")
                        .onField("after")
                        .violation();
            }
            below = "at <= ? AND (at, segment, position) < (?, ?, ?)";
            long at = Long.parseLong(key.group(1));
            arguments.addAll(List.of(at, at, Long.parseLong(key.group(2)), Long.parseLong(key.group(3))));
        } else {
            arguments.add(span.toMillis());
        }
        List<Entry> found = store.find(
                "WHERE " + condition + " AND at >= ? AND " + below + NEWEST_FIRST, size + 1, arguments.toArray());
        return Page.of(found, size, AccessReports::key);
    }

    private static String key(Entry entry) {
        return entry.look().at().toEpochMilli() + "-" + entry.segment() + "-" + entry.position();
    }

    /** A part of a condition, and its arguments. */
    record Condition(String sql, List<Object> arguments) {}

    /** Restricts to units that the current user answers for, or to one of them. */
    Condition units(Optional<String> unit) {
        if (seesAll()) {
            return unit.map(code -> new Condition(" AND unit = ?", List.of(code)))
                    .orElseGet(() -> new Condition("", List.of()));
        }
        List<Object> units = units().stream()
                .filter(code -> unit.isEmpty() || unit.get().equals(code))
                .map(Object.class::cast)
                .toList();
        if (units.isEmpty()) {
            throw refused();
        }
        String places = units.stream().map(ignored -> "?").collect(Collectors.joining(", "));
        return new Condition(" AND unit IN (" + places + ")", units);
    }

    /** Looks at cases in a time, for a sample; newest first. */
    void looks(Optional<String> unit, Span span, Consumer<Entry> consumer) {
        Condition units = units(unit);
        writer.flush(READ_OWN);
        List<Object> arguments = new ArrayList<>(List.of(span.fromMillis(), span.toMillis()));
        arguments.addAll(units.arguments());
        store.stream(
                "WHERE at >= ? AND at < ? AND case_number <> '' AND " + LOOKS + units.sql(),
                consumer,
                arguments.toArray());
    }

    /**
     * Checks the whole log against its chains.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS-LOG-READER} (403) to others than administrators
     */
    public Verification.Result verify() {
        if (!authorities.hasAdminAuthority()) {
            throw refused();
        }
        writer.flush(READ_OWN);
        return new Verification(store).run();
    }

    Instant now() {
        return clock.instant();
    }

    boolean seesAll() {
        return authorities.hasAdminAuthority() || authorities.getAuthorities().contains(ARCHIVISTS);
    }

    /** Whether the current user manages a unit. */
    boolean answersFor(String unit) {
        return units().contains(unit);
    }

    private Set<String> units() {
        return authorities.getAuthorities().stream()
                .map(MANAGERS::matcher)
                .filter(Matcher::matches)
                .map(manager -> manager.group(1))
                .collect(Collectors.toSet());
    }

    static RuntimeException refused() {
        return Refusal.of(Refusal.Kind.FORBIDDEN, "ACCESS-LOG-READER").violation();
    }
}

package org.insats.records.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insats.records.retention.FileFacts.Document;
import org.insats.records.retention.FileFacts.Entry;
import org.insats.records.retention.FileFacts.OtherMatter;
import org.insats.records.retention.FileFacts.Placement;

/** Facts of files, changed one at a time. */
final class Files {

    static final String MALMO = "1280";
    static final String MOTALA = "0583";

    private FileFacts.Kind kind = FileFacts.Kind.CLIENT;
    private Optional<String> municipality = Optional.of(MALMO);
    private Set<String> laws = Set.of("SOL");
    private Optional<LocalDate> birth = Optional.of(LocalDate.of(2010, 4, 12));
    private Optional<LocalDate> closed = Optional.of(LocalDate.of(2026, 5, 29));
    private final List<Entry> entries = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private final List<Placement> services = new ArrayList<>();
    private final List<OtherMatter> others = new ArrayList<>();
    private int holds;
    private final LocalDate opened;

    private Files(LocalDate opened) {
        this.opened = opened;
    }

    /** A closed open-care file of Malmö with the last entry on 2026-05-29; born on 2010-04-12. */
    static Files openCare() {
        Files file = new Files(LocalDate.of(2026, 1, 12));
        return file.entry("2026-05-29", true).service("OPEN_CARE", "2026-02-02").document("d1", "OPEN_CARE");
    }

    static Files opened(String day) {
        return new Files(LocalDate.parse(day));
    }

    Files kind(FileFacts.Kind of) {
        kind = of;
        return this;
    }

    Files in(String code) {
        municipality = Optional.ofNullable(code);
        return this;
    }

    Files under(String... which) {
        laws = Set.of(which);
        return this;
    }

    Files born(String day) {
        birth = day == null ? Optional.empty() : BirthDay.parse(day);
        return this;
    }

    Files closed(String day) {
        closed = Optional.ofNullable(day).map(LocalDate::parse);
        return this;
    }

    Files entry(String day, boolean byPerson) {
        entries.add(new Entry(LocalDate.parse(day), byPerson));
        return this;
    }

    Files service(String service, String began) {
        services.add(new Placement(service, Optional.ofNullable(began).map(LocalDate::parse)));
        return this;
    }

    Files document(String id, String service) {
        documents.add(new Document(
                id,
                Optional.ofNullable(service).map(of -> services.stream()
                        .filter(each -> each.service().equals(of))
                        .findFirst()
                        .orElseThrow()),
                Optional.empty()));
        return this;
    }

    Files sorted(String id, String ground) {
        documents.add(new Document(id, Optional.empty(), Optional.of(ground)));
        return this;
    }

    Files other(String closedOn) {
        others.add(new OtherMatter(Optional.ofNullable(closedOn).map(LocalDate::parse)));
        return this;
    }

    Files held() {
        holds++;
        return this;
    }

    FileFacts facts() {
        return new FileFacts(
                kind, municipality, laws, birth, opened, closed, entries, documents, services, holds, others);
    }
}

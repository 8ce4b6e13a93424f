package org.insats.accesslog.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.insats.accesslog.AccessReports;
import org.insats.accesslog.AccessReports.Span;
import org.insats.accesslog.Entry;
import org.insats.accesslog.Look;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.ListScript;
import org.insats.platform.web.WebScriptSupport;

/** A list of entries of the access log, newest first; {@code from} and {@code to} are days, both included. */
abstract class EntryListScript extends ListScript<Entry> {

    static final List<String> COLUMNS = List.of(
            "at",
            "user",
            "lookKind",
            "what",
            "caseNumber",
            "unit",
            "role",
            "nodeId",
            "version",
            "address",
            "outcome",
            "exceptionalAccess");

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final AccessReports reports;

    EntryListScript(WebScriptSupport support, AccessReports reports) {
        super(support, "insats-access-log.csv", COLUMNS, 100, 1000);
        this.reports = reports;
    }

    AccessReports reports() {
        return reports;
    }

    @Override
    protected List<?> row(Entry each) {
        return values(each);
    }

    static List<?> values(Entry each) {
        Look look = each.look();
        return List.of(
                look.at(),
                look.user(),
                look.kind(),
                look.what(),
                look.caseNumber(),
                look.unit(),
                look.role(),
                look.node(),
                look.version(),
                look.address(),
                look.outcome(),
                look.grant() == 0 ? "" : Long.toString(look.grant()));
    }

    static Span span(JsonRequest request) {
        return span(request.parameter("from"), request.parameter("to"));
    }

    static Span span(Optional<String> from, Optional<String> to) {
        return new Span(
                from.map(text -> day("from", text)).map(EntryListScript::start),
                to.map(text -> day("to", text).plusDays(1)).map(EntryListScript::start));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SWEDEN).toInstant();
    }

    private static LocalDate day(String name, String text) {
        return LawDate.parse(text).orElseThrow(() -> Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", name, "yyyy-mm-dd")
                .onField(name)
                .violation());
    }
}

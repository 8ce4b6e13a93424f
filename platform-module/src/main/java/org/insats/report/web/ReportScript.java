package org.insats.report.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insats.platform.Refusal;
import org.insats.platform.web.Csv;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.report.Reports;
import org.insats.report.Reports.Period;

/**
 * A report of {@code unit} over the months {@code from} to {@code to} (yyyy-mm; preset the twelve up to this one), as rows or as a
 * file with {@code format=csv}. Not read-only: what has not been counted yet is counted first.
 */
abstract class ReportScript<T> extends JsonWebScript {

    private static final int PRESET_MONTHS = 12;
    private static final int MOST_MONTHS = 120;

    private final Reports reports;
    private final String fileName;
    private final List<String> columns;

    ReportScript(WebScriptSupport support, Reports reports, String fileName, List<String> columns) {
        super(support);
        this.reports = reports;
        this.fileName = fileName;
        this.columns = columns;
    }

    /** The rows of the report. */
    abstract List<T> rows(Reports from, Period period, JsonRequest request);

    /** The values of a row, one a column. */
    abstract List<?> values(T row);

    @Override
    protected Object handle(JsonRequest request) {
        Period period = period(request);
        List<T> rows = rows(reports, period, request);
        if (request.wantsCsv()) {
            Csv file = new Csv(columns);
            rows.stream().map(this::values).forEach(file::row);
            return Reply.csv(fileName, file);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("unit", period.unit());
        answer.put("from", period.from().toString());
        answer.put("to", period.to().toString());
        answer.put("rebuilding", reports.isRebuilding());
        answer.put("items", rows.stream().map(this::item).toList());
        answer.put("next", null);
        return answer;
    }

    private Map<String, Object> item(T row) {
        Map<String, Object> item = new LinkedHashMap<>();
        List<?> values = values(row);
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            item.put(columns.get(i), value instanceof YearMonth month ? month.toString() : value);
        }
        return item;
    }

    private Period period(JsonRequest request) {
        String unit = request.parameter("unit")
                .filter(code -> code.matches("[A-Za-z0-9_-]{1,60}"))
                .orElseThrow(() -> wrong("unit", "A-Z a-z 0-9 - _"));
        YearMonth to = month(request, "to", reports.thisMonth());
        YearMonth from = month(request, "from", to.minusMonths(PRESET_MONTHS - 1L));
        if (from.isAfter(to) || from.isBefore(to.minusMonths(MOST_MONTHS))) {
            throw wrong("from", to.minusMonths(MOST_MONTHS) + " - " + to);
        }
        return new Period(unit, from, to);
    }

    private static YearMonth month(JsonRequest request, String name, YearMonth preset) {
        try {
            return request.parameter(name).map(YearMonth::parse).orElse(preset);
        } catch (DateTimeException e) {
            throw wrong(name, "yyyy-mm");
        }
    }

    static RuntimeException wrong(String field, String allowed) {
        return Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", field, allowed)
                .onField(field)
                .violation();
    }
}

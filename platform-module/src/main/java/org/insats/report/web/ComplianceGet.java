package org.insats.report.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.insats.deadline.TaskAct;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.WebScriptSupport;
import org.insats.report.Reports;
import org.insats.report.Reports.Compliance;
import org.insats.report.Reports.Period;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * {@code GET reports/compliance}: which share of what was due in a month was done in time, by service and act, must apart from
 * should. Preset: follow-ups; {@code act} names another act, {@code ALL} all of them.
 */
public final class ComplianceGet extends ReportScript<Compliance> {

    /** Creates it. */
    public ComplianceGet(WebScriptSupport support, Reports reports) {
        super(
                support,
                reports,
                "insats-compliance.csv",
                List.of("month", "service", "act", "title", "strength", "due", "inTime", "late", "overdue", "share"));
    }

    @Override
    List<Compliance> rows(Reports from, Period period, JsonRequest request) {
        return from.compliance(period, acts(request.parameter("act").orElse(TaskAct.FOLLOW_UP.name())));
    }

    private static Set<TaskAct> acts(String asked) {
        if (asked.equals("ALL")) {
            return Set.of();
        }
        return Arrays.stream(TaskAct.values())
                .filter(act -> act.name().equals(asked))
                .findFirst()
                .map(Set::of)
                .orElseThrow(() -> wrong(
                        "act",
                        Arrays.stream(TaskAct.values())
                                .map(TaskAct::name)
                                .collect(Collectors.joining(", ", "ALL, ", ""))));
    }

    private static String title(TaskAct act) {
        return Objects.requireNonNullElse(I18NUtil.getMessage(act.textKey(), I18NUtil.getLocale()), act.name());
    }

    @Override
    List<?> values(Compliance row) {
        return List.of(
                row.month(),
                row.service(),
                row.act(),
                title(row.act()),
                row.strength(),
                row.due(),
                row.inTime(),
                row.late(),
                row.overdue(),
                row.share());
    }
}

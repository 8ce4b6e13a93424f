package org.insats.report.web;

import java.util.List;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.WebScriptSupport;
import org.insats.report.Reports;
import org.insats.report.Reports.Period;
import org.insats.report.Reports.Starts;

/** {@code GET reports/order-to-start}: how many days it took from order to start, by month of the start and service. */
public final class OrderToStartGet extends ReportScript<Starts> {

    /** Creates it. */
    public OrderToStartGet(WebScriptSupport support, Reports reports) {
        super(
                support,
                reports,
                "insats-order-to-start.csv",
                List.of("month", "service", "started", "meanDays", "medianDays", "longestDays"));
    }

    @Override
    List<Starts> rows(Reports from, Period period, JsonRequest request) {
        return from.orderToStart(period);
    }

    @Override
    List<?> values(Starts row) {
        return List.of(row.month(), row.service(), row.started(), row.meanDays(), row.medianDays(), row.longestDays());
    }
}

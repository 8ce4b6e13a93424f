package org.insats.report.web;

import java.util.List;
import java.util.Optional;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Staff;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.WebScriptSupport;
import org.insats.report.CaseLists;
import org.insats.report.CaseLists.Expiring;

/**
 * {@code GET lists/expiring-grants}: grants that run out within {@code days} (preset 90, at most 730) and those that have run
 * out without a decision, of a unit where {@code unit} says which.
 */
public final class ExpiringGrantsGet extends CaseListScript<Expiring> {

    private static final int PRESET_DAYS = 90;
    private static final int MOST_DAYS = 730;

    private final CaseLists lists;

    /** Creates it. */
    public ExpiringGrantsGet(WebScriptSupport support, CaseLists lists, Staff staff) {
        super(
                support,
                staff,
                "insats-expiring-grants.csv",
                List.of("grantTo", "daysLeft", "caseNumber", "state", "grantState", "grantFrom"));
        this.lists = lists;
    }

    @Override
    protected Page<Expiring> page(JsonRequest request, Optional<String> after, int size) {
        return lists.expiringGrants(request.parameter("unit"), days(request), after, size);
    }

    private static int days(JsonRequest request) {
        Optional<String> days = request.parameter("days");
        if (days.isEmpty()) {
            return PRESET_DAYS;
        }
        if (!days.get().matches("\\d{1,3}") || Integer.parseInt(days.get()) > MOST_DAYS) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", "days", "0-" + MOST_DAYS)
                    .onField("days")
                    .violation();
        }
        return Integer.parseInt(days.get());
    }

    @Override
    protected List<?> row(Expiring each) {
        return row(
                each.caseFile(),
                Optional.of(each.intervention()),
                each.lastDay(),
                each.daysLeft(),
                each.caseFile().caseNumber(),
                each.intervention().state(),
                each.intervention().text(CaseModel.GRANT_STATE).orElse(null),
                each.intervention().date(CaseModel.GRANT_FROM).orElse(null));
    }
}

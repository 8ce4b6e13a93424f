package org.insats.report.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Staff;
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

    private static final List<String> COLUMNS = List.of(
            "grantTo",
            "daysLeft",
            "caseNumber",
            "interventionId",
            "service",
            "state",
            "grantState",
            "grantFrom",
            "unit",
            "performerUnit",
            "responsibleCaseWorker",
            "responsibleCaseWorkerName");

    private final CaseLists lists;
    private final Staff staff;

    /** Creates it. */
    public ExpiringGrantsGet(WebScriptSupport support, CaseLists lists, Staff staff) {
        super(support, "insats-expiring-grants.csv", COLUMNS);
        this.lists = lists;
        this.staff = staff;
    }

    @Override
    CaseLists.Page<Expiring> page(JsonRequest request, Optional<String> after, int size) {
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
    List<?> values(Expiring each) {
        String responsible = each.caseFile().responsibleCaseWorker();
        return Arrays.asList(
                each.lastDay(),
                each.daysLeft(),
                each.caseFile().caseNumber(),
                each.intervention().node().getId(),
                each.intervention().service(),
                each.intervention().state(),
                each.intervention().text(CaseModel.GRANT_STATE).orElse(null),
                each.intervention().date(CaseModel.GRANT_FROM).orElse(null),
                each.caseFile().unit(),
                each.intervention().text(CaseModel.PERFORMER_UNIT).orElse(null),
                responsible,
                staff.nameOf(responsible));
    }
}

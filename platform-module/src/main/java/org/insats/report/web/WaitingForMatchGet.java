package org.insats.report.web;

import java.util.List;
import java.util.Optional;
import org.insats.casefile.Staff;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.WebScriptSupport;
import org.insats.report.CaseLists;
import org.insats.report.CaseLists.Searching;

/** {@code GET lists/waiting-for-match}: what a contractor is being searched for, the one that has waited longest first. */
public final class WaitingForMatchGet extends CaseListScript<Searching> {

    private final CaseLists lists;

    /** Creates it. */
    public WaitingForMatchGet(WebScriptSupport support, CaseLists lists, Staff staff) {
        super(
                support,
                staff,
                "insats-waiting-for-match.csv",
                List.of("since", "daysWaited", "caseNumber", "documentId", "kind"));
        this.lists = lists;
    }

    @Override
    protected Page<Searching> page(JsonRequest request, Optional<String> after, int size) {
        return lists.waitingForMatch(request.parameter("unit"), after, size);
    }

    @Override
    protected List<?> row(Searching each) {
        return row(
                each.caseFile(),
                each.intervention(),
                each.since(),
                each.daysWaited(),
                each.caseFile().caseNumber(),
                each.document().id(),
                each.document().kind().id());
    }
}

package org.insats.report.web;

import java.util.List;
import java.util.Optional;
import org.insats.casefile.Staff;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.WebScriptSupport;
import org.insats.report.CaseLists;
import org.insats.report.CaseLists.Waiting;

/** {@code GET lists/allocation}: what waits for allocation, of a unit where {@code unit} says which. */
public final class AllocationQueueGet extends CaseListScript<Waiting> {

    private final CaseLists lists;

    /** Creates it. */
    public AllocationQueueGet(WebScriptSupport support, CaseLists lists, Staff staff) {
        super(
                support,
                staff,
                "insats-allocation.csv",
                List.of("receivedOn", "emergency", "caseNumber", "documentId", "kind", "status"));
        this.lists = lists;
    }

    @Override
    protected Page<Waiting> page(JsonRequest request, Optional<String> after, int size) {
        return lists.allocationQueue(request.parameter("unit"), after, size);
    }

    @Override
    protected List<?> row(Waiting each) {
        return row(
                each.caseFile(),
                each.intervention(),
                each.since(),
                each.emergency(),
                each.caseFile().caseNumber(),
                each.document().id(),
                each.document().kind().id(),
                each.document().status());
    }
}

package org.insats.report.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.casefile.Staff;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.WebScriptSupport;
import org.insats.report.CaseLists;
import org.insats.report.CaseLists.Waiting;

/** {@code GET lists/allocation}: orders and notices that wait for allocation, of a unit where {@code unit} says which. */
public final class AllocationQueueGet extends CaseListScript<Waiting> {

    private static final List<String> COLUMNS = List.of(
            "receivedOn",
            "emergency",
            "caseNumber",
            "documentId",
            "kind",
            "status",
            "interventionId",
            "service",
            "unit",
            "performerUnit",
            "responsibleCaseWorker",
            "responsibleCaseWorkerName");

    private final CaseLists lists;
    private final Staff staff;

    /** Creates it. */
    public AllocationQueueGet(WebScriptSupport support, CaseLists lists, Staff staff) {
        super(support, "insats-allocation.csv", COLUMNS);
        this.lists = lists;
        this.staff = staff;
    }

    @Override
    CaseLists.Page<Waiting> page(JsonRequest request, Optional<String> after, int size) {
        return lists.allocationQueue(request.parameter("unit"), after, size);
    }

    @Override
    List<?> values(Waiting each) {
        String responsible = each.caseFile().responsibleCaseWorker();
        return Arrays.asList(
                each.receivedOn().orElse(null),
                each.emergency(),
                each.caseFile().caseNumber(),
                each.order().getId(),
                each.kind(),
                each.status(),
                each.intervention().map(found -> found.node().getId()).orElse(null),
                each.intervention().map(Intervention::service).orElse(null),
                each.caseFile().unit(),
                each.intervention()
                        .flatMap(found -> found.text(CaseModel.PERFORMER_UNIT))
                        .orElse(null),
                responsible,
                staff.nameOf(responsible));
    }
}

package org.insats.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.casefile.Staff;
import org.insats.platform.web.ListScript;
import org.insats.platform.web.WebScriptSupport;

/** A list across cases: columns of its own, and after them whose case and which intervention each row is about. */
abstract class CaseListScript<T> extends ListScript<T> {

    private static final int PRESET = 100;
    private static final int MOST = 500;
    private static final List<String> WHOSE = List.of(
            "interventionId", "service", "unit", "performerUnit", "responsibleCaseWorker", "responsibleCaseWorkerName");

    private final Staff staff;

    CaseListScript(WebScriptSupport support, Staff staff, String fileName, List<String> columns) {
        super(support, fileName, Stream.concat(columns.stream(), WHOSE.stream()).toList(), PRESET, MOST);
        this.staff = staff;
    }

    /** A row: the values of the list's own columns, and whose it is. */
    List<Object> row(CaseFile caseFile, Optional<Intervention> intervention, Object... own) {
        String responsible = caseFile.responsibleCaseWorker();
        List<Object> row = new ArrayList<>(Arrays.asList(own));
        row.addAll(Arrays.asList(
                intervention.map(found -> found.node().getId()).orElse(null),
                intervention.map(Intervention::service).orElse(null),
                caseFile.unit(),
                intervention
                        .flatMap(found -> found.text(CaseModel.PERFORMER_UNIT))
                        .orElse(null),
                responsible,
                staff.nameOf(responsible)));
        return row;
    }
}

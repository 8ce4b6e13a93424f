package org.insats.casefile.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Staff;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.LawDate;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.ListScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET cases}: Lists the cases the user may read, by number. */
public final class CasesGet extends ListScript<CaseFile> {

    private static final List<String> COLUMNS = List.of(
            "caseNumber",
            "openedDate",
            "state",
            "profile",
            "unit",
            "responsibleCaseWorker",
            "responsibleCaseWorkerName");

    private final CaseFileService caseFiles;
    private final CaseJson caseJson;
    private final Staff staff;

    /** Creates it. */
    public CasesGet(WebScriptSupport support, CaseFileService caseFiles, CaseJson caseJson, Staff staff) {
        super(support, "insats-cases.csv", COLUMNS, 50, 500);
        this.caseFiles = caseFiles;
        this.caseJson = caseJson;
        this.staff = staff;
    }

    @Override
    protected Page<CaseFile> page(JsonRequest request, Optional<String> after, int size) {
        return Page.of(caseFiles.list(after, size + 1), size, CaseFile::caseNumber);
    }

    @Override
    protected Object item(CaseFile each) {
        return caseJson.line(each);
    }

    @Override
    protected List<?> row(CaseFile each) {
        return Arrays.asList(
                each.caseNumber(),
                LawDate.fromStored(each.properties().get(CaseModel.OPENED_DATE)).orElse(null),
                each.text(CaseModel.CASE_STATE).orElse("OPEN"),
                each.profile(),
                each.unit(),
                each.responsibleCaseWorker(),
                staff.nameOf(each.responsibleCaseWorker()));
    }
}

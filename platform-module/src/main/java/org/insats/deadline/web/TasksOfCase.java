package org.insats.deadline.web;

import org.insats.casefile.CaseFile;
import org.insats.casefile.OverviewPart;
import org.insats.casefile.Staff;
import org.insats.deadline.Worklist;
import org.insats.platform.web.WebScriptSupport;

/** The tasks in the overview of a case: those of the interventions that the user may read. */
public final class TasksOfCase implements OverviewPart {

    private final WebScriptSupport support;
    private final Worklist worklist;
    private final Staff staff;

    /** Reads {@code worklist}. */
    public TasksOfCase(WebScriptSupport support, Worklist worklist, Staff staff) {
        this.support = support;
        this.worklist = worklist;
        this.staff = staff;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public Object of(CaseFile caseFile) {
        DeadlineJson json = new DeadlineJson(support.mapper(), staff);
        return worklist.tasks(worklist.ofCase(caseFile.caseNumber())).stream()
                .map(json::task)
                .toList();
    }
}

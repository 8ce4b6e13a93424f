package org.insats.deadline.web;

import org.insats.casefile.CaseFile;
import org.insats.casefile.OverviewPart;
import org.insats.deadline.Worklist;
import org.insats.platform.web.WebScriptSupport;

/** The tasks in the overview of a case: those of the interventions that the user may read. */
public final class TasksOfCase implements OverviewPart {

    private final WebScriptSupport support;
    private final Worklist worklist;

    /** Reads {@code worklist}. */
    public TasksOfCase(WebScriptSupport support, Worklist worklist) {
        this.support = support;
        this.worklist = worklist;
    }

    @Override
    public String name() {
        return "tasks";
    }

    @Override
    public Object of(CaseFile caseFile) {
        DeadlineJson json = new DeadlineJson(support.mapper());
        return worklist.tasks(worklist.ofCase(caseFile.caseNumber())).stream()
                .map(json::task)
                .toList();
    }
}

package org.insats.deadline.web;

import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.InterventionPart;
import org.insats.casefile.Staff;
import org.insats.deadline.DeadlineService;
import org.insats.platform.web.WebScriptSupport;

/** The deadlines of an intervention in the overview of its case, open and closed, as everywhere else and with their history. */
public final class DeadlinesOfIntervention implements InterventionPart {

    private final WebScriptSupport support;
    private final DeadlineService deadlines;
    private final Staff staff;

    /** Reads {@code deadlines}. */
    public DeadlinesOfIntervention(WebScriptSupport support, DeadlineService deadlines, Staff staff) {
        this.support = support;
        this.deadlines = deadlines;
        this.staff = staff;
    }

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public Object of(NodeRef intervention) {
        DeadlineJson json = new DeadlineJson(support.mapper(), staff);
        return deadlines.of(intervention).stream().map(json::withHistory).toList();
    }
}

package org.insats.deadline.web;

import java.time.Clock;
import org.insats.casefile.CaseFile;
import org.insats.casefile.OverviewPart;
import org.insats.platform.LawDate;

/** The day that the deadlines in the overview of a case are told by, so that a browser's own clock does not matter. */
public final class TodayOfCase implements OverviewPart {

    private final Clock clock;

    /** Reads {@code clock}. */
    public TodayOfCase(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "today";
    }

    @Override
    public Object of(CaseFile caseFile) {
        return LawDate.today(clock).toString();
    }
}

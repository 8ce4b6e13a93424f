package org.insats.closing;

/** What is done with an ending (4.9). */
public enum EndingAction {
    DISCUSS,
    INTERRUPT,
    INFORM_PLACEMENT_WORKER,
    DISPUTE,
    JOIN,
    SETTLE,
    WITHDRAW,
    CONTINUE_FOR_PARENTS,
    REPORT_BACK,
    END,
    END_UNSTARTED,
    FINISH_DOCUMENTATION,
    CLOSE,
    CLOSE_INTERVENTION
}

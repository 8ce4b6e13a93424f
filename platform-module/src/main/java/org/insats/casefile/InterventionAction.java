package org.insats.casefile;

/** What moves an intervention from one state to the next. */
public enum InterventionAction {
    GRANT,
    ORDER,
    START,
    END,
    FINISH_DOCUMENTATION,
    CLOSE,
    CLOSE_BY_CASE_WORKER,
    WITHDRAW,
    DECLINE,
    /** Given up before anything was carried out. */
    END_UNSTARTED
}

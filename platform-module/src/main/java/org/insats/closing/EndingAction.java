package org.insats.closing;

/** The three steps of the closing order (END-20..22). */
public enum EndingAction {
    END,
    FINISH_DOCUMENTATION,
    CLOSE
}

package org.insats.situation;

/** What is done in a coordination. */
public enum CoordinationAction {
    ASK_POSITION,
    PLAN_PLACEMENT,
    GATHER_INFORMATION,
    COORDINATE,
    CONTINUE,
    END,
    NOTE_INFORMATION,
    SHARE
}

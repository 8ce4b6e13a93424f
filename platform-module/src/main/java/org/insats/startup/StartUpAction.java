package org.insats.startup;

/** What people do with a start-up meeting, requirements 4.4. */
public enum StartUpAction {
    BOOK,
    REBOOK,
    HOLD_ROLE_TALK,
    HOLD,
    EXECUTE,
    CANCEL
}

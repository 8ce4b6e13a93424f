package org.insats.followup;

/** What people and the system do with a follow-up, requirements 4.6.2. */
public enum FollowUpAction {
    BOOK,
    RESCHEDULE,
    PREPARE,
    HOLD,
    DOCUMENT,
    CANCEL
}

package org.insats.followup;

/** States of one follow-up, DOC-ENUM-37 and requirements 4.6. */
public enum FollowUpState {
    PLANNED,
    BOOKED,
    PREPARED,
    HELD,
    DOCUMENTED,
    RESCHEDULED,
    CANCELLED
}

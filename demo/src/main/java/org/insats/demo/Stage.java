package org.insats.demo;

/** How far a case has come. Each includes what the ones before it hold. */
enum Stage {
    /** The assignment is communicated; the guardians' consent is waited for. */
    ASSIGNMENT_COMMUNICATED,
    /** Granted, ordered and allocated. */
    ORDERED,
    /** The start-up meeting is held, the intervention runs and has a new case worker. */
    STARTED,
    /** The implementation plan is out for signature. */
    PLAN_TO_SIGN,
    /** The plan is established and half a year has gone. */
    FOLLOW_UP_DUE,
    /** The follow-up is held and documented. */
    FOLLOWED_UP,
    /** The case worker has ended the intervention. */
    ENDING,
    /** The performer has finished the documentation and closed. */
    CLOSED
}

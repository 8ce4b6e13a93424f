package org.insats.startup;

/** States of a start-up meeting, DOC-ENUM-36 and requirements 4.4. */
public enum StartUpState {
    NOT_BOOKED,
    BOOKED,
    ROLE_TALK_HELD,
    HELD,
    EXECUTED,
    CANCELLED,
    REBOOKED
}

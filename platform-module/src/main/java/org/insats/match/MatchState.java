package org.insats.match;

/** States of a match, DOC-ENUM-25 and requirements 4.3. */
public enum MatchState {
    SEARCHING,
    PROPOSED,
    DISCUSSED,
    VISITED,
    FAMILY_MEETING_HELD,
    CONSENTED,
    AGREED,
    REJECTED
}

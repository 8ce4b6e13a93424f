package org.insats.match;

/** What people and the system do with a match, requirements 4.3. */
public enum MatchAction {
    PROPOSE,
    CONTACT,
    DISCUSS,
    VISIT,
    PRESENT,
    MEET,
    ANSWER,
    CONSENT,
    AGREE,
    REJECT,
    SETTLE
}

package org.insats.followup;

/** What people do with a talk with the child, requirements 4.6.3. */
public enum ChildTalkAction {
    OFFER,
    DECLINE,
    ACCEPT,
    INFORM_GUARDIANS,
    HOLD,
    FIND_UNSUITABLE
}

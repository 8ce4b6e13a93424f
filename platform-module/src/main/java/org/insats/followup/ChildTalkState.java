package org.insats.followup;

/** States of a talk with the child, DOC-ENUM-38 and requirements 4.6.3. */
public enum ChildTalkState {
    NOT_ASSESSED,
    NOT_SUITABLE,
    OFFERED,
    DECLINED_BY_CHILD,
    ACCEPTED,
    GUARDIANS_INFORMED,
    HELD
}

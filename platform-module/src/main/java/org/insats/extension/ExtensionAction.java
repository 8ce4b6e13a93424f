package org.insats.extension;

/** What people and the system do with an extension, requirements 4.8. */
public enum ExtensionAction {
    CONSENT,
    INVESTIGATE,
    CONTINUE,
    DECIDE_NOT_TO_EXTEND,
    SEND_ORDER,
    SEND_COPY,
    PROLONG_RESOURCE,
    REGISTER_AGREEMENT,
    COMPLETE
}

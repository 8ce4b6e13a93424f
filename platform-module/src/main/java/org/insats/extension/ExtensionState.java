package org.insats.extension;

/** States of an extension, requirements 4.8; RUNNING again is COMPLETED. */
public enum ExtensionState {
    CONSIDERED,
    INVESTIGATION,
    DECIDED_CONTINUE,
    ORDER_SENT,
    COPIES_SENT,
    NEW_AGREEMENT,
    COMPLETED,
    DECIDED_NOT_EXTEND
}

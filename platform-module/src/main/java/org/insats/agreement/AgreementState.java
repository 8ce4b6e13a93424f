package org.insats.agreement;

/** States of an agreement, of DOC-ENUM-01. */
public enum AgreementState {
    DRAFT,
    ESTABLISHED,
    REPLACED,
    CLOSED
}

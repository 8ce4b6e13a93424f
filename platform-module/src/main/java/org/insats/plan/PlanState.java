package org.insats.plan;

/** States of an implementation plan, DOC-ENUM-35 and requirements 4.5.2. */
public enum PlanState {
    DRAFT,
    ESTABLISHED,
    RETURNED_FOR_SIGNATURE,
    SIGNED,
    REPLACED,
    CLOSED
}

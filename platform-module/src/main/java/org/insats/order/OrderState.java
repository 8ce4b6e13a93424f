package org.insats.order;

/** States of an order, DOC-ENUM-08 and ORD-20..30. */
public enum OrderState {
    DRAFT,
    SENT,
    RECEIVED,
    ALLOCATED,
    MATCHING,
    MATCHED,
    STARTED,
    ENDED,
    WITHDRAWN,
    DECLINED,
    SUPERSEDED
}

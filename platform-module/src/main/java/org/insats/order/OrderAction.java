package org.insats.order;

/** What people and the system do with an order, requirements 4.1.3. */
public enum OrderAction {
    SEND,
    RECEIVE,
    ALLOCATE,
    CHECK,
    DIALOGUE,
    ASK,
    ANSWER,
    COPY,
    CHOOSE,
    SEARCH,
    MATCH,
    REOPEN_SEARCH,
    START,
    END,
    WITHDRAW,
    DECLINE,
    SUPERSEDE,
    MARK_URGENT,
    CONTACT_DIRECTLY,
    CONTACT_CASE_WORKER,
    NOTE_NEED_CHANGED,
    CONVERT,
    CONFIRM_EARLIER
}

package org.insats.situation;

/** What moves a temporary intervention on. */
public enum TemporaryAction {
    DISCUSS,
    PRIORITISE,
    CONSENT,
    GRANT,
    ORDER,
    ORDER_FALLS,
    START,
    CONVERT,
    END
}

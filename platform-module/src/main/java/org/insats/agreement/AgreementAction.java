package org.insats.agreement;

/** What is done with an agreement. */
public enum AgreementAction {
    ESTABLISH,
    RENEW,
    REPLACE,
    TERMINATE
}

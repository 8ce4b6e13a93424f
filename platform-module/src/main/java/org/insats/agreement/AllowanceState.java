package org.insats.agreement;

/** States of a record of meals, equipment and allowances, of DOC-ENUM-01. */
public enum AllowanceState {
    DRAFT,
    ESTABLISHED
}

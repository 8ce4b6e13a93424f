package org.insats.agreement;

/** What is noted in a record of meals, equipment and allowances. */
public enum AllowanceAction {
    INFORM_FAMILY,
    INFORM_SECRETARY,
    EQUIP_CONTRACTOR,
    SETTLE_REMUNERATION,
    EQUIP_CLIENT,
    PAY_ACTIVITIES,
    ESTABLISH
}

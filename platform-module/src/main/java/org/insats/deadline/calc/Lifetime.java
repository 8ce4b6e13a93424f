package org.insats.deadline.calc;

/** What cancels a deadline that is still open (DLF-10, END-31). */
enum Lifetime {
    /** Has no object once the order is withdrawn or declined, or the intervention has ended. */
    WITH_INTERVENTION,
    /** Taking back an order: has no object once it is declined, or the intervention has ended. */
    WITH_ORDER,
    /** Records of what has happened: still to be made after a withdrawal or decline, without an object after the end. */
    UNTIL_END,

    /** Closing acts, and what concerns the child or the contractor beyond the intervention: still to be done after the end. */
    LASTING;

    boolean isCancelledBy(CancelReason reason) {
        return switch (reason) {
            case WITHDRAWN -> this == WITH_INTERVENTION;
            case DECLINED -> this != LASTING && this != UNTIL_END;
            case INTERRUPTED, ENDED -> this != LASTING;
            case NOT_NEEDED, EXTENDED -> false;
        };
    }
}

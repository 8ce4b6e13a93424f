package org.insats.deadline.calc;

import java.util.EnumSet;
import java.util.Set;

/** What cancels a deadline that is still open (DLF-10, END-31). */
enum Lifetime {
    /** Has no object once the order is withdrawn or declined, or the intervention has ended. */
    WITH_INTERVENTION(
            EnumSet.of(CancelReason.WITHDRAWN, CancelReason.DECLINED, CancelReason.INTERRUPTED, CancelReason.ENDED)),
    /** Taking back an order: has no object once it is declined, or the intervention has ended. */
    WITH_ORDER(EnumSet.of(CancelReason.DECLINED, CancelReason.INTERRUPTED, CancelReason.ENDED)),
    /** Closing acts, and records of what has happened: still to be done after the end. */
    LASTING(EnumSet.noneOf(CancelReason.class));

    private final Set<CancelReason> cancelledBy;

    Lifetime(Set<CancelReason> cancelledBy) {
        this.cancelledBy = cancelledBy;
    }

    boolean isCancelledBy(CancelReason reason) {
        return cancelledBy.contains(reason);
    }
}

package org.insats.followup;

import static org.insats.followup.FollowUpState.BOOKED;
import static org.insats.followup.FollowUpState.CANCELLED;
import static org.insats.followup.FollowUpState.DOCUMENTED;
import static org.insats.followup.FollowUpState.HELD;
import static org.insats.followup.FollowUpState.PLANNED;
import static org.insats.followup.FollowUpState.PREPARED;
import static org.insats.followup.FollowUpState.RESCHEDULED;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/** The life of one follow-up, requirements 4.6. Preparing it beforehand is asked for in some profiles only. */
public final class FollowUpLifecycle {

    /** The table. */
    public static final StateMachine<FollowUpState, FollowUpAction> TABLE = StateMachine.of(
                    FollowUpState.class, FollowUpAction.class, PLANNED)
            .allow(PLANNED, FollowUpAction.BOOK, BOOKED, "FUP-11")
            .allow(EnumSet.of(BOOKED, PREPARED, RESCHEDULED), FollowUpAction.RESCHEDULE, RESCHEDULED, "4.6")
            .allow(EnumSet.of(BOOKED, RESCHEDULED), FollowUpAction.PREPARE, PREPARED, "FUP-13, FUP-14")
            .allow(EnumSet.of(BOOKED, PREPARED, RESCHEDULED), FollowUpAction.HOLD, HELD, "FUP-15")
            .allow(HELD, FollowUpAction.DOCUMENT, DOCUMENTED, "FUP-16..19")
            .allow(EnumSet.of(PLANNED, BOOKED, PREPARED, RESCHEDULED), FollowUpAction.CANCEL, CANCELLED, "DLF-10")
            .build();

    private FollowUpLifecycle() {}
}

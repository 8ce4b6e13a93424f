package org.insats.deadline;

import static org.insats.deadline.calc.DeadlineState.CANCELLED;
import static org.insats.deadline.calc.DeadlineState.DUE_SOON;
import static org.insats.deadline.calc.DeadlineState.MET;
import static org.insats.deadline.calc.DeadlineState.MET_LATE;
import static org.insats.deadline.calc.DeadlineState.OVERDUE;
import static org.insats.deadline.calc.DeadlineState.PENDING;
import static org.insats.deadline.calc.DeadlineState.SUPERSEDED;

import java.util.EnumSet;
import java.util.Set;
import org.insats.deadline.calc.DeadlineState;
import org.insats.platform.StateMachine;

/** The life of a deadline, DLC-11..16. */
public final class DeadlineLifecycle {

    /** The states of a deadline that somebody still has to answer for. */
    public static final Set<DeadlineState> OPEN = Set.copyOf(EnumSet.of(PENDING, DUE_SOON, OVERDUE));

    /** The table. */
    public static final StateMachine<DeadlineState, DeadlineAction> TABLE = StateMachine.of(
                    DeadlineState.class, DeadlineAction.class, PENDING)
            .allow(EnumSet.of(PENDING, DUE_SOON, OVERDUE), DeadlineAction.RECOMPUTE, PENDING, "DLC-13")
            .allow(PENDING, DeadlineAction.REMIND, DUE_SOON, "DLC-16")
            .allow(EnumSet.of(PENDING, DUE_SOON), DeadlineAction.MARK_OVERDUE, OVERDUE, "DLC-02, DLF-12")
            .allow(EnumSet.of(PENDING, DUE_SOON, OVERDUE), DeadlineAction.MEET, MET, "DLC-12")
            .allow(EnumSet.of(PENDING, DUE_SOON, OVERDUE), DeadlineAction.MEET_LATE, MET_LATE, "DLF-08")
            .allow(EnumSet.of(PENDING, DUE_SOON, OVERDUE), DeadlineAction.CANCEL, CANCELLED, "DLF-10, END-31")
            .allow(EnumSet.of(PENDING, DUE_SOON, OVERDUE), DeadlineAction.SUPERSEDE, SUPERSEDED, "DLF-09")
            .build();

    private DeadlineLifecycle() {}
}

package org.insats.complaint;

import static org.insats.complaint.ComplaintState.FORWARDED;
import static org.insats.complaint.ComplaintState.HANDLED;
import static org.insats.complaint.ComplaintState.RECEIVED;
import static org.insats.complaint.ComplaintState.SEPARATE_ROUTINE;
import static org.insats.complaint.ComplaintState.SERIOUS;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/**
 * The life of a complaint on a contractor, requirements 4.10. A serious one on a foster home leaves ordinary handling until the
 * separate routine has been started (CMP-02, BR-101).
 */
public final class ComplaintLifecycle {

    /** The table. */
    public static final StateMachine<ComplaintState, ComplaintAction> TABLE = StateMachine.of(
                    ComplaintState.class, ComplaintAction.class, RECEIVED)
            .allow(RECEIVED, ComplaintAction.FORWARD, FORWARDED, "CMP-01")
            .allow(FORWARDED, ComplaintAction.JUDGE_SERIOUS, SERIOUS, "CMP-02, CMP-03")
            .allow(SERIOUS, ComplaintAction.START_SEPARATE_ROUTINE, SEPARATE_ROUTINE, "CMP-02, BR-101")
            .allow(EnumSet.of(FORWARDED, SEPARATE_ROUTINE), ComplaintAction.HANDLE, HANDLED, "CMP-04")
            .build();

    private ComplaintLifecycle() {}
}

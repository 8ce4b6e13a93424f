package org.insats.closing;

import static org.insats.closing.EndingState.CLOSED;
import static org.insats.closing.EndingState.DOCUMENTED;
import static org.insats.closing.EndingState.DRAFT;
import static org.insats.closing.EndingState.ENDED_BY_CASE_WORKER;

import org.insats.platform.StateMachine;

/** The closing order of open care: case worker, treatment lead, unit manager, in that order (END-20..22, BR-91). */
public final class EndingLifecycle {

    /** The table. */
    public static final StateMachine<EndingState, EndingAction> TABLE = StateMachine.of(
                    EndingState.class, EndingAction.class, DRAFT)
            .allow(DRAFT, EndingAction.END, ENDED_BY_CASE_WORKER, "END-20")
            .allow(ENDED_BY_CASE_WORKER, EndingAction.FINISH_DOCUMENTATION, DOCUMENTED, "END-21")
            .allow(DOCUMENTED, EndingAction.CLOSE, CLOSED, "END-22")
            .build();

    private EndingLifecycle() {}
}

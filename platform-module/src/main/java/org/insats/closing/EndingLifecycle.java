package org.insats.closing;

import static org.insats.closing.EndingState.CLOSED;
import static org.insats.closing.EndingState.DISPUTED;
import static org.insats.closing.EndingState.DOCUMENTED;
import static org.insats.closing.EndingState.DRAFT;
import static org.insats.closing.EndingState.ENDED_BY_CASE_WORKER;
import static org.insats.closing.EndingState.WITHDRAWN;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/**
 * The end of an intervention. A draft is the proposal. After the case worker's step the profile's closing order decides:
 * where the performing side closes, treatment lead and unit manager in that order (END-20..22, BR-91); elsewhere the case
 * worker enters the end date once the resource allocations are closed (END-24..27). What never started has nothing to document or
 * close: the case worker's step is the only one.
 */
public final class EndingLifecycle {

    /** The table. */
    public static final StateMachine<EndingState, EndingAction> TABLE = StateMachine.of(
                    EndingState.class, EndingAction.class, DRAFT)
            .note(EnumSet.of(DRAFT), EndingAction.DISCUSS, "END-08")
            .note(EnumSet.of(DRAFT), EndingAction.INTERRUPT, "END-02")
            .note(EnumSet.of(DRAFT, ENDED_BY_CASE_WORKER), EndingAction.INFORM_PLACEMENT_WORKER, "END-02, DL-26")
            .allow(DRAFT, EndingAction.DISPUTE, DISPUTED, "END-09")
            .note(EnumSet.of(DISPUTED), EndingAction.JOIN, "END-09")
            .allow(DISPUTED, EndingAction.SETTLE, DRAFT, "END-09, BR-97")
            .allow(EnumSet.of(DRAFT, DISPUTED), EndingAction.WITHDRAW, WITHDRAWN, "END-09")
            .allow(DRAFT, EndingAction.CONTINUE_FOR_PARENTS, WITHDRAWN, "END-11, BR-96")
            .note(EnumSet.of(DRAFT, ENDED_BY_CASE_WORKER, DOCUMENTED), EndingAction.REPORT_BACK, "END-30")
            .allow(DRAFT, EndingAction.END, ENDED_BY_CASE_WORKER, "END-20, END-24")
            .allow(DRAFT, EndingAction.END_UNSTARTED, CLOSED, "ORD-74")
            .allow(ENDED_BY_CASE_WORKER, EndingAction.FINISH_DOCUMENTATION, DOCUMENTED, "END-21")
            .allow(DOCUMENTED, EndingAction.CLOSE, CLOSED, "END-22")
            .allow(ENDED_BY_CASE_WORKER, EndingAction.CLOSE_INTERVENTION, CLOSED, "END-26, END-27")
            .build();

    private EndingLifecycle() {}
}

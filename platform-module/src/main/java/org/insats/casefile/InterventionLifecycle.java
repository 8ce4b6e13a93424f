package org.insats.casefile;

import static org.insats.casefile.InterventionState.DECLINED;
import static org.insats.casefile.InterventionState.DOCUMENTED;
import static org.insats.casefile.InterventionState.ENDED;
import static org.insats.casefile.InterventionState.ENDING;
import static org.insats.casefile.InterventionState.GRANTED;
import static org.insats.casefile.InterventionState.ORDERED;
import static org.insats.casefile.InterventionState.PLANNED;
import static org.insats.casefile.InterventionState.RUNNING;
import static org.insats.casefile.InterventionState.WITHDRAWN;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/**
 * The life of an intervention. After a withdrawn or declined order the decision stands, so that a new order may follow
 * (ORD-70, ORD-74).
 */
public final class InterventionLifecycle {

    /** The table. */
    public static final StateMachine<InterventionState, InterventionAction> TABLE = StateMachine.of(
                    InterventionState.class, InterventionAction.class, PLANNED)
            .allow(PLANNED, InterventionAction.GRANT, GRANTED, "ORD-83")
            .note(EnumSet.of(GRANTED, ORDERED, RUNNING), InterventionAction.GRANT, "EXT-07, BR-15, ORD-82, ORD-85")
            .note(EnumSet.of(WITHDRAWN, DECLINED), InterventionAction.GRANT, "ORD-74")
            .allow(PLANNED, InterventionAction.ORDER, ORDERED, "ORD-43, ORD-45")
            .allow(EnumSet.of(GRANTED, WITHDRAWN, DECLINED), InterventionAction.ORDER, ORDERED, "ORD-42, ORD-74")
            .note(EnumSet.of(RUNNING), InterventionAction.ORDER, "EXT-08")
            .allow(EnumSet.of(GRANTED, ORDERED), InterventionAction.START, RUNNING, "STA-46, ORD-12")
            .allow(ORDERED, InterventionAction.WITHDRAW, WITHDRAWN, "ORD-59")
            .allow(ORDERED, InterventionAction.DECLINE, DECLINED, "ORD-58")
            .allow(RUNNING, InterventionAction.END, ENDING, "END-20")
            .allow(ENDING, InterventionAction.FINISH_DOCUMENTATION, DOCUMENTED, "END-21")
            .allow(DOCUMENTED, InterventionAction.CLOSE, ENDED, "END-22")
            .allow(ENDING, InterventionAction.CLOSE_BY_CASE_WORKER, ENDED, "END-26, END-27")
            .allow(
                    EnumSet.of(PLANNED, GRANTED, WITHDRAWN, DECLINED),
                    InterventionAction.END_UNSTARTED,
                    ENDED,
                    "ORD-74, END-31")
            .build();

    private InterventionLifecycle() {}
}

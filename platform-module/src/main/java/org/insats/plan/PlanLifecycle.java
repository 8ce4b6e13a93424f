package org.insats.plan;

import static org.insats.plan.PlanState.CLOSED;
import static org.insats.plan.PlanState.DRAFT;
import static org.insats.plan.PlanState.ESTABLISHED;
import static org.insats.plan.PlanState.REPLACED;
import static org.insats.plan.PlanState.RETURNED_FOR_SIGNATURE;
import static org.insats.plan.PlanState.SIGNED;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/**
 * The life of an implementation plan, requirements 4.5.2 and 4.7. A plan sent out for signature as a draft counts only
 * once signed (PLN-27); an established one stays in force while its signed copy is awaited.
 */
public final class PlanLifecycle {

    /** The table. */
    public static final StateMachine<PlanState, PlanAction> TABLE = StateMachine.of(
                    PlanState.class, PlanAction.class, DRAFT)
            .note(EnumSet.of(DRAFT), PlanAction.CHANGE_GOALS, "REV-03")
            .note(EnumSet.of(DRAFT, ESTABLISHED, SIGNED), PlanAction.BOOK_SESSION, "STA-43")
            .allow(DRAFT, PlanAction.ESTABLISH, ESTABLISHED, "PLN-21..25")
            .allow(DRAFT, PlanAction.REQUEST_SIGNATURE, RETURNED_FOR_SIGNATURE, "PLN-27")
            .note(EnumSet.of(ESTABLISHED), PlanAction.REQUEST_SIGNATURE, "DOC-IMP-15")
            .note(EnumSet.of(ESTABLISHED, RETURNED_FOR_SIGNATURE), PlanAction.SIGN, "DOC-IMP-15")
            .allow(
                    EnumSet.of(ESTABLISHED, RETURNED_FOR_SIGNATURE),
                    PlanAction.RECEIVE_SIGNED_COPY,
                    SIGNED,
                    "PLN-27, DOC-IMP-15")
            .note(EnumSet.of(ESTABLISHED, SIGNED), PlanAction.SEND_COPY, "PLN-33")
            .note(EnumSet.of(ESTABLISHED, SIGNED), PlanAction.REVISE, "REV-01")
            .allow(EnumSet.of(ESTABLISHED, SIGNED), PlanAction.REPLACE, REPLACED, "REV-01")
            .allow(EnumSet.of(ESTABLISHED, SIGNED), PlanAction.CLOSE, CLOSED, "4.5.2")
            .build();

    private PlanLifecycle() {}
}

package org.insats.followup;

import static org.insats.followup.ChildTalkState.ACCEPTED;
import static org.insats.followup.ChildTalkState.DECLINED_BY_CHILD;
import static org.insats.followup.ChildTalkState.GUARDIANS_INFORMED;
import static org.insats.followup.ChildTalkState.HELD;
import static org.insats.followup.ChildTalkState.NOT_ASSESSED;
import static org.insats.followup.ChildTalkState.NOT_SUITABLE;
import static org.insats.followup.ChildTalkState.OFFERED;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/** The life of a talk with the child, requirements 4.6.3. It is never held before the guardians were informed (BR-76). */
public final class ChildTalkLifecycle {

    /** The table. */
    public static final StateMachine<ChildTalkState, ChildTalkAction> TABLE = StateMachine.of(
                    ChildTalkState.class, ChildTalkAction.class, NOT_ASSESSED)
            .allow(NOT_ASSESSED, ChildTalkAction.OFFER, OFFERED, "FUP-20")
            .allow(OFFERED, ChildTalkAction.DECLINE, DECLINED_BY_CHILD, "FUP-21")
            .allow(OFFERED, ChildTalkAction.ACCEPT, ACCEPTED, "FUP-21")
            .allow(ACCEPTED, ChildTalkAction.INFORM_GUARDIANS, GUARDIANS_INFORMED, "FUP-22")
            .note(EnumSet.of(GUARDIANS_INFORMED), ChildTalkAction.INFORM_GUARDIANS, "FUP-22")
            .allow(GUARDIANS_INFORMED, ChildTalkAction.HOLD, HELD, "FUP-22, BR-76")
            .allow(
                    EnumSet.of(NOT_ASSESSED, OFFERED, ACCEPTED, GUARDIANS_INFORMED),
                    ChildTalkAction.FIND_UNSUITABLE,
                    NOT_SUITABLE,
                    "FUP-21")
            .build();

    private ChildTalkLifecycle() {}
}

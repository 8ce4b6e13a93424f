package org.insats.agreement;

import static org.insats.agreement.AllowanceState.DRAFT;
import static org.insats.agreement.AllowanceState.ESTABLISHED;

import java.util.EnumSet;
import java.util.Set;
import org.insats.platform.StateMachine;

/** The life of a record of meals, equipment and allowances: noted piece by piece, then established (STA-04..06). */
public final class AllowanceLifecycle {

    private static final Set<AllowanceState> OPEN = EnumSet.of(DRAFT);

    /** The table. */
    public static final StateMachine<AllowanceState, AllowanceAction> TABLE = StateMachine.of(
                    AllowanceState.class, AllowanceAction.class, DRAFT)
            .note(OPEN, AllowanceAction.INFORM_FAMILY, "STA-06, DL-51")
            .note(OPEN, AllowanceAction.INFORM_SECRETARY, "STA-06, DL-51")
            .note(OPEN, AllowanceAction.EQUIP_CONTRACTOR, "STA-03, BR-17")
            .note(OPEN, AllowanceAction.SETTLE_REMUNERATION, "STA-12")
            .note(OPEN, AllowanceAction.EQUIP_CLIENT, "STA-04, BR-17")
            .note(OPEN, AllowanceAction.PAY_ACTIVITIES, "STA-05, BR-16")
            .allow(DRAFT, AllowanceAction.ESTABLISH, ESTABLISHED, "DOC-MEA")
            .build();

    private AllowanceLifecycle() {}
}

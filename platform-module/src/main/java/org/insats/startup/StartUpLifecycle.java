package org.insats.startup;

import static org.insats.startup.StartUpState.BOOKED;
import static org.insats.startup.StartUpState.CANCELLED;
import static org.insats.startup.StartUpState.EXECUTED;
import static org.insats.startup.StartUpState.HELD;
import static org.insats.startup.StartUpState.NOT_BOOKED;
import static org.insats.startup.StartUpState.REBOOKED;
import static org.insats.startup.StartUpState.ROLE_TALK_HELD;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/** The life of a start-up meeting, requirements 4.4. The role talk before it is optional (STA-24). */
public final class StartUpLifecycle {

    /** The table. */
    public static final StateMachine<StartUpState, StartUpAction> TABLE = StateMachine.of(
                    StartUpState.class, StartUpAction.class, NOT_BOOKED)
            .allow(NOT_BOOKED, StartUpAction.BOOK, BOOKED, "STA-20")
            .allow(EnumSet.of(BOOKED, ROLE_TALK_HELD, REBOOKED), StartUpAction.REBOOK, REBOOKED, "4.4")
            .allow(EnumSet.of(BOOKED, REBOOKED), StartUpAction.HOLD_ROLE_TALK, ROLE_TALK_HELD, "STA-24")
            .allow(EnumSet.of(BOOKED, ROLE_TALK_HELD, REBOOKED), StartUpAction.HOLD, HELD, "STA-21")
            .allow(HELD, StartUpAction.EXECUTE, EXECUTED, "STA-25")
            .allow(EnumSet.of(NOT_BOOKED, BOOKED, ROLE_TALK_HELD, REBOOKED), StartUpAction.CANCEL, CANCELLED, "DLF-10")
            .build();

    private StartUpLifecycle() {}
}

package org.insats.situation;

import static org.insats.situation.CoordinationState.CONTINUES;
import static org.insats.situation.CoordinationState.CONTINUES_DURING_INVESTIGATION;
import static org.insats.situation.CoordinationState.COORDINATED;
import static org.insats.situation.CoordinationState.DRAFT;
import static org.insats.situation.CoordinationState.ENDING;
import static org.insats.situation.CoordinationState.INFORMATION_GATHERED;
import static org.insats.situation.CoordinationState.PLACEMENT_PLANNED;
import static org.insats.situation.CoordinationState.UNDER_INVESTIGATION;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/** The way to a position on whether the intervention goes on. */
public final class CoordinationLifecycle {

    /** The table. */
    public static final StateMachine<CoordinationState, CoordinationAction> TABLE = StateMachine.of(
                    CoordinationState.class, CoordinationAction.class, DRAFT)
            .allow(DRAFT, CoordinationAction.ASK_POSITION, UNDER_INVESTIGATION, "TMP-20, BR-114")
            .allow(UNDER_INVESTIGATION, CoordinationAction.CONTINUE, CONTINUES_DURING_INVESTIGATION, "TMP-21, TMP-22")
            .allow(DRAFT, CoordinationAction.PLAN_PLACEMENT, PLACEMENT_PLANNED, "TMP-30")
            .allow(PLACEMENT_PLANNED, CoordinationAction.GATHER_INFORMATION, INFORMATION_GATHERED, "TMP-30")
            .allow(INFORMATION_GATHERED, CoordinationAction.COORDINATE, COORDINATED, "TMP-31, TMP-32")
            .allow(COORDINATED, CoordinationAction.CONTINUE, CONTINUES, "TMP-33")
            .allow(EnumSet.of(UNDER_INVESTIGATION, COORDINATED), CoordinationAction.END, ENDING, "TMP-23")
            .note(EnumSet.allOf(CoordinationState.class), CoordinationAction.NOTE_INFORMATION, "FUP-07, DL-60")
            .note(EnumSet.allOf(CoordinationState.class), CoordinationAction.SHARE, "FUP-07")
            .build();

    private CoordinationLifecycle() {}
}

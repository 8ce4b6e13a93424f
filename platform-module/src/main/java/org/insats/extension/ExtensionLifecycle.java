package org.insats.extension;

import static org.insats.extension.ExtensionState.COMPLETED;
import static org.insats.extension.ExtensionState.CONSIDERED;
import static org.insats.extension.ExtensionState.COPIES_SENT;
import static org.insats.extension.ExtensionState.DECIDED_CONTINUE;
import static org.insats.extension.ExtensionState.DECIDED_NOT_EXTEND;
import static org.insats.extension.ExtensionState.INVESTIGATION;
import static org.insats.extension.ExtensionState.NEW_AGREEMENT;
import static org.insats.extension.ExtensionState.ORDER_SENT;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/** The life of an extension, requirements 4.8. Which of the steps there are is the routine's to say (PRF-35). */
public final class ExtensionLifecycle {

    /** The table. */
    public static final StateMachine<ExtensionState, ExtensionAction> TABLE = StateMachine.of(
                    ExtensionState.class, ExtensionAction.class, CONSIDERED)
            .note(EnumSet.of(CONSIDERED, INVESTIGATION), ExtensionAction.CONSENT, "EXT-05")
            .allow(CONSIDERED, ExtensionAction.INVESTIGATE, INVESTIGATION, "EXT-06")
            .allow(EnumSet.of(CONSIDERED, INVESTIGATION), ExtensionAction.CONTINUE, DECIDED_CONTINUE, "EXT-02, EXT-06")
            .allow(
                    EnumSet.of(CONSIDERED, INVESTIGATION),
                    ExtensionAction.DECIDE_NOT_TO_EXTEND,
                    DECIDED_NOT_EXTEND,
                    "EXT-11, BR-14")
            .allow(DECIDED_CONTINUE, ExtensionAction.SEND_ORDER, ORDER_SENT, "EXT-08")
            .allow(EnumSet.of(DECIDED_CONTINUE, COPIES_SENT), ExtensionAction.SEND_COPY, COPIES_SENT, "EXT-03")
            .note(EnumSet.of(DECIDED_CONTINUE), ExtensionAction.PROLONG_RESOURCE, "EXT-06")
            .allow(COPIES_SENT, ExtensionAction.REGISTER_AGREEMENT, NEW_AGREEMENT, "EXT-03")
            .allow(
                    EnumSet.of(DECIDED_CONTINUE, ORDER_SENT, COPIES_SENT, NEW_AGREEMENT),
                    ExtensionAction.COMPLETE,
                    COMPLETED,
                    "EXT-07")
            .build();

    private ExtensionLifecycle() {}
}

package org.insats.situation;

import static org.insats.situation.TemporaryState.CONVERTED;
import static org.insats.situation.TemporaryState.DISCUSSED;
import static org.insats.situation.TemporaryState.ENDED;
import static org.insats.situation.TemporaryState.GRANTED;
import static org.insats.situation.TemporaryState.NEED_SEEN;
import static org.insats.situation.TemporaryState.ORDERED;
import static org.insats.situation.TemporaryState.PRIORITISED;
import static org.insats.situation.TemporaryState.RUNNING;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/** The life of a temporary intervention: talked over and prioritised before it is granted; then it follows its order. */
public final class TemporaryLifecycle {

    /** The table. */
    public static final StateMachine<TemporaryState, TemporaryAction> TABLE = StateMachine.of(
                    TemporaryState.class, TemporaryAction.class, NEED_SEEN)
            .allow(NEED_SEEN, TemporaryAction.DISCUSS, DISCUSSED, "TMP-02")
            .allow(DISCUSSED, TemporaryAction.PRIORITISE, PRIORITISED, "TMP-03")
            .note(EnumSet.of(NEED_SEEN, DISCUSSED, PRIORITISED, GRANTED, ORDERED), TemporaryAction.CONSENT, "TMP-07")
            .allow(PRIORITISED, TemporaryAction.GRANT, GRANTED, "TMP-04, BR-113")
            .allow(GRANTED, TemporaryAction.ORDER, ORDERED, "TMP-04")
            .allow(ORDERED, TemporaryAction.ORDER_FALLS, GRANTED, "ORD-58, ORD-59")
            .allow(ORDERED, TemporaryAction.START, RUNNING, "STA-46")
            .allow(EnumSet.of(GRANTED, ORDERED, RUNNING), TemporaryAction.CONVERT, CONVERTED, "TMP-06")
            .allow(EnumSet.of(GRANTED, RUNNING), TemporaryAction.END, ENDED, "TMP-06")
            .build();

    private TemporaryLifecycle() {}
}

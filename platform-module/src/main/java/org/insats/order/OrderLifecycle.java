package org.insats.order;

import static org.insats.order.OrderState.ALLOCATED;
import static org.insats.order.OrderState.DECLINED;
import static org.insats.order.OrderState.DRAFT;
import static org.insats.order.OrderState.ENDED;
import static org.insats.order.OrderState.MATCHED;
import static org.insats.order.OrderState.MATCHING;
import static org.insats.order.OrderState.RECEIVED;
import static org.insats.order.OrderState.SENT;
import static org.insats.order.OrderState.STARTED;
import static org.insats.order.OrderState.SUPERSEDED;
import static org.insats.order.OrderState.WITHDRAWN;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/**
 * The life of an order, requirements 4.1. One table serves every profile: open care goes from allocated to started
 * without a search for a contractor (ORD-30).
 */
public final class OrderLifecycle {

    /** The table. */
    public static final StateMachine<OrderState, OrderAction> TABLE = StateMachine.of(
                    OrderState.class, OrderAction.class, DRAFT)
            .allow(DRAFT, OrderAction.SEND, SENT, "ORD-40..45")
            .allow(SENT, OrderAction.RECEIVE, RECEIVED, "ORD-46")
            .note(EnumSet.of(RECEIVED, ALLOCATED), OrderAction.RECEIVE, "DLA-09, DLC-13")
            .note(EnumSet.of(RECEIVED, ALLOCATED), OrderAction.CHECK, "ORD-48")
            .note(EnumSet.of(RECEIVED, ALLOCATED), OrderAction.DIALOGUE, "ORD-49")
            .note(EnumSet.of(RECEIVED), OrderAction.ASK, "ORD-47")
            .note(EnumSet.of(RECEIVED), OrderAction.ANSWER, "ORD-47")
            .allow(SENT, OrderAction.ALLOCATE, ALLOCATED, "ORD-50, ORD-52")
            .allow(RECEIVED, OrderAction.ALLOCATE, ALLOCATED, "ORD-51, ORD-53")
            .allow(ALLOCATED, OrderAction.SEARCH, MATCHING, "ORD-54")
            .allow(MATCHING, OrderAction.MATCH, MATCHED, "ORD-55")
            .allow(MATCHED, OrderAction.REOPEN_SEARCH, MATCHING, "ORD-56")
            .allow(EnumSet.of(ALLOCATED, MATCHED), OrderAction.START, STARTED, "ORD-57")
            .allow(STARTED, OrderAction.END, ENDED, "ORD-63")
            .allow(EnumSet.of(SENT, RECEIVED, ALLOCATED, MATCHING), OrderAction.DECLINE, DECLINED, "ORD-58")
            .allow(EnumSet.range(SENT, MATCHED), OrderAction.WITHDRAW, WITHDRAWN, "ORD-59")
            .note(EnumSet.of(WITHDRAWN, DECLINED), OrderAction.COPY, "ORD-70")
            .note(EnumSet.of(DECLINED), OrderAction.CHOOSE, "ORD-74")
            .allow(EnumSet.range(SENT, MATCHED), OrderAction.SUPERSEDE, SUPERSEDED, "ORD-62")
            .note(EnumSet.of(DRAFT), OrderAction.MARK_URGENT, "TMP-41, DL-03")
            .note(EnumSet.of(DRAFT, SENT, RECEIVED), OrderAction.CONTACT_DIRECTLY, "TMP-40, TMP-41")
            .note(EnumSet.of(ALLOCATED, MATCHING), OrderAction.CONTACT_CASE_WORKER, "ORD-60")
            .note(EnumSet.range(SENT, MATCHED), OrderAction.NOTE_NEED_CHANGED, "DL-05")
            .note(EnumSet.range(SENT, MATCHED), OrderAction.CONVERT, "ORD-62")
            .allow(RECEIVED, OrderAction.CONFIRM_EARLIER, ALLOCATED, "ORD-78")
            .build();

    private OrderLifecycle() {}
}

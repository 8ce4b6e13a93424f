package org.insats.order;

import java.util.List;
import java.util.function.Predicate;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.LifecycleAction;
import org.insats.casefile.Role;

/** The acts that order and referral share, with who may and what they ask for. */
final class Forms {

    private Forms() {}

    static LifecycleAction<OrderState, OrderAction> act(
            String name, OrderAction action, Predicate<Role> who, LifecycleAction.Effect<OrderState> effect) {
        return new LifecycleAction<>(name, OrderLifecycle.TABLE, action, who, effect);
    }

    static DocumentAction receive(Handling handling) {
        return act("receive", OrderAction.RECEIVE, Forms::takesIn, handling::receive)
                .asking(Forms::receipt);
    }

    /** A receipt that is corrected needs its reason (DLA-09). */
    private static List<ActionInput> receipt(Document order) {
        ActionInput reason = ActionInput.longText("reason");
        boolean received = !order.status().equals(OrderState.SENT.name());
        return List.of(ActionInput.today("date"), received ? reason.required() : reason);
    }

    static DocumentAction dialogue(Handling handling) {
        return act("dialogue", OrderAction.DIALOGUE, Forms::keepsDialogue, handling::dialogue)
                .asking(ActionInput.longText("text").required());
    }

    static DocumentAction withdraw(Handling handling) {
        return act("withdraw", OrderAction.WITHDRAW, Role::isCaseWorker, handling::withdraw)
                .asking(
                        ActionInput.oneOf("reason", "insord:withdrawalReasonValues")
                                .required(),
                        ActionInput.today("date"),
                        ActionInput.text("orallyInformed").required(),
                        ActionInput.today("orallyInformedAt"))
                .forGood();
    }

    static DocumentAction decline(Handling handling) {
        return act("decline", OrderAction.DECLINE, Forms::managesPerformer, handling::decline)
                .asking(ActionInput.longText("reason").required(), ActionInput.today("date"))
                .forGood();
    }

    static DocumentAction copy(Handling handling) {
        return act("copyToNew", OrderAction.COPY, Role::isCaseWorker, handling::copy);
    }

    static DocumentAction choose(Handling handling) {
        return act("chooseNext", OrderAction.CHOOSE, Role::isCaseWorker, handling::choose)
                .asking(ActionInput.oneOf("choice", "insord:afterDeclineValues").required());
    }

    /** Who decides for the performing side (ORD-49, ORD-58). */
    static boolean managesPerformer(Role role) {
        return role == Role.UNIT_MANAGER || role == Role.LEAD_TREATMENT_SECRETARY;
    }

    /** Who takes in what was sent: the managers, or whoever keeps the queue (ORD-14, ORD-46). */
    static boolean takesIn(Role role) {
        return managesPerformer(role) || role == Role.IOF_SECRETARY;
    }

    private static boolean keepsDialogue(Role role) {
        return managesPerformer(role) || role == Role.LEAD_SOCIAL_WORKER;
    }
}

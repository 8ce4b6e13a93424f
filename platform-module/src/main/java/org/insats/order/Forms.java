package org.insats.order;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
                .asking(handling::withdrawal)
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

    /** What orders and notices to a placement group have besides; elsewhere they are not offered (PRF-12, PRF-14). */
    static Stream<DocumentAction> ofPlacement(PlacementActs acts, Handling handling) {
        PlacementRules rules = acts.rules();
        return Stream.of(
                placement("markUrgent", OrderAction.MARK_URGENT, rules, Role::isCaseWorker, acts::markUrgent)
                        .asking(ActionInput.today("date").required()),
                placement(
                                "contactDirectly",
                                OrderAction.CONTACT_DIRECTLY,
                                rules,
                                Role::isCaseWorker,
                                acts::contactDirectly)
                        .asking(
                                ActionInput.dateTime("at").required(),
                                ActionInput.staff("userName", Role.PLACEMENT_WORKER)
                                        .required()),
                new LifecycleAction<>(
                                "allocate",
                                OrderLifecycle.TABLE,
                                OrderAction.ALLOCATE,
                                (document, role) -> allocates(rules, document, role),
                                handling::allocateInPlace)
                        .asking(order -> allocation(rules, order)),
                placement(
                                "firstContact",
                                OrderAction.CONTACT_CASE_WORKER,
                                rules,
                                Role.PLACEMENT_WORKER::equals,
                                acts::firstContact)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.longText("text").required()),
                new LifecycleAction<>(
                        "search",
                        OrderLifecycle.TABLE,
                        OrderAction.SEARCH,
                        (document, role) -> rules.matches(document) && searches(role),
                        acts::search),
                placement(
                                "needChanged",
                                OrderAction.NOTE_NEED_CHANGED,
                                rules,
                                Role::isCaseWorker,
                                acts::noteNeedChanged)
                        .asking(
                                ActionInput.oneOf("reason", "insord:withdrawalReasonValues")
                                        .required(),
                                ActionInput.today("date").required()),
                new LifecycleAction<>(
                                "confirmEarlier",
                                OrderLifecycle.TABLE,
                                OrderAction.CONFIRM_EARLIER,
                                (document, role) -> role == Role.PLACEMENT_WORKER && acts.followsAllocated(document),
                                acts::confirmEarlier)
                        .asking(acts::confirmation));
    }

    private static LifecycleAction<OrderState, OrderAction> placement(
            String name,
            OrderAction action,
            PlacementRules rules,
            Predicate<Role> who,
            LifecycleAction.Effect<OrderState> effect) {
        return new LifecycleAction<>(
                name,
                OrderLifecycle.TABLE,
                action,
                (document, role) -> who.test(role) && rules.orderServes(document),
                effect);
    }

    /** At the weekly meeting whoever manages the unit; in an urgent placement the placement worker concerned (ORD-50, TMP-40). */
    private static boolean allocates(PlacementRules rules, Document document, Role role) {
        return managesPerformer(role)
                || role == Role.PLACEMENT_WORKER
                        && document.isTrue(OrderModel.EMERGENCY)
                        && rules.orderServes(document);
    }

    private static List<ActionInput> allocation(PlacementRules rules, Document order) {
        boolean serves = rules.orderServes(order);
        ActionInput forum = ActionInput.oneOf("forum", "ins:allocationForum").required();
        return List.of(
                ActionInput.staff("userName", serves ? Role.PLACEMENT_WORKER : Role.TREATMENT_LEAD)
                        .required(),
                serves ? forum.startingWith(Handling.usualForum(order)) : forum,
                ActionInput.today("date").required());
    }

    private static boolean searches(Role role) {
        return role == Role.PLACEMENT_WORKER || managesPerformer(role);
    }

    /** Who decides for the performing side (ORD-49, ORD-58). */
    static boolean managesPerformer(Role role) {
        return role == Role.UNIT_MANAGER
                || role == Role.LEAD_TREATMENT_SECRETARY
                || role == Role.PLACEMENT_SECTION_MANAGER;
    }

    /** Who takes in what was sent: the managers, or whoever keeps the queue (ORD-14, ORD-46). */
    static boolean takesIn(Role role) {
        return managesPerformer(role) || role == Role.IOF_SECRETARY;
    }

    private static boolean keepsDialogue(Role role) {
        return managesPerformer(role) || role == Role.LEAD_SOCIAL_WORKER;
    }
}

package org.insats.order;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.LifecycleAction;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/** The order to a performer (requirements 2-documents.md 4, DOC-ORD). */
public final class OrderKind implements DocumentKind {

    private final OrderActs acts;
    private final OrderDefaults defaults;

    /** A kind whose actions are {@code acts}. */
    public OrderKind(OrderActs acts, OrderDefaults defaults) {
        this.acts = acts;
        this.defaults = defaults;
    }

    @Override
    public String id() {
        return "order";
    }

    @Override
    public QName type() {
        return OrderModel.TYPE_ORDER;
    }

    @Override
    public String code() {
        return "BST";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    /** ORD-20. */
    @Override
    public Set<String> socialOfficeOnly() {
        return Set.of("DRAFT");
    }

    @Override
    public List<MandatoryField> mandatory() {
        Predicate<Document> temporary = OrderKind::isTemporary;
        Predicate<Document> toPlacementGroup = document -> document.text(OrderModel.CHANNEL)
                .filter(value -> value.startsWith("ROP"))
                .isPresent();
        return List.of(
                MandatoryField.must(OrderModel.CHANNEL, "send"),
                MandatoryField.must(OrderModel.ORDER_KIND, "send"),
                MandatoryField.mustWhen(OrderModel.SHORT_ACCOUNT, temporary, "send"),
                MandatoryField.mustWhen(OrderModel.ASSIGNMENT_SENT_BY_POST, temporary, "send"),
                MandatoryField.mustWhen(OrderModel.CONTRACTOR_TYPE, toPlacementGroup, "send"),
                MandatoryField.mustWhen(OrderModel.EXTENT, toPlacementGroup, "send"),
                MandatoryField.mustWhen(OrderModel.NEEDS_TO_MEET, toPlacementGroup, "send"),
                MandatoryField.mustWhen(OrderModel.PURPOSE, toPlacementGroup, "send"),
                MandatoryField.mustWhen(OrderModel.CLIENT_INTERESTS, toPlacementGroup, "send"),
                MandatoryField.mustWhen(OrderModel.CLIENT_ABILITIES, toPlacementGroup, "send"),
                MandatoryField.mustWhen(OrderModel.CLIENT_NEEDS, toPlacementGroup, "send"),
                MandatoryField.mustWhen(OrderModel.ALLERGIES, toPlacementGroup, "send"),
                MandatoryField.mustWhen(OrderModel.CONTRACTOR_REQUIREMENTS, toPlacementGroup, "send"),
                MandatoryField.mustWhen(OrderModel.CONTRACTOR_WISHES, toPlacementGroup, "send"));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("send", OrderAction.SEND, Role::isCaseWorker, acts::send).forGood(),
                action("receive", OrderAction.RECEIVE, OrderKind::managesPerformer, acts::receive)
                        .asking(OrderKind::receipt),
                action("allocate", OrderAction.ALLOCATE, OrderKind::managesPerformer, acts::allocate)
                        .asking(
                                ActionInput.staff("userName", Role.TREATMENT_LEAD)
                                        .required(),
                                ActionInput.oneOf("forum", "ins:allocationForum")
                                        .required(),
                                ActionInput.today("date").required()),
                action("check", OrderAction.CHECK, Role.ADMINISTRATIVE_COORDINATOR::equals, acts::check)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.longText("text").required()),
                action("dialogue", OrderAction.DIALOGUE, OrderKind::keepsDialogue, acts::dialogue)
                        .asking(ActionInput.longText("text").required()),
                action("withdraw", OrderAction.WITHDRAW, Role::isCaseWorker, acts::withdraw)
                        .asking(
                                ActionInput.oneOf("reason", "insord:withdrawalReasonValues")
                                        .required(),
                                ActionInput.today("date"),
                                ActionInput.text("orallyInformed").required(),
                                ActionInput.today("orallyInformedAt"))
                        .forGood(),
                action("decline", OrderAction.DECLINE, OrderKind::managesPerformer, acts::decline)
                        .asking(ActionInput.longText("reason").required(), ActionInput.today("date"))
                        .forGood());
    }

    /** A receipt that is corrected needs its reason (DLA-09). */
    private static List<ActionInput> receipt(Document order) {
        ActionInput reason = ActionInput.longText("reason");
        boolean received = !order.status().equals(OrderState.SENT.name());
        return List.of(ActionInput.today("date"), received ? reason.required() : reason);
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                OrderModel.ORDER_NUMBER,
                OrderModel.RECEIVED_AT,
                OrderModel.ALLOCATED_TO,
                OrderModel.ALLOCATED_AT,
                OrderModel.ALLOCATION_FORUM,
                OrderModel.EXECUTION_CHECK_DATE,
                OrderModel.EXECUTION_CHECK_BY,
                OrderModel.EXECUTION_CHECK_TEXT);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return defaults.of(document);
    }

    static boolean isTemporary(Document document) {
        return document.text(OrderModel.ORDER_KIND).filter("TEMPORARY"::equals).isPresent();
    }

    private static boolean managesPerformer(Role role) {
        return role == Role.UNIT_MANAGER || role == Role.LEAD_TREATMENT_SECRETARY;
    }

    private static boolean keepsDialogue(Role role) {
        return managesPerformer(role) || role == Role.LEAD_SOCIAL_WORKER;
    }

    private static LifecycleAction<OrderState, OrderAction> action(
            String name, OrderAction action, Predicate<Role> who, LifecycleAction.Effect<OrderState> effect) {
        return new LifecycleAction<>(name, OrderLifecycle.TABLE, action, who, effect);
    }
}

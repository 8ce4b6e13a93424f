package org.insats.order;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.QueuePlace;
import org.insats.casefile.Role;

/** The order to a performer (requirements 2-documents.md 4, DOC-ORD). */
public final class OrderKind implements DocumentKind {

    private final OrderActs acts;
    private final PlacementActs placement;
    private final Handling handling;
    private final OrderDefaults defaults;

    /** A kind whose actions are {@code acts}. */
    public OrderKind(OrderActs acts, PlacementActs placement, Handling handling, OrderDefaults defaults) {
        this.acts = acts;
        this.placement = placement;
        this.handling = handling;
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
        Predicate<Document> commission = document -> placement.rules().orderServes(document);
        Predicate<Document> extension = ExtensionOrders::isExtension;
        return Stream.concat(
                        Stream.of(
                                MandatoryField.must(OrderModel.CHANNEL, "send"),
                                MandatoryField.must(OrderModel.ORDER_KIND, "send"),
                                MandatoryField.mustWhen(OrderModel.DECISION_REF, commission, "send"),
                                MandatoryField.mustWhen(OrderModel.EXTENDS_INTERVENTION, extension, "send"),
                                MandatoryField.mustWhen(OrderModel.EXTENSION_DECISION, extension, "send"),
                                MandatoryField.mustWhen(OrderModel.SHORT_ACCOUNT, temporary, "send"),
                                MandatoryField.mustWhen(OrderModel.ASSIGNMENT_SENT_BY_POST, temporary, "send")),
                        RequestFields.askedFor(toPlacementGroup))
                .toList();
    }

    @Override
    public List<DocumentAction> actions() {
        return Stream.concat(
                        Stream.of(
                                Forms.act("send", OrderAction.SEND, Role::isCaseWorker, acts::send)
                                        .asking(handling::sending)
                                        .forGood(),
                                Forms.receive(handling),
                                Forms.act(
                                                "check",
                                                OrderAction.CHECK,
                                                Role.ADMINISTRATIVE_COORDINATOR::equals,
                                                acts::check)
                                        .asking(
                                                ActionInput.today("date").required(),
                                                ActionInput.longText("text").required())),
                        Stream.concat(
                                Forms.ofPlacement(placement, handling),
                                Stream.of(
                                        Forms.dialogue(handling),
                                        Forms.withdraw(handling),
                                        Forms.decline(handling),
                                        Forms.copy(handling),
                                        Forms.choose(handling))))
                .toList();
    }

    /** The full order is missing still (TMP-41), or the assignment that goes by post (PLN-09). */
    @Override
    public List<String> warnings(Document order) {
        List<String> warnings = new ArrayList<>();
        if (RequestFields.isStub(order)) {
            warnings.add("TMP-41");
        }
        if (acts.lacksAssignment(order)) {
            warnings.add("PLN-09");
        }
        if (acts.lacksConsent(order)) {
            warnings.add("PRF-61-ASSIGNMENT");
        }
        return warnings;
    }

    @Override
    public Set<QName> systemFields() {
        Set<QName> fields = new HashSet<>(Handling.SYSTEM_FIELDS);
        fields.add(OrderModel.ORDER_NUMBER);
        fields.add(OrderModel.SUPERSEDES_NOTICE);
        fields.add(OrderModel.EXECUTION_CHECK_DATE);
        fields.add(OrderModel.EXECUTION_CHECK_BY);
        fields.add(OrderModel.EXECUTION_CHECK_TEXT);
        return fields;
    }

    @Override
    public Optional<QueuePlace> queuePlace(Document document) {
        return Handling.queuePlace(document);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return defaults.of(document);
    }

    static boolean isTemporary(Document document) {
        return document.text(OrderModel.ORDER_KIND).filter("TEMPORARY"::equals).isPresent();
    }
}

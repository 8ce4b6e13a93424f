package org.insats.order;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.QueuePlace;
import org.insats.casefile.Role;
import org.insats.platform.Refusal;

/** The notice to a placement group while no decision exists (requirements 2-documents.md 5, DOC-NOT); it lives the life of an order. */
public final class NoticeKind extends LifecycleKind<OrderState, OrderAction> {

    private final NoticeActs acts;
    private final PlacementActs placement;
    private final Handling handling;

    /** A kind whose actions are {@code acts} and what orders have. */
    public NoticeKind(NoticeActs acts, PlacementActs placement, Handling handling) {
        super(OrderLifecycle.TABLE);
        this.acts = acts;
        this.placement = placement;
        this.handling = handling;
    }

    @Override
    public String id() {
        return "notice";
    }

    @Override
    public QName type() {
        return OrderModel.TYPE_NOTICE;
    }

    @Override
    public String code() {
        return "INF";
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
        return Stream.concat(
                        Stream.of(
                                MandatoryField.must(OrderModel.CHANNEL, "send"),
                                MandatoryField.must(OrderModel.NO_DECISION_YET, "send")),
                        RequestFields.askedFor(notice -> true))
                .toList();
    }

    @Override
    public List<DocumentAction> actions() {
        return Stream.concat(
                        Stream.of(
                                action("send", OrderAction.SEND, acts::send)
                                        .asking(handling::sending)
                                        .forGood(),
                                Forms.receive(handling),
                                action("convert", OrderAction.CONVERT, acts::convert)),
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

    @Override
    public Set<QName> systemFields() {
        Set<QName> fields = new HashSet<>(Handling.SYSTEM_FIELDS);
        fields.add(OrderModel.NO_DECISION_YET);
        fields.add(OrderModel.CONVERTED_TO_ORDER);
        return fields;
    }

    /** Only a routine that has notices has them (PRF-03). */
    @Override
    public void check(Document notice) {
        if (acts.rules().routine(notice).profile().isPresent() && !acts.rules().hasNotices(notice)) {
            throw Refusal.rule("ORD-03").onField("kind").violation();
        }
    }

    /** The full notice is missing still (TMP-41). */
    @Override
    public List<String> warnings(Document notice) {
        return RequestFields.isStub(notice) ? List.of("TMP-41") : List.of();
    }

    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(Role::isCaseWorker);
    }

    @Override
    public Optional<QueuePlace> queuePlace(Document document) {
        return Handling.queuePlace(document);
    }

    @Override
    public Map<QName, Serializable> defaults(Document notice) {
        return acts.defaults(notice);
    }
}

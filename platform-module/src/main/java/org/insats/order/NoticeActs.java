package org.insats.order;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.event.NoticeSuperseded;
import org.insats.platform.Refusal;

/** A notice without decision, and the order that takes its place (ORD-03, ORD-41, ORD-62). Runs in the service person's scope. */
public final class NoticeActs {

    private static final Set<String> LIVE = Set.of("SENT", "RECEIVED", "ALLOCATED", "MATCHING", "MATCHED");
    private static final List<QName> KEPT = List.of(
            OrderModel.ALLOCATED_TO,
            OrderModel.ALLOCATED_AT,
            OrderModel.ALLOCATION_FORUM,
            OrderModel.FIRST_FEEDBACK_AT,
            OrderModel.FIRST_FEEDBACK_TEXT);

    private final Documents documents;
    private final Interventions interventions;
    private final CaseEvents events;
    private final Handling handling;
    private final PlacementRules rules;

    /** Acts through the doors of the case file. */
    public NoticeActs(
            Documents documents,
            Interventions interventions,
            CaseEvents events,
            Handling handling,
            PlacementRules rules) {
        this.documents = documents;
        this.interventions = interventions;
        this.events = events;
        this.handling = handling;
        this.rules = rules;
    }

    PlacementRules rules() {
        return rules;
    }

    /** Only while no decision exists; once there is one an order is sent (BR-01, ORD-41). */
    void send(Document notice, OrderState next, Act act) {
        Intervention intervention = interventions.get(notice.requireIntervention());
        if (intervention.text(CaseModel.CURRENT_DECISION).isPresent()) {
            throw Refusal.rule("BR-01").onField("noDecisionYet").violation();
        }
        handling.requireAsked(notice);
        handling.send(notice, next, act, Map.of());
    }

    /** The decision is made: an order is drafted with what the notice says (ORD-62). */
    void convert(Document notice, OrderState next, Act act) {
        boolean decided = interventions
                .get(notice.requireIntervention())
                .text(CaseModel.CURRENT_DECISION)
                .isPresent();
        if (!decided) {
            throw Refusal.rule("ORD-62").onField("decisionRef").violation();
        }
        if (notice.isFilled(OrderModel.CONVERTED_TO_ORDER)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "ORD-70").violation();
        }
        Map<QName, Serializable> fields = new LinkedHashMap<>();
        notice.properties().forEach((name, value) -> {
            if (Handling.COPIED.contains(name) && value != null) {
                fields.put(name, value);
            }
        });
        fields.put(OrderModel.SUPERSEDES_NOTICE, notice.id());
        Document order = documents.make(new NewDocument("order", notice.caseFile(), notice.intervention(), fields));
        documents.writeQuietly(notice, Map.of(OrderModel.CONVERTED_TO_ORDER, order.id()));
    }

    /** The notice that the order takes the place of, while it is still in hand. */
    Optional<Document> superseded(Document order) {
        return order.text(OrderModel.SUPERSEDES_NOTICE)
                .map(id -> documents.get(id))
                .filter(notice -> LIVE.contains(notice.status()));
    }

    /** The order goes on where the notice was: same placement worker, same match (ORD-62). */
    void supersede(Document order, Document notice, Act act) {
        OrderState reached = OrderState.valueOf(notice.status());
        Map<QName, Serializable> kept = new LinkedHashMap<>();
        KEPT.forEach(field ->
                Optional.ofNullable(notice.properties().get(field)).ifPresent(value -> kept.put(field, value)));
        kept.put(CaseModel.STATUS, stateAsFarAs(reached, order).name());
        documents.writeQuietly(order, kept);
        OrderState over = OrderLifecycle.TABLE
                .next(reached, OrderAction.SUPERSEDE)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "STATE").violation());
        documents.writeQuietly(
                notice, Map.of(CaseModel.STATUS, over.name(), OrderModel.CONVERTED_TO_ORDER, order.id()));
        events.publish(new NoticeSuperseded(
                order.caseFile(), order.requireIntervention(), order.node(), notice.node(), act.today()));
    }

    /** Step by step, as the life cycle has it. */
    private static OrderState stateAsFarAs(OrderState reached, Document order) {
        OrderState state = OrderState.valueOf(order.status());
        for (OrderAction step : List.of(OrderAction.ALLOCATE, OrderAction.SEARCH, OrderAction.MATCH)) {
            if (state.compareTo(reached) < 0) {
                state = OrderLifecycle.TABLE.next(state, step).orElse(state);
            }
        }
        return state;
    }

    /** What a new notice takes over from its intervention. */
    Map<QName, Serializable> defaults(Document notice) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(OrderModel.NO_DECISION_YET, true);
        values.put(OrderModel.ORDER_KIND, "NEW");
        values.put(OrderModel.EMERGENCY, false);
        Intervention intervention = interventions.get(notice.requireIntervention());
        intervention.text(CaseModel.SERVICE).ifPresent(service -> values.put(OrderModel.CONTRACTOR_TYPE, service));
        documents.inCase(notice.caseFile()).stream()
                .filter(document -> document.kind().id().equals("investigation"))
                .filter(document -> document.status().equals("ESTABLISHED"))
                .map(Document::id)
                .reduce((earlier, later) -> later)
                .ifPresent(id -> values.put(OrderModel.NOTICE_INVESTIGATION_REF, id));
        return values;
    }
}

package org.insats.order;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Role;
import org.insats.casefile.event.OrderNoted;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/**
 * What case worker and placement worker do with orders and notices to a placement group beyond what every order has (ORD-54,
 * ORD-60, ORD-78, TMP-40, TMP-41, DL-05). Runs in the service person's scope.
 */
public final class PlacementActs {

    private static final String MATCH_URI = "http://insats.org/model/match/1.0";
    private static final QName ORDER_OF_MATCH = QName.createQName(MATCH_URI, "orderOrReferral");
    private static final List<QName> OF_EARLIER_MATCH = List.of(
            QName.createQName(MATCH_URI, "proposedContractor"),
            QName.createQName(MATCH_URI, "matchingAssessment"),
            QName.createQName(MATCH_URI, "registerEntry"));
    private static final Set<String> REASONS = Set.of("NEED_CHANGED", "NEED_CEASED");

    private final Documents documents;
    private final CaseFileService caseFiles;
    private final CaseEvents events;
    private final Handling handling;
    private final PlacementRules rules;

    /** Acts through the doors of the case file. */
    public PlacementActs(
            Documents documents,
            CaseFileService caseFiles,
            CaseEvents events,
            Handling handling,
            PlacementRules rules) {
        this.documents = documents;
        this.caseFiles = caseFiles;
        this.events = events;
        this.handling = handling;
        this.rules = rules;
    }

    PlacementRules rules() {
        return rules;
    }

    /** The need of an urgent placement is known; the order may be a stub still (TMP-41, DL-03). */
    void markUrgent(Document order, OrderState next, Act act) {
        LocalDate known = act.dateOrToday("date");
        documents.write(order, Map.of(OrderModel.EMERGENCY, true, OrderModel.URGENT_KNOWN_ON, LawDate.toStored(known)));
        noted(order, known);
    }

    /** The case worker has spoken to the placement worker concerned, who from now on works in the case (TMP-40, DOC-ORD-20). */
    void contactDirectly(Document order, OrderState next, Act act) {
        Instant at = act.text("at").map(PlacementActs::instant).orElseGet(act::now);
        if (at.isAfter(act.now())) {
            throw Refusal.rule("DOC-COM-04", "at").onField("at").violation();
        }
        String with = requirePlacementWorker(order, act.text("userName"));
        LocalDate day = LawDate.fromInstant(at);
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(OrderModel.EMERGENCY, true);
        changes.put(OrderModel.DIRECT_CONTACT_AT, Date.from(at));
        changes.put(OrderModel.DIRECT_CONTACT_WITH, with);
        if (!order.isFilled(OrderModel.URGENT_KNOWN_ON)) {
            changes.put(OrderModel.URGENT_KNOWN_ON, LawDate.toStored(day));
        }
        if (order.status().equals(OrderState.DRAFT.name())) {
            documents.write(order, changes);
        } else {
            documents.writeQuietly(order, changes);
        }
        caseFiles.join(order.caseFile(), order.intervention(), with, Role.PLACEMENT_WORKER);
        noted(order, day);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.rule("DOC-DATE", "at").onField("at").violation();
        }
    }

    /**
     * A placement worker of the unit that gets the order.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-DOC-ORD-22}
     */
    String requirePlacementWorker(Document order, Optional<String> userName) {
        return userName.filter(rules.inPerformerUnit(order, Role.PLACEMENT_WORKER)::contains)
                .orElseThrow(
                        () -> Refusal.rule("DOC-ORD-22").onField("userName").violation());
    }

    /** The need has changed or ceased: it is registered, and a withdrawal is due (DL-05). */
    void noteNeedChanged(Document order, OrderState next, Act act) {
        String reason = act.text("reason")
                .filter(REASONS::contains)
                .orElseThrow(() -> Refusal.rule("ORD-59").onField("reason").violation());
        LocalDate date = act.dateOrToday("date");
        documents.writeQuietly(
                order,
                Map.of(OrderModel.NEED_CHANGED_ON, LawDate.toStored(date), OrderModel.NEED_CHANGED_REASON, reason));
        noted(order, date);
    }

    /** The placement worker tells the case worker how the work is planned, and learns more of the matter (ORD-60, DL-04). */
    void firstContact(Document order, OrderState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        Optional<LocalDate> allocated = order.date(OrderModel.ALLOCATED_AT);
        if (allocated.filter(date::isBefore).isPresent()) {
            throw Refusal.rule("ORD-60", allocated.get().toString())
                    .onField("date")
                    .violation();
        }
        String text = act.text("text")
                .orElseThrow(() -> Refusal.rule("DOC-ORD-23").onField("text").violation());
        documents.writeQuietly(
                order,
                Map.of(OrderModel.FIRST_FEEDBACK_AT, LawDate.toStored(date), OrderModel.FIRST_FEEDBACK_TEXT, text));
        noted(order, date);
    }

    /** A contractor is sought, once the placement worker has been in contact with the case worker (ORD-54). */
    void search(Document order, OrderState next, Act act) {
        if (rules.orderServes(order) && !order.isFilled(OrderModel.FIRST_FEEDBACK_AT)) {
            throw Refusal.rule("ORD-54").onField("firstFeedbackAt").violation();
        }
        documents.writeQuietly(order, Map.of(CaseModel.STATUS, next.name()));
        documents.make(new NewDocument("match", order.caseFile(), order.intervention(), Map.of()));
    }

    /** Whether it follows one that was taken back after it had been allocated (ORD-78). */
    boolean followsAllocated(Document order) {
        return earlier(order).isPresent();
    }

    private Optional<Document> earlier(Document order) {
        return order.text(OrderModel.COPIED_FROM)
                .map(id -> documents.get(id))
                .filter(source -> source.status().equals(OrderState.WITHDRAWN.name()))
                .filter(source -> source.isFilled(OrderModel.ALLOCATED_TO));
    }

    List<ActionInput> confirmation(Document order) {
        return List.of(ActionInput.today("date").required(), ActionInput.yesNo("withMatch"));
    }

    /** The placement worker of the one before goes on with the new order, with the match too if it still suits (ORD-78). */
    void confirmEarlier(Document order, OrderState next, Act act) {
        Document earlier = earlier(order)
                .filter(source -> source.text(OrderModel.ALLOCATED_TO)
                        .filter(act.userName()::equals)
                        .isPresent())
                .orElseThrow(() -> Refusal.rule("ORD-78").violation());
        handling.allocateTo(
                order,
                next,
                act.userName(),
                act.dateOrToday("date"),
                Role.PLACEMENT_WORKER,
                Map.of(OrderModel.ALLOCATION_FORUM, "DIRECT_CONTACT"));
        if (act.input().path("withMatch").asBoolean()) {
            confirmMatch(documents.get(order.node()), earlier);
        }
    }

    private void confirmMatch(Document order, Document earlier) {
        Document former = documents.inCase(order.caseFile()).stream()
                .filter(document -> document.kind().id().equals("match"))
                .filter(match ->
                        match.text(ORDER_OF_MATCH).filter(earlier.id()::equals).isPresent())
                .filter(match -> match.isFilled(OF_EARLIER_MATCH.get(0)))
                .reduce((one, later) -> later)
                .orElseThrow(() -> Refusal.rule("ORD-78").onField("withMatch").violation());
        Map<QName, Serializable> fields = new LinkedHashMap<>();
        OF_EARLIER_MATCH.forEach(field ->
                Optional.ofNullable(former.properties().get(field)).ifPresent(value -> fields.put(field, value)));
        fields.put(ORDER_OF_MATCH, order.id());
        fields.put(CaseModel.STATUS, "PROPOSED");
        documents.writeQuietly(order, Map.of(CaseModel.STATUS, OrderState.MATCHING.name()));
        documents.make(new NewDocument("match", order.caseFile(), order.intervention(), fields));
    }

    private void noted(Document order, LocalDate date) {
        events.publish(new OrderNoted(order.caseFile(), order.requireIntervention(), order.node(), date));
    }
}

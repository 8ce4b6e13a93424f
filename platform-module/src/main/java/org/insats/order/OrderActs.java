package org.insats.order;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.namespace.QName;
import org.insats.assignment.AssignmentService;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.Overrides;
import org.insats.casefile.event.ExecutionChecked;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What people do with an order alone (requirements 4.1.3); the rest is {@link Handling}. Runs in the service person's scope. */
public final class OrderActs {

    private static final QName COMMUNICATED =
            QName.createQName("http://insats.org/model/assignment/1.0", "communicatedWithFamily");
    private static final String CONSENT_FIELD = "consent";
    private static final QName CONSENT = QName.createQName("http://insats.org/model/assignment/1.0", CONSENT_FIELD);
    private static final List<String> CONSENTED = List.of("CONSENTED", "ISSUED", "REVISED");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseEvents events;
    private final Handling handling;
    private final AssignmentService assignments;
    private final AgeLimit ageLimit;
    private final PlacementRules placement;
    private final NoticeActs notices;
    private final ExtensionOrders extensions;
    private final SendGuard guard = new SendGuard();

    /** Acts through the doors of the case file. */
    public OrderActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseEvents events,
            Handling handling,
            AssignmentService assignments,
            AgeLimit ageLimit,
            PlacementRules placement,
            NoticeActs notices,
            ExtensionOrders extensions) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.events = events;
        this.handling = handling;
        this.assignments = assignments;
        this.ageLimit = ageLimit;
        this.placement = placement;
        this.notices = notices;
        this.extensions = extensions;
    }

    /** DRAFT to SENT, and to RECEIVED at once: with its assignment where the routine has one (ORD-40, ORD-42, ORD-22). */
    void send(Document order, OrderState next, Act act) {
        Intervention intervention = interventions.get(order.requireIntervention());
        boolean commission = placement.orderServes(order);
        if (commission) {
            requireDecision(order, intervention);
            handling.requireAsked(order);
        } else {
            guard.refusal(facts(order, intervention, act.today())).ifPresent(refusal -> {
                throw refusal.violation();
            });
        }
        extensions.requireMarked(order);
        Map<QName, Serializable> numbered =
                Map.of(OrderModel.ORDER_NUMBER, order.properties().get(ContentModel.PROP_NAME));
        if (ExtensionOrders.isExtension(order)) {
            extensions.send(order, next, act, numbered);
        } else {
            sendNew(order, intervention, next, act, numbered);
        }
        if (!commission) {
            handling.offerJournalNote(documents.get(order.node()), act);
        }
    }

    /** An order needs a decision; without one a notice is sent (BR-01, ORD-40). */
    private void requireDecision(Document order, Intervention intervention) {
        if (intervention.text(CaseModel.CURRENT_DECISION).isEmpty()) {
            throw Refusal.rule(placement.hasNotices(order) ? "BR-01" : "ORD-83")
                    .onField("decisionRef")
                    .violation();
        }
    }

    private void sendNew(
            Document order, Intervention intervention, OrderState next, Act act, Map<QName, Serializable> numbered) {
        if (!placement.orderServes(order)) {
            assignment(order, intervention)
                    .filter(assignment -> !OrderKind.isTemporary(order))
                    .ifPresent(assignment -> assignments.issue(assignment.node(), act.today()));
            posted(order, intervention);
        }
        Optional<Document> notice = notices.superseded(order);
        if (notice.isEmpty()) {
            handling.send(order, next, act, numbered);
            return;
        }
        handling.sendBesides(order, next, act, numbered, true);
        notices.supersede(documents.get(order.node()), notice.get(), act);
    }

    /** How execution stands, asked by the administrative coordinator (ORD-48, DL-06). */
    void check(Document order, OrderState next, Act act) {
        if (order.isFilled(OrderModel.EXECUTION_CHECK_DATE)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "ORD-48").onField("date").violation();
        }
        LocalDate date = act.dateOrToday("date");
        Optional<LocalDate> received = order.instant(OrderModel.RECEIVED_AT).map(LawDate::fromInstant);
        if (received.isPresent() && date.isBefore(received.get())) {
            throw Refusal.rule("DL-06", received.get().toString())
                    .onField("date")
                    .violation();
        }
        String text = act.text("text")
                .orElseThrow(() -> Refusal.rule("DOC-ORD-25").onField("text").violation());
        documents.writeQuietly(
                order,
                Map.of(
                        OrderModel.EXECUTION_CHECK_DATE, LawDate.toStored(date),
                        OrderModel.EXECUTION_CHECK_BY, act.userName(),
                        OrderModel.EXECUTION_CHECK_TEXT, text));
        events.publish(new ExecutionChecked(order.caseFile(), order.requireIntervention(), order.node(), date));
    }

    /** An assignment that is drawn up already went by post on the day that the order states (TMP-04, PLN-09). */
    private void posted(Document order, Intervention intervention) {
        Optional<LocalDate> day = order.date(OrderModel.ASSIGNMENT_SENT_BY_POST);
        if (OrderKind.isTemporary(order) && day.isPresent()) {
            latestAssignment(order, intervention)
                    .ifPresent(assignment -> assignments.issueByPost(assignment.node(), day.get()));
        }
    }

    private Optional<Document> latestAssignment(Document order, Intervention intervention) {
        return assignment(order, intervention).or(() -> documents.inCase(order.caseFile()).stream()
                .filter(document -> document.kind().id().equals("assignment"))
                .filter(document -> document.intervention().equals(order.intervention()))
                .filter(document -> !document.isFilled(CaseModel.ERRONEOUS_AT))
                .reduce((earlier, later) -> later));
    }

    /** Whether the temporary intervention that is ordered has no assignment yet (PLN-09). */
    boolean lacksAssignment(Document order) {
        return OrderKind.isTemporary(order)
                && latestAssignment(order, interventions.get(order.requireIntervention()))
                        .isEmpty();
    }

    private Optional<Document> assignment(Document order, Intervention intervention) {
        return order.text(OrderModel.ASSIGNMENT_REF)
                .or(() -> intervention.text(CaseModel.CURRENT_ASSIGNMENT))
                .map(id -> documents.get(id));
    }

    /** Consent that was set down as not applicable holds under LVU only (CON-GAP-03). */
    private static boolean isWaived(Document assignment) {
        return new Overrides(assignment).excuses(CONSENT_FIELD) && !assignment.isFilled(CONSENT);
    }

    private static boolean isCompulsory(Intervention intervention) {
        return intervention
                .text(CaseModel.INTERVENTION_LEGAL_BASIS)
                .filter("LVU"::equals)
                .isPresent();
    }

    private static boolean isConsented(Optional<Document> assignment, Intervention intervention) {
        return assignment
                .filter(document -> CONSENTED.contains(document.status()))
                .filter(document -> !isWaived(document) || isCompulsory(intervention))
                .isPresent();
    }

    /** Whether consent to the assignment is missing where that does not keep the order back (PRF-61). */
    boolean lacksConsent(Document order) {
        Intervention intervention = interventions.get(order.requireIntervention());
        Optional<Document> assignment = assignment(order, intervention);
        return !OrderKind.isTemporary(order)
                && !placement.orderServes(order)
                && !placement.blocksWithoutConsent(order)
                && assignment
                        .filter(document -> !document.isFilled(CONSENT) && !isWaived(document))
                        .isPresent();
    }

    private SendFacts facts(Document order, Intervention intervention, LocalDate today) {
        Optional<Document> assignment = assignment(order, intervention);
        return new SendFacts(
                OrderKind.isTemporary(order),
                assignment.isPresent(),
                assignment.filter(document -> document.isFilled(COMMUNICATED)).isPresent(),
                isConsented(assignment, intervention),
                placement.blocksWithoutConsent(order),
                intervention.text(CaseModel.CURRENT_DECISION).isPresent(),
                intervention.date(CaseModel.GRANT_FROM),
                intervention.date(CaseModel.GRANT_TO),
                caseFiles.client(order.caseFile()).birthDate(),
                ageLimit.of(caseFiles.ofNode(order.node()), intervention, today));
    }
}

package org.insats.order;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.assignment.AssignmentService;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionAction;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Overrides;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.ExecutionChecked;
import org.insats.casefile.event.OrderAllocated;
import org.insats.casefile.event.OrderEnded;
import org.insats.casefile.event.OrderReceived;
import org.insats.casefile.event.OrderSent;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.springframework.extensions.surf.util.I18NUtil;

/** What people do with an order (requirements 4.1.3). Runs in the service person's scope, after the right was checked. */
public final class OrderActs {

    private static final QName COMMUNICATED =
            QName.createQName("http://insats.org/model/assignment/1.0", "communicatedWithFamily");
    private static final List<String> CONSENTED = List.of("CONSENTED", "ISSUED", "REVISED");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseEvents events;
    private final PersonService people;
    private final AssignmentService assignments;
    private final AgeLimit ageLimit;
    private final SendGuard guard = new SendGuard();

    /** Acts through the doors of the case file. */
    public OrderActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseEvents events,
            PersonService people,
            AssignmentService assignments,
            AgeLimit ageLimit) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.events = events;
        this.people = people;
        this.assignments = assignments;
        this.ageLimit = ageLimit;
    }

    /** DRAFT to SENT, and to RECEIVED at once, since it is delivered electronically (ORD-42, ORD-22, DLA-09). */
    void send(Document order, OrderState next, Act act) {
        NodeRef intervention = order.requireIntervention();
        guard.refusal(facts(order, interventions.get(intervention), act.today()))
                .ifPresent(refusal -> {
                    throw refusal.violation();
                });
        assignment(order, interventions.get(intervention))
                .filter(assignment -> !OrderKind.isTemporary(order))
                .ifPresent(assignment -> assignments.issue(assignment.node(), act.today()));
        Map<QName, Serializable> sent = new LinkedHashMap<>();
        sent.put(OrderModel.ORDER_NUMBER, order.properties().get(ContentModel.PROP_NAME));
        sent.put(CaseModel.SENT_AT, Date.from(act.now()));
        sent.put(CaseModel.SENT_BY, act.userName());
        interventions
                .get(intervention)
                .text(CaseModel.PERFORMER_UNIT)
                .ifPresent(unit -> sent.put(CaseModel.SENT_TO, unit));
        Document recorded = documents.record(order, "send", RecordEvent.SENT, next.name(), sent);
        interventions.move(intervention, InterventionAction.ORDER, Map.of(CaseModel.CURRENT_ORDER, order.id()));
        offerJournalNote(order, act);
        events.publish(new OrderSent(order.caseFile(), intervention, order.node(), act.today()));
        received(recorded, act.today(), Date.from(act.now()));
    }

    /** Registers receipt, or corrects its date with a reason (ORD-46, DLA-09). */
    void receive(Document order, OrderState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        Optional<LocalDate> sent = order.instant(CaseModel.SENT_AT).map(LawDate::fromInstant);
        if (sent.isPresent() && date.isBefore(sent.get())) {
            throw Refusal.rule("DOC-ORD-21", sent.get().toString())
                    .onField("date")
                    .violation();
        }
        if (!order.status().equals(OrderState.SENT.name())) {
            String reason = act.text("reason")
                    .orElseThrow(() -> Refusal.rule("DLA-09").onField("reason").violation());
            documents.writeQuietly(
                    order, Map.of(CaseModel.OVERRIDES, new Overrides(order).with("receivedAt", reason, act)));
        }
        received(order, date, LawDate.toStored(date));
    }

    /** A named treatment lead becomes responsible (ORD-53). */
    void allocate(Document order, OrderState next, Act act) {
        String userName = act.text("userName").filter(people::personExists).orElseThrow(() -> Refusal.rule("DOC-ORD-22")
                .onField("userName")
                .violation());
        LocalDate date = act.dateOrToday("date");
        documents.writeQuietly(
                order,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        OrderModel.ALLOCATED_TO, userName,
                        OrderModel.ALLOCATED_AT, LawDate.toStored(date),
                        OrderModel.ALLOCATION_FORUM, act.text("forum").orElse("UNIT_MANAGER")));
        NodeRef intervention = order.requireIntervention();
        caseFiles.join(order.caseFile(), userName, Role.TREATMENT_LEAD);
        interventions.write(intervention, Map.of(CaseModel.TREATMENT_LEAD, userName));
        events.publish(new OrderAllocated(order.caseFile(), intervention, order.node(), userName, date));
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

    /** Both sides talk about orders and execution; an optional note (ORD-49). */
    void dialogue(Document order, OrderState next, Act act) {
        act.text("text").ifPresent(text -> note(order, "OTHER", text, act));
    }

    /** Taken back because the need changed or ceased, and told orally (ORD-59, BR-19). */
    void withdraw(Document order, OrderState next, Act act) {
        String reason = act.text("reason")
                .filter(List.of("NEED_CHANGED", "NEED_CEASED")::contains)
                .orElseThrow(() -> Refusal.rule("ORD-59").onField("reason").violation());
        String informed = act.text("orallyInformed")
                .orElseThrow(
                        () -> Refusal.rule("BR-19").onField("orallyInformed").violation());
        LocalDate date = act.dateOrToday("date");
        Map<QName, Serializable> fields = new LinkedHashMap<>();
        fields.put(OrderModel.WITHDRAWN, order.id());
        fields.put(OrderModel.WITHDRAWAL_REASON, reason);
        fields.put(OrderModel.WITHDRAWN_AT, LawDate.toStored(date));
        fields.put(OrderModel.WITHDRAWN_BY, act.userName());
        fields.put(OrderModel.ORALLY_INFORMED, informed);
        fields.put(OrderModel.ORALLY_INFORMED_AT, LawDate.toStored(act.dateOrToday("orallyInformedAt")));
        paper("withdrawal", order, fields);
        end(order, next, InterventionAction.WITHDRAW, date);
    }

    /** The executing side will not carry it out, and says why in writing (ORD-58, ORD-73, BR-18). */
    void decline(Document order, OrderState next, Act act) {
        String reason = act.text("reason")
                .orElseThrow(() -> Refusal.rule("BR-18").onField("reason").violation());
        LocalDate date = act.dateOrToday("date");
        CaseFile caseFile = caseFiles.ofNode(order.node());
        Map<QName, Serializable> fields = new LinkedHashMap<>();
        fields.put(OrderModel.ORDER_REF, order.id());
        fields.put(OrderModel.DECLINE_REASON, reason);
        fields.put(OrderModel.DECIDED_BY, act.userName());
        fields.put(
                OrderModel.GIVEN_TO,
                act.text("givenTo").orElse("GROUP_INSATS_" + Role.LEAD_SOCIAL_WORKER + "_" + caseFile.unit()));
        fields.put(OrderModel.DECLINED_DATE, LawDate.toStored(date));
        paper("decline", order, fields);
        end(order, next, InterventionAction.DECLINE, date);
    }

    private void received(Document order, LocalDate date, Date at) {
        OrderState state = OrderState.valueOf(order.status());
        OrderState next = OrderLifecycle.TABLE
                .next(state, OrderAction.RECEIVE)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "STATE").violation());
        documents.writeQuietly(order, Map.of(CaseModel.STATUS, next.name(), OrderModel.RECEIVED_AT, at));
        events.publish(new OrderReceived(order.caseFile(), order.requireIntervention(), order.node(), date));
    }

    private void end(Document order, OrderState next, InterventionAction action, LocalDate date) {
        NodeRef intervention = order.requireIntervention();
        documents.writeQuietly(order, Map.of(CaseModel.STATUS, next.name()));
        interventions.move(intervention, action, Map.of());
        events.publish(new OrderEnded(order.caseFile(), intervention, order.node(), next.name(), date));
    }

    private void paper(String kind, Document order, Map<QName, Serializable> fields) {
        Document made = documents.make(new NewDocument(kind, order.caseFile(), order.intervention(), fields));
        documents.record(made, "establish", RecordEvent.ESTABLISHED, "ESTABLISHED", Map.of());
    }

    /** DL-35: the note is there as a draft the same day; the case worker reads and establishes it. */
    private void offerJournalNote(Document order, Act act) {
        note(
                order,
                "ORDER_SENT",
                I18NUtil.getMessage("insats.order.sentNote", order.properties().get(OrderModel.ORDER_NUMBER)),
                act);
    }

    private void note(Document order, String type, String text, Act act) {
        documents.make(new NewDocument(
                "journalNote",
                order.caseFile(),
                order.intervention(),
                Map.of(
                        CaseModel.NOTE_TYPE,
                        type,
                        CaseModel.NOTE_TEXT,
                        text,
                        CaseModel.NOTE_DATE,
                        Date.from(act.now()),
                        CaseModel.RELATED_TO,
                        order.id())));
    }

    private Optional<Document> assignment(Document order, Intervention intervention) {
        return order.text(OrderModel.ASSIGNMENT_REF)
                .or(() -> intervention.text(CaseModel.CURRENT_ASSIGNMENT))
                .map(id -> documents.get(id));
    }

    private SendFacts facts(Document order, Intervention intervention, LocalDate today) {
        Optional<Document> assignment = assignment(order, intervention);
        return new SendFacts(
                OrderKind.isTemporary(order),
                assignment.isPresent(),
                assignment.filter(document -> document.isFilled(COMMUNICATED)).isPresent(),
                assignment
                        .filter(document -> CONSENTED.contains(document.status()))
                        .isPresent(),
                intervention.text(CaseModel.CURRENT_DECISION).isPresent(),
                intervention.date(CaseModel.GRANT_FROM),
                intervention.date(CaseModel.GRANT_TO),
                caseFiles.client(order.caseFile()).birthDate(),
                ageLimit.of(caseFiles.ofNode(order.node()), intervention, today));
    }
}

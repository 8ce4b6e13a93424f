package org.insats.order;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.InterventionAction;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Overrides;
import org.insats.casefile.ProtectedPeople;
import org.insats.casefile.QueuePlace;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.ChoiceMade;
import org.insats.casefile.event.OrderAllocated;
import org.insats.casefile.event.OrderEnded;
import org.insats.casefile.event.OrderReceived;
import org.insats.casefile.event.OrderSent;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * What happens alike to everything that goes to the performing side, order or referral: sent, received, allocated, talked
 * about, withdrawn, declined, copied (requirements 4.1.3). Runs in the service person's scope, after the right was checked.
 */
public final class Handling {

    /** What a copy takes along; allocation and match are not inherited (ORD-78). */
    static final Set<QName> COPIED = Set.of(
            OrderModel.CHANNEL,
            OrderModel.ORDER_KIND,
            OrderModel.EMERGENCY,
            OrderModel.CONTRACTOR_TYPE,
            OrderModel.EXTENT,
            OrderModel.NEEDS_TO_MEET,
            OrderModel.PURPOSE,
            OrderModel.CLIENT_INTERESTS,
            OrderModel.CLIENT_ABILITIES,
            OrderModel.CLIENT_NEEDS,
            OrderModel.ALLERGIES,
            OrderModel.CONTRACTOR_REQUIREMENTS,
            OrderModel.CONTRACTOR_WISHES,
            OrderModel.PROPOSED_CONTRACTOR,
            OrderModel.CARE_PLAN_REF,
            OrderModel.URGENT_KNOWN_ON,
            OrderModel.DIRECT_CONTACT_AT,
            OrderModel.DIRECT_CONTACT_WITH,
            OrderModel.SHORT_ACCOUNT,
            OrderModel.RECIPIENT,
            OrderModel.REQUESTED_SERVICE,
            OrderModel.REFERRAL_TEXT,
            OrderModel.NEED_ESTABLISHED_DATE,
            OrderModel.LINKS);

    /** What only the system writes of it. */
    static final Set<QName> SYSTEM_FIELDS = Set.of(
            OrderModel.RECEIVED_AT,
            OrderModel.ALLOCATED_TO,
            OrderModel.ALLOCATED_AT,
            OrderModel.ALLOCATION_FORUM,
            OrderModel.FIRST_FEEDBACK_AT,
            OrderModel.FIRST_FEEDBACK_TEXT,
            OrderModel.NEED_CHANGED_ON,
            OrderModel.NEED_CHANGED_REASON,
            OrderModel.COPIED_FROM,
            OrderModel.COPIED_TO,
            OrderModel.AFTER_DECLINE,
            OrderModel.AFTER_DECLINE_AT,
            OrderModel.AFTER_DECLINE_BY);

    private static final Set<String> WAITING = Set.of("SENT", "RECEIVED");
    private static final String NEW_ORDER = "NEW_ORDER";
    private static final String END = "END";
    private static final List<String> CHOICES = List.of(NEW_ORDER, "CHANGED_DECISION", END);

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseEvents events;
    private final PersonService people;
    private final ProtectedPeople protectedPeople;
    private final PlacementRules placement;

    /** Acts through the doors of the case file. */
    public Handling(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseEvents events,
            PersonService people,
            ProtectedPeople protectedPeople,
            PlacementRules placement) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.events = events;
        this.people = people;
        this.protectedPeople = protectedPeople;
        this.placement = placement;
    }

    /** Makes a draft the record that was sent, and received at once, since it is delivered electronically (ORD-22, DLA-09). */
    void send(Document document, OrderState next, Act act, Map<QName, Serializable> more) {
        Document recorded = recordSent(document, next, act, more);
        NodeRef intervention = document.requireIntervention();
        interventions.move(intervention, InterventionAction.ORDER, Map.of(CaseModel.CURRENT_ORDER, document.id()));
        events.publish(new OrderSent(document.caseFile(), intervention, document.node(), act.today()));
        received(recorded, act.today(), Date.from(act.now()));
    }

    /** As {@link #send}, where another is in hand already, so that the intervention stays where it is (ORD-62, ORD-76). */
    void sendBesides(
            Document document, OrderState next, Act act, Map<QName, Serializable> more, boolean becomesCurrent) {
        Document recorded = recordSent(document, next, act, more);
        NodeRef intervention = document.requireIntervention();
        if (becomesCurrent) {
            interventions.write(intervention, Map.of(CaseModel.CURRENT_ORDER, document.id()));
        }
        events.publish(new OrderSent(document.caseFile(), intervention, document.node(), act.today()));
        received(recorded, act.today(), Date.from(act.now()));
    }

    private Document recordSent(Document document, OrderState next, Act act, Map<QName, Serializable> more) {
        protectedPeople.requireConfirmed(document, act);
        Map<QName, Serializable> sent = new LinkedHashMap<>(more);
        sent.put(CaseModel.SENT_AT, Date.from(act.now()));
        sent.put(CaseModel.SENT_BY, act.userName());
        interventions
                .get(document.requireIntervention())
                .text(CaseModel.PERFORMER_UNIT)
                .ifPresent(unit -> sent.put(CaseModel.SENT_TO, unit));
        Document recorded = documents.record(document, "send", RecordEvent.SENT, next.name(), sent);
        document.text(OrderModel.DIRECT_CONTACT_WITH)
                .filter(userName -> document.isTrue(OrderModel.EMERGENCY))
                .filter(placement.inPerformerUnit(document, Role.PLACEMENT_WORKER)::contains)
                .ifPresent(userName ->
                        caseFiles.join(document.caseFile(), document.intervention(), userName, Role.PLACEMENT_WORKER));
        return recorded;
    }

    /**
     * One of the routine's variants is chosen, and the service is one of those it covers (BR-02, ORD-04, ORD-40).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-BR-02} or {@code INS-ORD-04}
     */
    void requireAsked(Document document) {
        List<String> queues = placement.queues(document);
        if (!queues.isEmpty()
                && document.text(OrderModel.CHANNEL).filter(queues::contains).isEmpty()) {
            throw Refusal.rule("BR-02").onField("channel").violation();
        }
        boolean covered = document.text(OrderModel.CONTRACTOR_TYPE)
                .map(service -> placement.covers(document, service))
                .orElse(true);
        if (!covered) {
            throw Refusal.rule("ORD-04").onField("contractorType").violation();
        }
    }

    /** What its sending asks for. */
    List<ActionInput> sending(Document document) {
        return protectedPeople.inputs(document);
    }

    /**
     * Waits from the day it was received until somebody is allocated, then, where one is searched for, for a contractor; what was urgent
     * stays to be told of (TMP-42).
     */
    static Optional<QueuePlace> queuePlace(Document document) {
        boolean urgent = document.isTrue(OrderModel.EMERGENCY);
        if (WAITING.contains(document.status())) {
            QueuePlace.Stage stage = urgent ? QueuePlace.Stage.URGENT : QueuePlace.Stage.WAITING;
            return document.instant(OrderModel.RECEIVED_AT)
                    .or(() -> document.instant(CaseModel.SENT_AT))
                    .map(LawDate::fromInstant)
                    .map(day -> new QueuePlace(stage, day));
        }
        boolean searching = document.status().equals(OrderState.MATCHING.name());
        QueuePlace.Stage stage = searching ? QueuePlace.Stage.SEARCHING : QueuePlace.Stage.INFORMATION;
        return document.date(OrderModel.ALLOCATED_AT)
                .filter(day -> searching || urgent)
                .map(day -> new QueuePlace(stage, day));
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

    /** A named person on the performing side becomes responsible (ORD-51, ORD-53). */
    void allocate(Document document, OrderState next, Act act, Role role, Map<QName, Serializable> more) {
        String userName = act.text("userName").filter(people::personExists).orElseThrow(() -> Refusal.rule("DOC-ORD-22")
                .onField("userName")
                .violation());
        Map<QName, Serializable> changes = new LinkedHashMap<>(more);
        act.text("forum").ifPresent(forum -> changes.put(OrderModel.ALLOCATION_FORUM, forum));
        allocateTo(document, next, userName, act.dateOrToday("date"), role, changes);
    }

    /** As {@link #allocate}, to somebody already known. */
    void allocateTo(
            Document document,
            OrderState next,
            String userName,
            LocalDate date,
            Role role,
            Map<QName, Serializable> more) {
        Map<QName, Serializable> changes = new LinkedHashMap<>(more);
        changes.put(CaseModel.STATUS, next.name());
        changes.put(OrderModel.ALLOCATED_TO, userName);
        changes.put(OrderModel.ALLOCATED_AT, LawDate.toStored(date));
        changes.putIfAbsent(OrderModel.ALLOCATION_FORUM, "UNIT_MANAGER");
        documents.writeQuietly(document, changes);
        NodeRef intervention = document.requireIntervention();
        caseFiles.join(document.caseFile(), document.intervention(), userName, role);
        interventions.write(intervention, Map.of(CaseModel.TREATMENT_LEAD, userName));
        events.publish(new OrderAllocated(document.caseFile(), intervention, document.node(), userName, date));
    }

    /** The usual way of allocating to a placement group (PRF-06). */
    static String usualForum(Document document) {
        return document.isTrue(OrderModel.EMERGENCY) ? "DIRECT_CONTACT" : "WEEKLY_MEETING";
    }

    /**
     * Allocated to a treatment lead (ORD-53), or by a placement group to one of its placement workers: directly only in an
     * urgent placement (ORD-50, TMP-40).
     */
    void allocateInPlace(Document order, OrderState next, Act act) {
        if (!placement.orderServes(order)) {
            allocate(order, next, act, Role.TREATMENT_LEAD, Map.of());
            return;
        }
        if (act.text("userName")
                .filter(placement.inPerformerUnit(order, Role.PLACEMENT_WORKER)::contains)
                .isEmpty()) {
            throw Refusal.rule("DOC-ORD-22").onField("userName").violation();
        }
        boolean direct = act.text("forum").filter("DIRECT_CONTACT"::equals).isPresent();
        if (direct && !order.isTrue(OrderModel.EMERGENCY)) {
            throw Refusal.rule("TMP-40").onField("forum").violation();
        }
        allocate(order, next, act, Role.PLACEMENT_WORKER, Map.of(OrderModel.ALLOCATION_FORUM, usualForum(order)));
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
        boolean right = !placement.tellsWithdrawal(order)
                || placement.toldOfWithdrawal(order).contains(informed);
        if (!right) {
            throw Refusal.rule("ORD-72").onField("orallyInformed").violation();
        }
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

    /** What a withdrawal asks for; who is told orally is known where the routine says so (ORD-59, ORD-72). */
    List<ActionInput> withdrawal(Document order) {
        ActionInput informed = placement.tellsWithdrawal(order)
                ? ActionInput.staff(
                        "orallyInformed",
                        order.isFilled(OrderModel.ALLOCATED_TO)
                                ? Role.PLACEMENT_WORKER
                                : Role.PLACEMENT_SECTION_MANAGER)
                : ActionInput.text("orallyInformed");
        ActionInput reason =
                ActionInput.oneOf("reason", "insord:withdrawalReasonValues").required();
        return List.of(
                order.text(OrderModel.NEED_CHANGED_REASON)
                        .map(reason::startingWith)
                        .orElse(reason),
                ActionInput.today("date"),
                order.text(OrderModel.ALLOCATED_TO)
                        .filter(userName -> placement.tellsWithdrawal(order))
                        .map(informed.required()::startingWith)
                        .orElse(informed.required()),
                ActionInput.today("orallyInformedAt"));
    }

    /** The executing side will not carry it out, and says why in writing (ORD-58, ORD-73, BR-18). */
    void decline(Document order, OrderState next, Act act) {
        if (!placement.mayBeDeclined(order)) {
            throw Refusal.rule("PRF-51").violation();
        }
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

    /**
     * A changed need is no edit of what was sent: a new draft takes over what was said, for the case worker to change
     * (ORD-70, ORD-78).
     */
    void copy(Document document, OrderState next, Act act) {
        if (document.isFilled(OrderModel.COPIED_TO)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "ORD-70").violation();
        }
        Map<QName, Serializable> fields = new LinkedHashMap<>();
        document.properties().forEach((name, value) -> {
            if (COPIED.contains(name) && value != null) {
                fields.put(name, value);
            }
        });
        fields.put(OrderModel.COPIED_FROM, document.id());
        Document made = documents.make(
                new NewDocument(document.kind().id(), document.caseFile(), document.intervention(), fields));
        documents.writeQuietly(document, Map.of(OrderModel.COPIED_TO, made.id()));
    }

    /**
     * After a decline the decision stands, and the case worker must choose what comes of it (ORD-74). To end is to end what
     * never started: the draft of the ending is there.
     */
    void choose(Document document, OrderState next, Act act) {
        String choice = act.text("choice")
                .filter(CHOICES::contains)
                .orElseThrow(() -> Refusal.rule("ORD-74").onField("choice").violation());
        documents.writeQuietly(
                document,
                Map.of(
                        OrderModel.AFTER_DECLINE, choice,
                        OrderModel.AFTER_DECLINE_AT, LawDate.toStored(act.today()),
                        OrderModel.AFTER_DECLINE_BY, act.userName()));
        if (choice.equals(NEW_ORDER) && !document.isFilled(OrderModel.COPIED_TO)) {
            copy(document, next, act);
        }
        if (choice.equals(END)) {
            documents.make(new NewDocument("ending", document.caseFile(), document.intervention(), Map.of()));
        }
        events.publish(
                new ChoiceMade(document.caseFile(), document.requireIntervention(), document.node(), act.today()));
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
    void offerJournalNote(Document order, Act act) {
        note(
                order,
                "ORDER_SENT",
                I18NUtil.getMessage("insats.order.sentNote", order.properties().get(OrderModel.ORDER_NUMBER)),
                act);
    }

    void note(Document order, String type, String text, Act act) {
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
}

package org.insats.assignment;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Consents;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Goals;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionAction;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Overrides;
import org.insats.casefile.ProtectedPeople;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.AssignmentCommunicated;
import org.insats.casefile.event.AssignmentRevised;
import org.insats.casefile.event.ChoiceMade;
import org.insats.casefile.event.ConsentGiven;
import org.insats.casefile.event.OrderAllocated;
import org.insats.casefile.event.OrderEnded;
import org.insats.casefile.event.OrderSent;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What is done with an assignment: communicated, consented to, issued with the order (DOC-ENUM-34, ORD-08). */
public final class StandardAssignments implements AssignmentService {

    static final String SUBJECT = "ASSIGNMENT_CONTENT";
    static final String COMMUNICATE = "communicate";
    static final String CONSENT = "consent";
    static final String ISSUE = "issue";
    static final String SEND = "send";
    static final String ALLOCATE = "allocate";
    static final String REVISE = "revise";
    static final String WAIVE = "waiveConsent";
    static final String BY_POST = "sendByPost";
    static final String WITHDRAW = "withdraw";
    static final String DECLINE = "decline";
    static final String CHOOSE = "chooseNext";
    private static final String NEW_ORDER = "NEW_ORDER";
    private static final String END = "END";
    private static final List<String> CHOICES = List.of(NEW_ORDER, "CHANGED_DECISION", END);

    private static final List<String> IN_FORCE = List.of("ISSUED", "REVISED");
    /** What a revision takes along, to be changed. */
    private static final List<QName> REVISED = List.of(
            AssignmentModel.CHILD,
            AssignmentModel.PARENTS,
            AssignmentModel.COMMITTEE_ASSESSMENT,
            AssignmentModel.NEEDS,
            AssignmentModel.RECEPTIVENESS,
            AssignmentModel.FOLLOW_UP_FORMS,
            AssignmentModel.INFORMATION_AT_ENDING,
            AssignmentModel.OTHER_BODIES_INTERVENTIONS,
            AssignmentModel.SIP_NEED,
            AssignmentModel.PURPOSE,
            AssignmentModel.INTERVENTION_CONTENT,
            AssignmentModel.RESPONSIBILITY_DIVISION,
            AssignmentModel.PERFORMER,
            AssignmentModel.BASED_ON,
            AssignmentModel.ALLOCATED_PERFORMER,
            AssignmentModel.ALLOCATED_AT,
            CaseModel.GOALS);

    private final Documents documents;
    private final Interventions interventions;
    private final Goals goals;
    private final Consents consents;
    private final CaseEvents events;
    private final AssignmentContent content;
    private final CaseFileService caseFiles;
    private final PersonService people;
    private final ProtectedPeople protectedPeople;

    /** Creates it. */
    public StandardAssignments(
            Documents documents,
            Interventions interventions,
            Goals goals,
            Consents consents,
            CaseEvents events,
            AssignmentContent content,
            CaseFileService caseFiles,
            PersonService people,
            ProtectedPeople protectedPeople) {
        this.documents = documents;
        this.interventions = interventions;
        this.goals = goals;
        this.consents = consents;
        this.events = events;
        this.content = content;
        this.caseFiles = caseFiles;
        this.people = people;
        this.protectedPeople = protectedPeople;
    }

    /** CON-01: the content was communicated with the family on a day. The goals get their identity now. */
    void communicate(Document document, Act act) {
        documents.requireComplete(document, COMMUNICATE);
        LocalDate date = act.dateOrToday("date");
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(AssignmentModel.COMMUNICATED_WITH_FAMILY, LawDate.toStored(date));
        changes.put(CaseModel.STATUS, "COMMUNICATED");
        goals.identify(document).ifPresent(text -> changes.put(CaseModel.GOALS, text));
        documents.write(document, changes);
        NodeRef intervention = document.requireIntervention();
        if (!document.isFilled(CaseModel.REVISED_FROM)) {
            interventions.write(intervention, Map.of(CaseModel.CURRENT_ASSIGNMENT, document.id()));
        }
        events.publish(new AssignmentCommunicated(document.caseFile(), intervention, document.node(), date));
    }

    /** CON-02: one person's answer, as a consent record of its own; what it changes is in {@link #answered}. */
    void consent(Document document, Act act) {
        consents.record(document, SUBJECT, act);
    }

    /** Consent is not asked for under LVU; whether the decision rests on it, the sending looks (CON-GAP-03). */
    void waiveConsent(Document document, Act act) {
        String reason = act.text("reason")
                .orElseThrow(() -> Refusal.rule("CON-02").onField("reason").violation());
        documents.write(
                document,
                Map.of(
                        CaseModel.OVERRIDES,
                        new Overrides(document).with(CONSENT, reason, act),
                        CaseModel.STATUS,
                        "CONSENTED"));
    }

    /** What its sending asks for. */
    List<ActionInput> sending(Document document) {
        return protectedPeople.inputs(document);
    }

    /**
     * An answer is there, through whichever door: the assignment is consented to when the family's consent is complete, and
     * no longer when somebody takes it back (CON-26, CON-39). What was issued stays issued.
     */
    void answered(Document document, LocalDate today) {
        if (!List.of("COMMUNICATED", "CONSENTED").contains(document.status())) {
            return;
        }
        Optional<LocalDate> complete = consents.familyConsent(document, SUBJECT, today);
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(AssignmentModel.CONSENT, consents.listOf(document, SUBJECT));
        changes.put(CaseModel.STATUS, complete.isPresent() ? "CONSENTED" : "COMMUNICATED");
        documents.write(document, changes);
        complete.ifPresent(date -> events.publish(
                new ConsentGiven(document.caseFile(), document.requireIntervention(), document.node(), SUBJECT, date)));
    }

    /** Where the assignment is the intake: whole, after the decision, and then the performing side's (ORD-44, BR-57). */
    void send(Document document, Act act) {
        Intervention intervention = interventions.get(document.requireIntervention());
        if (intervention.text(CaseModel.CURRENT_DECISION).isEmpty()) {
            throw Refusal.rule("PRF-04").violation();
        }
        documents.requireComplete(document, SEND);
        protectedPeople.requireConfirmed(document, act);
        content.requireWhole(document);
        Map<QName, Serializable> changes = new HashMap<>();
        goals.identify(document).ifPresent(text -> changes.put(CaseModel.GOALS, text));
        changes.put(AssignmentModel.PERSON_NEEDS, content.personNeeds(document));
        changes.put(AssignmentModel.ISSUED_DATE, LawDate.toStored(act.today()));
        changes.put(
                AssignmentModel.SENT_TO_USER,
                document.text(AssignmentModel.SENT_TO_USER)
                        .or(() -> intervention
                                .text(CaseModel.PERFORMER_UNIT)
                                .map(unit -> "GROUP_INSATS_UNIT_MANAGER_" + unit))
                        .orElse(null));
        boolean revision = document.isFilled(CaseModel.REVISED_FROM);
        documents.record(document, SEND, RecordEvent.SENT, revision ? "REVISED" : "ISSUED", changes);
        if (revision) {
            replaceEarlier(document, act.today());
            return;
        }
        interventions.move(
                intervention.node(), InterventionAction.ORDER, Map.of(CaseModel.CURRENT_ASSIGNMENT, document.id()));
        events.publish(new OrderSent(document.caseFile(), intervention.node(), document.node(), act.today()));
    }

    /** The manager names a therapist or special-needs educator (ORD-52, DOC-ASG-21). */
    void allocate(Document document, Act act) {
        String userName = act.text("userName").filter(people::personExists).orElseThrow(() -> Refusal.rule("DOC-ASG-21")
                .onField("userName")
                .violation());
        LocalDate date = act.dateOrToday("date");
        Optional<LocalDate> issued = document.date(AssignmentModel.ISSUED_DATE);
        if (issued.isPresent() && date.isBefore(issued.get())) {
            throw Refusal.rule("DOC-ASG-20", issued.get().toString())
                    .onField("date")
                    .violation();
        }
        documents.writeQuietly(
                document,
                Map.of(
                        AssignmentModel.ALLOCATED_PERFORMER,
                        userName,
                        AssignmentModel.ALLOCATED_AT,
                        LawDate.toStored(date)));
        NodeRef intervention = document.requireIntervention();
        caseFiles.join(document.caseFile(), document.intervention(), userName, Role.THERAPIST);
        interventions.write(intervention, Map.of(CaseModel.TREATMENT_LEAD, userName));
        events.publish(new OrderAllocated(document.caseFile(), intervention, document.node(), userName, date));
    }

    /** What is in force is never overwritten: a new version of it begins as a draft, with the reason (PLN-10, REV-02). */
    void revise(Document document, Act act) {
        if (!content.mayChange(document)) {
            throw Refusal.rule("PRF-33").violation();
        }
        String reason = act.text("reason")
                .orElseThrow(() -> Refusal.rule("PLN-10").onField("reason").violation());
        boolean begun = documents.inCase(document.caseFile()).stream()
                .anyMatch(each -> each.text(CaseModel.REVISED_FROM)
                        .filter(document.id()::equals)
                        .isPresent());
        if (begun) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "PLN-10").violation();
        }
        Map<QName, Serializable> fields = said(document);
        fields.put(CaseModel.REVISED_FROM, document.id());
        fields.put(CaseModel.REVISION_REASON, reason);
        documents.make(new NewDocument("assignment", document.caseFile(), document.intervention(), fields));
    }

    private static Map<QName, Serializable> said(Document document) {
        Map<QName, Serializable> fields = new HashMap<>();
        REVISED.forEach(name -> {
            Serializable value = document.properties().get(name);
            if (value != null) {
                fields.put(name, value);
            }
        });
        return fields;
    }

    /** A revision that was communicated and consented to takes the place of the one before (DOC-ENUM-34). */
    void issueRevision(Document document, Act act) {
        Map<QName, Serializable> changes = Map.of(AssignmentModel.ISSUED_DATE, LawDate.toStored(act.today()));
        documents.record(document, ISSUE, RecordEvent.SENT, "REVISED", changes);
        replaceEarlier(document, act.today());
    }

    private void replaceEarlier(Document revision, LocalDate date) {
        Document earlier = documents.get(revision.text(CaseModel.REVISED_FROM).orElseThrow());
        documents.writeQuietly(earlier, Map.of(CaseModel.STATUS, "REPLACED"));
        NodeRef intervention = revision.requireIntervention();
        interventions.write(intervention, Map.of(CaseModel.CURRENT_ASSIGNMENT, revision.id()));
        events.publish(new AssignmentRevised(revision.caseFile(), intervention, revision.node(), date));
    }

    /** The need changed or ceased before the start; told orally (ORD-59, BR-19). */
    void withdraw(Document document, Act act) {
        String reason = act.text("reason")
                .filter(List.of("NEED_CHANGED", "NEED_CEASED")::contains)
                .orElseThrow(() -> Refusal.rule("ORD-59").onField("reason").violation());
        String informed = act.text("orallyInformed")
                .orElseThrow(
                        () -> Refusal.rule("BR-19").onField("orallyInformed").violation());
        LocalDate date = act.dateOrToday("date");
        Map<QName, Serializable> fields = new HashMap<>();
        fields.put(order("withdrawn"), document.id());
        fields.put(order("withdrawalReason"), reason);
        fields.put(order("withdrawnAt"), LawDate.toStored(date));
        fields.put(order("withdrawnBy"), act.userName());
        fields.put(order("orallyInformed"), informed);
        fields.put(order("orallyInformedAt"), LawDate.toStored(act.dateOrToday("orallyInformedAt")));
        end(document, "withdrawal", fields, InterventionAction.WITHDRAW, "WITHDRAWN", date);
    }

    /** The performing side will not carry it out, and says why in writing (ORD-58, ORD-73, BR-18). */
    void decline(Document document, Act act) {
        if (!content.mayBeDeclined(document)) {
            throw Refusal.rule("PRF-51").violation();
        }
        String reason = act.text("reason")
                .orElseThrow(() -> Refusal.rule("BR-18").onField("reason").violation());
        LocalDate date = act.dateOrToday("date");
        Map<QName, Serializable> fields = new HashMap<>();
        fields.put(order("orderRef"), document.id());
        fields.put(order("declineReason"), reason);
        fields.put(order("decidedBy"), act.userName());
        fields.put(
                order("givenTo"),
                "GROUP_INSATS_" + Role.LEAD_SOCIAL_WORKER + "_"
                        + caseFiles.ofNode(document.node()).unit());
        fields.put(order("declinedDate"), LawDate.toStored(date));
        end(document, "decline", fields, InterventionAction.DECLINE, "DECLINED", date);
    }

    /** Whether the performing side has declined it, and nothing was chosen since (ORD-74). */
    boolean waitsForChoice(Document document) {
        return document.status().equals("CLOSED")
                && !document.isFilled(AssignmentModel.AFTER_DECLINE)
                && interventions.get(document.requireIntervention()).state() == InterventionState.DECLINED;
    }

    /**
     * After a decline the decision stands, and the case worker must choose what comes of it: a new assignment to another
     * performer begins with what this one says (ORD-74).
     */
    void choose(Document document, Act act) {
        String choice = act.text("choice")
                .filter(CHOICES::contains)
                .orElseThrow(() -> Refusal.rule("ORD-74").onField("choice").violation());
        documents.writeQuietly(
                document,
                Map.of(
                        AssignmentModel.AFTER_DECLINE, choice,
                        AssignmentModel.AFTER_DECLINE_AT, LawDate.toStored(act.today()),
                        AssignmentModel.AFTER_DECLINE_BY, act.userName()));
        if (choice.equals(NEW_ORDER)) {
            Map<QName, Serializable> fields = said(document);
            fields.remove(AssignmentModel.ALLOCATED_PERFORMER);
            fields.remove(AssignmentModel.ALLOCATED_AT);
            documents.make(new NewDocument("assignment", document.caseFile(), document.intervention(), fields));
        }
        if (choice.equals(END)) {
            documents.make(new NewDocument("ending", document.caseFile(), document.intervention(), Map.of()));
        }
        events.publish(
                new ChoiceMade(document.caseFile(), document.requireIntervention(), document.node(), act.today()));
    }

    private void end(
            Document document,
            String paper,
            Map<QName, Serializable> fields,
            InterventionAction action,
            String how,
            LocalDate date) {
        Document made = documents.make(new NewDocument(paper, document.caseFile(), document.intervention(), fields));
        documents.record(made, "establish", RecordEvent.ESTABLISHED, "ESTABLISHED", Map.of());
        NodeRef intervention = document.requireIntervention();
        documents.writeQuietly(document, Map.of(CaseModel.STATUS, "CLOSED"));
        interventions.move(intervention, action, Map.of());
        events.publish(new OrderEnded(document.caseFile(), intervention, document.node(), how, date));
    }

    private static QName order(String name) {
        return QName.createQName("http://insats.org/model/order/1.0", name);
    }

    @Override
    public void requireConsented(NodeRef assignment) {
        Document document = documents.get(assignment);
        String status = document.status();
        if (status.equals("DRAFT")) {
            throw Refusal.rule("CON-01").onField("assignmentRef").violation();
        }
        if (status.equals("COMMUNICATED") && content.waitsForConsent(document)) {
            throw Refusal.rule("CON-02").onField("assignmentRef").violation();
        }
    }

    /** The case worker has sent it by post (TMP-04, PLN-09). */
    void sendByPost(Document document, Act act) {
        protectedPeople.requireConfirmed(document, act);
        issueByPost(document.node(), act.dateOrToday("date"));
    }

    @Override
    public Document issueByPost(NodeRef assignment, LocalDate date) {
        Document document = documents.get(assignment);
        if (IN_FORCE.contains(document.status())) {
            return document;
        }
        if (!content.goesByPost(document)) {
            throw Refusal.rule("PLN-09").violation();
        }
        documents.requireComplete(document, BY_POST);
        Map<QName, Serializable> changes = new HashMap<>();
        goals.identify(document).ifPresent(text -> changes.put(CaseModel.GOALS, text));
        changes.put(AssignmentModel.ISSUED_DATE, LawDate.toStored(date));
        changes.put(AssignmentModel.SENT_CHANNEL, "POST");
        Document issued = documents.record(document, BY_POST, RecordEvent.SENT, "ISSUED", changes);
        interventions.write(document.requireIntervention(), Map.of(CaseModel.CURRENT_ASSIGNMENT, document.id()));
        return issued;
    }

    @Override
    public Document issue(NodeRef assignment, LocalDate date) {
        Document document = documents.get(assignment);
        if (IN_FORCE.contains(document.status())) {
            return document;
        }
        requireConsented(assignment);
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(AssignmentModel.ISSUED_DATE, LawDate.toStored(date));
        changes.put(AssignmentModel.SENT_CHANNEL, "SYSTEM");
        changes.put(
                AssignmentModel.PERFORMER,
                document.text(AssignmentModel.PERFORMER)
                        .or(() -> interventions
                                .get(document.requireIntervention())
                                .text(CaseModel.PERFORMER_UNIT))
                        .orElse(null));
        return documents.record(document, ISSUE, RecordEvent.SENT, "ISSUED", changes);
    }
}

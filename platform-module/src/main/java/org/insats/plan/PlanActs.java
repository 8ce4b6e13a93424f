package org.insats.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Goals;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Recipients;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.PlanCopySent;
import org.insats.casefile.event.PlanEstablished;
import org.insats.casefile.event.SignatureRequested;
import org.insats.casefile.event.SignedCopyReceived;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What people do with an implementation plan (PLN-20..35, REV-01..10). Runs in the service person's scope. */
public final class PlanActs implements PlanService {

    /** What a revision starts from: everything people wrote in the plan that it replaces. */
    private static final List<QName> CARRIED = List.of(
            PlanModel.VARIANT,
            PlanModel.PERFORMER,
            PlanModel.ASSIGNMENT_REF,
            PlanModel.CARE_PLAN_REF,
            PlanModel.GOALS_AND_PURPOSE,
            PlanModel.INTERVENTION_CONTENT,
            PlanModel.RESPONSIBILITY_DIVISION,
            PlanModel.FOLLOW_UP_METHOD,
            PlanModel.SUB_GOALS,
            PlanModel.FAMILY,
            PlanModel.METHOD,
            PlanModel.HOW_CARRIED_OUT,
            PlanModel.SESSIONS,
            PlanModel.NEEDS,
            PlanModel.COMMITTEE_ASSESSMENT,
            PlanModel.RECEPTIVENESS,
            PlanModel.INFORMATION_AT_ENDING,
            PlanModel.SIP_NEED,
            PlanModel.FREQUENCY,
            PlanModel.CONTENT,
            PlanModel.PRIORITIES,
            PlanModel.REPORT_FREQUENCY,
            PlanModel.REPORT_INTERVAL,
            PlanModel.REPORT_INTERVAL_UNIT,
            PlanModel.REPORT_EVERY_WEEKS,
            PlanModel.REPORT_METHOD,
            PlanModel.CONTACT_WAY,
            PlanModel.WHEN_HOW,
            PlanModel.FOLLOW_UP_FORMS,
            PlanModel.CASE_WORKER_CONTACT,
            PlanModel.SCHOOLING,
            PlanModel.HEALTH_CARE,
            PlanModel.OTHER_BODIES_INTERVENTIONS,
            PlanModel.CONTACT_ARRANGEMENTS,
            PlanModel.MUST_REQUIREMENTS,
            PlanModel.SHOULD_REQUIREMENTS,
            PlanModel.GOALS_DELEGATED,
            PlanModel.HOME_PART,
            CaseModel.GOALS,
            CaseModel.PREPARED_WITH);

    private static final Set<String> IN_FORCE = Set.of("ESTABLISHED", "SIGNED");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseEvents events;
    private final Goals goals;
    private final PlanRules rules;
    private final RevisionGuard revisions;
    private final NodeService nodes;
    private final StartUpOfPlan startUp;
    private final Recipients recipients;

    /** Acts through the doors of the case file. */
    public PlanActs(
            Documents documents,
            Interventions interventions,
            CaseEvents events,
            Goals goals,
            PlanRules rules,
            RevisionGuard revisions,
            NodeService nodes,
            StartUpOfPlan startUp,
            Recipients recipients) {
        this.startUp = startUp;
        this.rules = rules;
        this.revisions = revisions;
        this.nodes = nodes;
        this.recipients = recipients;
        this.documents = documents;
        this.interventions = interventions;
        this.events = events;
        this.goals = goals;
    }

    /**
     * What a new plan takes over: variant, performer, assignment, care plan, the goals as they stand there, and the listed
     * requirements (BR-50, DOC-IMP-03, DOC-IMP-04, BR-54, BR-55).
     */
    Map<QName, Serializable> defaults(Document plan) {
        Intervention intervention = interventions.get(plan.requireIntervention());
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(PlanModel.VARIANT, PlanRules.variant(intervention.service()));
        intervention.text(CaseModel.PERFORMER_UNIT).ifPresent(unit -> values.put(PlanModel.PERFORMER, unit));
        if (rules.hasAssignment(plan)) {
            intervention.text(CaseModel.CURRENT_ASSIGNMENT).ifPresent(id -> values.put(PlanModel.ASSIGNMENT_REF, id));
        }
        carePlan(plan).ifPresent(carePlan -> values.put(PlanModel.CARE_PLAN_REF, carePlan.id()));
        inherited(plan, intervention).ifPresent(carried -> values.put(CaseModel.GOALS, carried));
        values.put(PlanModel.FAMILY, startUp.family(plan));
        PlanContent content = new PlanContent(rules.routine(plan));
        listed(content, "MUST").ifPresent(list -> values.put(PlanModel.MUST_REQUIREMENTS, list));
        listed(content, "SHOULD").ifPresent(list -> values.put(PlanModel.SHOULD_REQUIREMENTS, list));
        return values;
    }

    private static Optional<String> listed(PlanContent content, String requirementKind) {
        return Optional.of(content.listed(requirementKind))
                .filter(list -> !list.isEmpty())
                .map(PlanJson::stored);
    }

    /** The goals of the intervention; where it has none of its own, those of the care plan. Sub-goals are the plan's own. */
    private Optional<String> inherited(Document plan, Intervention intervention) {
        return goals.carriedOver(intervention.node())
                .or(() -> carePlan(plan).flatMap(carePlan -> carePlan.text(CaseModel.GOALS)))
                .map(text -> PlanJson.only(Optional.of(text), goal -> !isSubGoal(goal))
                        .toString());
    }

    private static boolean isSubGoal(JsonNode goal) {
        return goal.path("level").asText("").equals("SUB_GOAL");
    }

    /** The care plan that the plan states, else the one in force in the case. */
    private Optional<Document> carePlan(Document plan) {
        return plan.text(PlanModel.CARE_PLAN_REF)
                .map(id -> documents.get(id))
                .or(() -> documents.inCase(plan.caseFile()).stream()
                        .filter(document -> document.kind().id().equals(CarePlanKind.ID))
                        .filter(document -> IN_FORCE.contains(document.status()))
                        .filter(document -> !document.isFilled(CaseModel.ERRONEOUS_AT))
                        .reduce((earlier, later) -> later));
    }

    /**
     * A goal that a new combined plan adds after a follow-up (REV-03, BR-50): in the routine whose plan is the assignment as
     * well, and in no other.
     */
    void addGoal(Document plan, PlanState next, Act act) {
        requireRevisedCombined(plan);
        ObjectNode goal = PlanJson.object();
        goal.put("text", act.text("text").orElseThrow(() -> Refusal.rule("DOC-GOA-01")
                .onField("text")
                .violation()));
        goal.put("level", "GOAL");
        act.text("priority")
                .filter(text -> text.matches("[1-9]\\d{0,2}"))
                .ifPresent(text -> goal.put("priority", Integer.parseInt(text)));
        ArrayNode all = PlanJson.list(plan.text(CaseModel.GOALS));
        all.add(goal);
        documents.write(plan, Map.of(CaseModel.GOALS, all.toString()));
    }

    /** A goal that a new combined plan no longer has (REV-03). */
    void dropGoal(Document plan, PlanState next, Act act) {
        requireRevisedCombined(plan);
        String dropped = act.text("goalId")
                .orElseThrow(() -> Refusal.rule("DOC-GOA-01").onField("goalId").violation());
        documents.write(
                plan,
                Map.of(
                        CaseModel.GOALS,
                        PlanJson.only(
                                        plan.text(CaseModel.GOALS),
                                        goal -> !goal.path("goalId").asText("").equals(dropped))
                                .toString()));
    }

    private void requireRevisedCombined(Document plan) {
        if (!rules.isCombined(plan) || !plan.isFilled(CaseModel.REVISED_FROM)) {
            throw Refusal.rule("REV-04").onField("goals").violation();
        }
    }

    /** DRAFT to ESTABLISHED; a plan that this one revises is replaced (PLN-21..25, REV-01). */
    void establish(Document plan, PlanState next, Act act) {
        if (PlanRules.leavesGoalsToHome(plan)) {
            throw Refusal.rule("BR-56").onField("goalsDelegated").violation();
        }
        LocalDate date = act.dateOrToday("date");
        Document ready = ready(plan, "establish");
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(PlanModel.ESTABLISHED_DATE, LawDate.toStored(date));
        if (StartUpOfPlan.isDueAtStartUp(ready)) {
            changes.put(PlanModel.AVAILABLE_AT_START_UP, startUp.isThere(ready, date));
        }
        if (rules.isCombined(ready)) {
            startUp.bookedFollowUp(ready)
                    .ifPresent(day -> changes.put(PlanModel.BOOKED_FOLLOW_UP, LawDate.toStored(day)));
        }
        Document established = documents.record(ready, "establish", RecordEvent.ESTABLISHED, next.name(), changes);
        takeForce(established, date);
    }

    /** The follow-up meeting was booked at the start-up meeting, after the plan was established (DOC-IMP-CP-09). */
    void bookedAtStartUp(NodeRef intervention) {
        inForce(intervention)
                .filter(plan -> rules.isCombined(plan) && !plan.isFilled(PlanModel.BOOKED_FOLLOW_UP))
                .toList()
                .forEach(plan -> startUp.bookedFollowUp(plan)
                        .ifPresent(day -> documents.writeQuietly(
                                plan, Map.of(PlanModel.BOOKED_FOLLOW_UP, LawDate.toStored(day)))));
    }

    /** Checks what holds for every plan that takes force or goes out for signature, and gives its own goals their identity. */
    private Document ready(Document plan, String act) {
        rules.requireFamily(plan);
        documents.requireComplete(plan, act);
        rules.requireListed(plan);
        rules.requireThoseConcerned(plan);
        rules.requireGoalsServed(plan);
        startUp.requireInTime(plan);
        requireOneAPerformer(plan);
        revisions.requireLevelDealtWith(plan);
        Map<QName, Serializable> identified = new LinkedHashMap<>();
        goals.identify(plan).ifPresent(text -> identified.put(CaseModel.GOALS, text));
        subGoalsAsGoals(plan).ifPresent(text -> identified.put(PlanModel.SUB_GOALS, text));
        return identified.isEmpty() ? plan : documents.write(plan, identified);
    }

    private Optional<String> subGoalsAsGoals(Document plan) {
        if (!plan.isFilled(PlanModel.SUB_GOALS)) {
            return Optional.empty();
        }
        ArrayNode list = PlanJson.list(plan.text(PlanModel.SUB_GOALS));
        list.forEach(goal -> ((ObjectNode) goal).put("level", "SUB_GOAL"));
        Map<QName, Serializable> levelled = new LinkedHashMap<>(plan.properties());
        levelled.put(PlanModel.SUB_GOALS, list.toString());
        return goals.identify(
                new Document(plan.node(), plan.kind(), plan.caseFile(), plan.intervention(), levelled),
                PlanModel.SUB_GOALS);
    }

    /** Another performer is another plan; the same performer has one in force (DOC-IMP-02, BR-51). */
    private void requireOneAPerformer(Document plan) {
        Optional<String> performer = plan.text(PlanModel.PERFORMER);
        String former = plan.text(CaseModel.REVISED_FROM).orElse("");
        boolean another = inForce(plan.requireIntervention())
                .filter(other -> !other.id().equals(plan.id()) && !other.id().equals(former))
                .anyMatch(other -> other.text(PlanModel.PERFORMER).equals(performer));
        if (another) {
            throw Refusal.rule("DOC-IMP-02").onField("performer").violation();
        }
    }

    /** The plans of an intervention that are in force. */
    Stream<Document> inForce(NodeRef intervention) {
        return nodes.getChildAssocs(intervention, Set.of(PlanModel.TYPE_IMPLEMENTATION_PLAN)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .filter(document -> IN_FORCE.contains(document.status()));
    }

    /** A copy goes out: to the responsible case worker where nobody else is named (PLN-33, DOC-IMP-OC-06). */
    void sendCopy(Document plan, PlanState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        Optional<LocalDate> established = plan.date(PlanModel.ESTABLISHED_DATE);
        if (established.isPresent() && date.isBefore(established.get())) {
            throw Refusal.rule("PLN-33", established.get().toString())
                    .onField("date")
                    .violation();
        }
        ArrayNode copies = PlanJson.list(plan.text(PlanModel.COPIES));
        ObjectNode copy = copies.addObject().put("date", date.toString());
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        if (!recipients.name(plan, act, copy)) {
            copy.put("userName", plan.text(CaseModel.DOCUMENT_RESPONSIBLE).orElse(""));
        }
        if (plan.text(CaseModel.DOCUMENT_RESPONSIBLE)
                .filter(copy.path("userName").asText("")::equals)
                .isPresent()) {
            changes.put(PlanModel.COPY_SENT, LawDate.toStored(date));
        }
        changes.put(PlanModel.COPIES, copies.toString());
        documents.writeQuietly(plan, changes);
        events.publish(new PlanCopySent(plan.caseFile(), plan.requireIntervention(), plan.node(), date));
    }

    /** Therapist and client book a session (STA-43, DOC-IMP-OC-05). */
    void bookSession(Document plan, PlanState next, Act act) {
        String at = act.text("at")
                .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*"))
                .orElseThrow(() -> Refusal.rule("DOC-DATE", "at").onField("at").violation());
        ArrayNode sessions = PlanJson.list(plan.text(PlanModel.SESSIONS));
        sessions.add(at);
        documents.writeQuietly(plan, Map.of(PlanModel.SESSIONS, sessions.toString()));
    }

    /** Somebody concerned has signed (DOC-IMP-15). */
    void addSignature(Document plan, PlanState next, Act act) {
        String person = act.text("personId")
                .orElseThrow(
                        () -> Refusal.rule("DOC-IMP-15").onField("personId").violation());
        ArrayNode signatures = PlanJson.only(
                plan.text(PlanModel.SIGNATURES),
                signature -> !signature.path("personId").asText("").equals(person));
        signatures
                .addObject()
                .put("personId", person)
                .put("date", act.dateOrToday("date").toString());
        documents.writeQuietly(plan, Map.of(PlanModel.SIGNATURES, signatures.toString()));
    }

    /** The plan goes out for signature; a task waits for the copy (PLN-27, DOC-IMP-15). What is signed is fixed from here on. */
    void requestSignature(Document plan, PlanState next, Act act) {
        Map<QName, Serializable> returned = Map.of(PlanModel.RETURNED_FOR_SIGNATURE, LawDate.toStored(act.today()));
        if (PlanState.valueOf(plan.status()) == PlanState.DRAFT) {
            documents.record(
                    ready(plan, "requestSignature"), "requestSignature", RecordEvent.SENT, next.name(), returned);
        } else {
            documents.writeQuietly(plan, returned);
        }
        events.publish(new SignatureRequested(plan.caseFile(), plan.requireIntervention(), plan.node(), act.today()));
    }

    /** Registers by hand that the signed copy came back, and who has signed it (DOC-IMP-15, BR-56). */
    void registerSignedCopy(Document plan, PlanState next, Act act) {
        Map<QName, Serializable> signatures = act.fields(PlanModel.SIGNATURES);
        Document read = signatures.isEmpty() ? plan : documents.writeQuietly(plan, signatures);
        if (PlanRules.lacksSignatures(read)) {
            throw Refusal.rule("BR-56").onField("signatures").violation();
        }
        signedCopyReceived(plan.id(), act.dateOrToday("date"));
    }

    /** A new plan that starts from this one and will replace it once established (REV-01, BR-111). */
    void revise(Document plan, PlanState next, Act act) {
        String reason = act.text("reason")
                .orElseThrow(() -> Refusal.rule("REV-01").onField("reason").violation());
        Map<QName, Serializable> fields = new LinkedHashMap<>();
        CARRIED.forEach(field ->
                Optional.ofNullable(plan.properties().get(field)).ifPresent(value -> fields.put(field, value)));
        fields.put(CaseModel.REVISED_FROM, plan.id());
        fields.put(CaseModel.REVISION_REASON, reason);
        fields.put(PlanModel.REVISED_BY, act.userName());
        documents.make(new NewDocument(PlanKind.ID, plan.caseFile(), plan.intervention(), fields));
    }

    @Override
    public boolean lacksSignatures(Document document) {
        return document.kind().id().equals(PlanKind.ID) && PlanRules.lacksSignatures(document);
    }

    @Override
    public Document signedCopyReceived(String planId, LocalDate date) {
        Document plan = documents.get(planId);
        if (PlanState.valueOf(plan.status()) == PlanState.SIGNED) {
            return plan;
        }
        Document signed = sign(plan, date)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "STATE").violation());
        events.publish(new SignedCopyReceived(plan.caseFile(), plan.requireIntervention(), plan.node(), date));
        return signed;
    }

    /** Moves a plan that waits for its signed copy to SIGNED; one that does not wait stays as it is. */
    Optional<Document> sign(Document plan, LocalDate date) {
        PlanState state = PlanState.valueOf(plan.status());
        return PlanLifecycle.TABLE.next(state, PlanAction.RECEIVE_SIGNED_COPY).map(next -> {
            Map<QName, Serializable> changes = new LinkedHashMap<>();
            changes.put(CaseModel.STATUS, next.name());
            if (!plan.isFilled(PlanModel.ESTABLISHED_DATE)) {
                changes.put(PlanModel.ESTABLISHED_DATE, LawDate.toStored(date));
            }
            Document signed = documents.writeQuietly(plan, changes);
            if (state == PlanState.RETURNED_FOR_SIGNATURE) {
                takeForce(plan, date);
            }
            return signed;
        });
    }

    private void takeForce(Document plan, LocalDate date) {
        NodeRef intervention = plan.requireIntervention();
        Optional<Document> former = plan.text(CaseModel.REVISED_FROM).map(id -> documents.get(id));
        former.ifPresent(replaced -> {
            replace(replaced);
            retireGoals(replaced, plan);
        });
        carePlan(plan).ifPresent(carePlan -> enter(carePlan, plan));
        interventions.write(intervention, Map.of(CaseModel.CURRENT_PLAN, plan.id()));
        events.publish(new PlanEstablished(plan.caseFile(), intervention, plan.node(), date));
    }

    private void replace(Document former) {
        PlanLifecycle.TABLE
                .next(PlanState.valueOf(former.status()), PlanAction.REPLACE)
                .ifPresent(replaced -> documents.writeQuietly(former, Map.of(CaseModel.STATUS, replaced.name())));
    }

    /** What the former plan worked towards and the new one does not is carried over no more (REV-03, REV-04). */
    private void retireGoals(Document former, Document plan) {
        List<String> kept = new ArrayList<>(PlanJson.texts(plan.text(CaseModel.GOALS), "goalId"));
        kept.addAll(PlanJson.texts(plan.text(PlanModel.SUB_GOALS), "goalId"));
        List<String> had = new ArrayList<>(PlanJson.texts(former.text(PlanModel.SUB_GOALS), "goalId"));
        if (rules.isCombined(plan)) {
            had.addAll(PlanJson.texts(former.text(CaseModel.GOALS), "goalId"));
        }
        goals.of(plan.requireIntervention()).stream()
                .filter(goal -> had.contains(goal.getId()) && !kept.contains(goal.getId()))
                .forEach(goals::retire);
    }

    /** The care plan lists the plans that carry it out (BR-51, DOC-CPL-05). */
    private void enter(Document carePlan, Document plan) {
        List<String> plans = new ArrayList<>(PlanJson.texts(carePlan.text(PlanModel.IMPLEMENTATION_PLANS)));
        plan.text(CaseModel.REVISED_FROM).ifPresent(plans::remove);
        plans.add(plan.id());
        documents.writeQuietly(carePlan, Map.of(PlanModel.IMPLEMENTATION_PLANS, PlanJson.stored(plans)));
    }
}

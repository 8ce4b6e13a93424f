package org.insats.plan;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
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
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.PlanEstablished;
import org.insats.casefile.event.SignatureRequested;
import org.insats.casefile.event.SignedCopyReceived;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What people do with an implementation plan (PLN-21, PLN-27, PLN-33, REV-01). Runs in the service person's scope. */
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
            CaseModel.GOALS,
            CaseModel.PREPARED_WITH,
            CaseModel.PARTICIPATION);

    private final Documents documents;
    private final Interventions interventions;
    private final CaseEvents events;
    private final Goals goals;

    /** Acts through the doors of the case file. */
    public PlanActs(Documents documents, Interventions interventions, CaseEvents events, Goals goals) {
        this.documents = documents;
        this.interventions = interventions;
        this.events = events;
        this.goals = goals;
    }

    /** What a new plan takes over: variant, performer, assignment, and the goals as they stand there (BR-50, DOC-IMP-03). */
    Map<QName, Serializable> defaults(Document plan) {
        Intervention intervention = interventions.get(plan.requireIntervention());
        Map<QName, Serializable> values = new LinkedHashMap<>();
        if ("OPEN_CARE".equals(intervention.service())) {
            values.put(PlanModel.VARIANT, "OPEN_CARE");
        }
        intervention.text(CaseModel.PERFORMER_UNIT).ifPresent(unit -> values.put(PlanModel.PERFORMER, unit));
        intervention.text(CaseModel.CURRENT_ASSIGNMENT).ifPresent(id -> values.put(PlanModel.ASSIGNMENT_REF, id));
        goals.carriedOver(intervention.node()).ifPresent(carried -> values.put(CaseModel.GOALS, carried));
        return values;
    }

    /** DRAFT to ESTABLISHED; a plan that this one revises is replaced (PLN-21, REV-01). */
    void establish(Document plan, PlanState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        documents.record(
                plan,
                "establish",
                RecordEvent.ESTABLISHED,
                next.name(),
                Map.of(PlanModel.ESTABLISHED_DATE, LawDate.toStored(date)));
        takeForce(plan, date);
    }

    /** The responsible case worker gets a copy (PLN-33, DOC-IMP-OC-06). */
    void sendCopy(Document plan, PlanState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        Optional<LocalDate> established = plan.date(PlanModel.ESTABLISHED_DATE);
        if (established.isPresent() && date.isBefore(established.get())) {
            throw Refusal.rule("PLN-33", established.get().toString())
                    .onField("date")
                    .violation();
        }
        documents.writeQuietly(plan, Map.of(PlanModel.COPY_SENT, LawDate.toStored(date)));
    }

    /** The plan goes out for signature; a task waits for the copy (PLN-27, DOC-IMP-15). */
    void requestSignature(Document plan, PlanState next, Act act) {
        documents.requireComplete(plan, "requestSignature");
        documents.writeQuietly(
                plan,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        PlanModel.RETURNED_FOR_SIGNATURE, LawDate.toStored(act.today())));
        events.publish(new SignatureRequested(plan.caseFile(), plan.requireIntervention(), plan.node(), act.today()));
    }

    /** Registers by hand that the signed copy came back, and who has signed it (DOC-IMP-15). */
    void registerSignedCopy(Document plan, PlanState next, Act act) {
        Map<QName, Serializable> signatures = act.fields(PlanModel.SIGNATURES);
        if (!signatures.isEmpty()) {
            documents.writeQuietly(plan, signatures);
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
        plan.text(CaseModel.REVISED_FROM).map(id -> documents.get(id)).ifPresent(this::replace);
        interventions.write(intervention, Map.of(CaseModel.CURRENT_PLAN, plan.id()));
        events.publish(new PlanEstablished(plan.caseFile(), intervention, plan.node(), date));
    }

    private void replace(Document former) {
        PlanLifecycle.TABLE
                .next(PlanState.valueOf(former.status()), PlanAction.REPLACE)
                .ifPresent(replaced -> documents.writeQuietly(former, Map.of(CaseModel.STATUS, replaced.name())));
    }
}

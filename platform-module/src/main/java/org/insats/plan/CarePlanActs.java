package org.insats.plan;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Goals;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.RecordEvent;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What people do with a care plan (PLN-31, STA-42, BR-51). Runs in the service person's scope. */
public final class CarePlanActs {

    private static final Set<String> HOMES =
            Set.of("RESIDENTIAL_CARE_HOME", "FOSTER_HOME", "STATE_INSTITUTION", "SUPPORTED_HOUSING");

    private final Documents documents;
    private final Interventions interventions;
    private final Goals goals;
    private final NodeService nodes;

    /** Acts through the doors of the case file. */
    public CarePlanActs(Documents documents, Interventions interventions, Goals goals, NodeService nodes) {
        this.interventions = interventions;
        this.documents = documents;
        this.goals = goals;
        this.nodes = nodes;
    }

    /** The overall goals of the decision basis, where there are any (BR-50). */
    Map<QName, Serializable> defaults(Document carePlan) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        goals.carriedOver(carePlan.requireIntervention())
                .map(text -> PlanJson.only(
                        Optional.of(text), goal -> goal.path("level").asText("").equals("OVERALL")))
                .filter(list -> !list.isEmpty())
                .ifPresent(list -> values.put(CaseModel.GOALS, list.toString()));
        if (isForHome(carePlan)) {
            values.put(PlanModel.BASIS_FOR_HOME, carePlan.requireIntervention().getId());
        }
        return values;
    }

    /** Whether the intervention is a placement in a home (DOC-CPL-06). */
    boolean isForHome(Document carePlan) {
        return HOMES.contains(interventions.get(carePlan.requireIntervention()).service());
    }

    /** A home is placed on the ground of the care plan, or else of an order (DOC-CPL-06, STA-11). */
    boolean isGroundOfHome(Document carePlan) {
        return isForHome(carePlan)
                && interventions
                        .get(carePlan.requireIntervention())
                        .text(CaseModel.CURRENT_ORDER)
                        .isEmpty();
    }

    /** DRAFT to ESTABLISHED; its goals get their identity, and the care plan that it revises is replaced. */
    void establish(Document carePlan, PlanState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        documents.requireComplete(carePlan, "establish");
        Document identified = goals.identify(carePlan)
                .map(text -> documents.write(carePlan, Map.of(CaseModel.GOALS, text)))
                .orElse(carePlan);
        documents.record(
                identified,
                "establish",
                RecordEvent.ESTABLISHED,
                next.name(),
                Map.of(CaseModel.DOCUMENT_DATE, LawDate.toStored(date)));
        carePlan.text(CaseModel.REVISED_FROM).map(id -> documents.get(id)).ifPresent(former -> PlanLifecycle.TABLE
                .next(PlanState.valueOf(former.status()), PlanAction.REPLACE)
                .ifPresent(replaced -> documents.writeQuietly(former, Map.of(CaseModel.STATUS, replaced.name()))));
    }

    /** A new care plan that starts from this one (BR-111). */
    void revise(Document carePlan, PlanState next, Act act) {
        Map<QName, Serializable> fields = new LinkedHashMap<>();
        List.of(
                        PlanModel.BACKGROUND,
                        PlanModel.EXPECTATIONS,
                        PlanModel.BASIS_FOR_HOME,
                        PlanModel.IMPLEMENTATION_PLANS,
                        CaseModel.GOALS)
                .forEach(field -> Optional.ofNullable(carePlan.properties().get(field))
                        .ifPresent(value -> fields.put(field, value)));
        fields.put(CaseModel.REVISED_FROM, carePlan.id());
        fields.put(CaseModel.REVISION_REASON, act.text("reason").orElseThrow(() -> Refusal.rule("REV-01")
                .onField("reason")
                .violation()));
        documents.make(new NewDocument(CarePlanKind.ID, carePlan.caseFile(), carePlan.intervention(), fields));
    }

    /** The care plans of an intervention were gone through at its planning meeting (DOC-CPL-03, STA-42). */
    void reviewedAt(NodeRef intervention, String meetingId) {
        nodes.getChildAssocs(intervention, Set.of(PlanModel.TYPE_CARE_PLAN)).stream()
                .map(ChildAssociationRef::getChildRef)
                .map(node -> documents.get(node))
                .filter(carePlan -> !carePlan.status().equals(PlanState.REPLACED.name()))
                .forEach(
                        carePlan -> documents.writeQuietly(carePlan, Map.of(PlanModel.REVIEWED_AT_MEETING, meetingId)));
    }
}

package org.insats.situation;

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
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Consents;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.Overrides;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.OrderSent;
import org.insats.casefile.event.PriorityAgreed;
import org.insats.casefile.event.TemporaryNeedDiscussed;
import org.insats.decision.InvestigationService;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What people do about a temporary intervention (TMP-01..07, BR-113). Runs in the service person's scope. */
public final class TemporaryActs {

    static final String SERVICE = "TEMPORARY_INTERVENTION";
    private static final String SUBJECT = "INTERVENTION_DECISION";

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseRoutines routines;
    private final CaseEvents events;
    private final InvestigationService investigations;
    private final Consents consents;
    private final NodeService nodes;

    /** Acts through the doors of the case file and of the investigations. */
    public TemporaryActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseRoutines routines,
            CaseEvents events,
            InvestigationService investigations,
            Consents consents,
            NodeService nodes) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.routines = routines;
        this.events = events;
        this.investigations = investigations;
        this.consents = consents;
        this.nodes = nodes;
    }

    /** The investigation under way, and the unit that already works in the case. */
    Map<QName, Serializable> defaults(Document need) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        investigations.open(need.caseFile()).stream()
                .findFirst()
                .ifPresent(investigation -> values.put(SituationModel.DURING_INVESTIGATION, investigation.id()));
        interventionsOf(need.caseFile()).stream()
                .flatMap(node -> interventions.get(node).text(CaseModel.PERFORMER_UNIT).stream())
                .findFirst()
                .ifPresent(unit -> values.put(SituationModel.TEMPORARY_UNIT, unit));
        return values;
    }

    /** TMP-02: the case worker discusses it with the lead social worker, while an investigation is open (BR-113). */
    void discuss(Document need, TemporaryState next, Act act) {
        requireInRoutine(need);
        documents.requireComplete(need, "discuss");
        Document investigation = investigations.open(need.caseFile()).stream()
                .findFirst()
                .orElseThrow(() ->
                        Refusal.rule("BR-113").onField("duringInvestigation").violation());
        String lead = act.text("leadSocialWorker")
                .filter(userName -> caseFiles
                        .roles(userName, need.caseFile(), Optional.empty())
                        .contains(Role.LEAD_SOCIAL_WORKER))
                .orElseThrow(
                        () -> Refusal.rule("TMP-02").onField("leadSocialWorker").violation());
        LocalDate date = act.dateOrToday("date");
        NodeRef intervention = ownIntervention(need);
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(CaseModel.STATUS, next.name());
        changes.put(CaseModel.INTERVENTION_REF, intervention.getId());
        changes.put(SituationModel.DURING_INVESTIGATION, investigation.id());
        changes.put(SituationModel.DISCUSSED_AT, LawDate.toStored(date));
        changes.put(SituationModel.DISCUSSED_WITH, lead);
        act.text("text").ifPresent(text -> changes.put(SituationModel.DISCUSSION, text));
        documents.write(need, changes);
        events.publish(new TemporaryNeedDiscussed(need.caseFile(), intervention, need.node(), date));
    }

    private void requireInRoutine(Document need) {
        if (!routines.of(need).says("PRF-41", "TEMPORARY")) {
            throw Refusal.rule("PRF-41").violation();
        }
    }

    /** The planned temporary intervention that no other need has taken, or a new one. */
    private NodeRef ownIntervention(Document need) {
        return interventionsOf(need.caseFile()).stream()
                .filter(node -> interventions.get(node).service().equals(SERVICE))
                .filter(node -> of(need.caseFile(), node).isEmpty()
                        || of(need.caseFile(), node).get().node().equals(need.node()))
                .findFirst()
                .orElseGet(() -> interventions
                        .plan(
                                need.caseFile(),
                                SERVICE,
                                need.text(SituationModel.TEMPORARY_UNIT).orElse(null))
                        .node());
    }

    /** TMP-03: the lead social worker has talked with the performing side about the priority of execution. */
    void prioritise(Document need, TemporaryState next, Act act) {
        String text = act.text("text")
                .orElseThrow(() -> Refusal.rule("REASON").onField("text").violation());
        LocalDate date = act.dateOrToday("date");
        documents.record(
                need,
                "prioritise",
                RecordEvent.ESTABLISHED,
                next.name(),
                Map.of(
                        SituationModel.PRIORITISED_AT, LawDate.toStored(date),
                        SituationModel.PRIORITISED_BY, act.userName(),
                        SituationModel.PRIORITY, text));
        events.publish(new PriorityAgreed(need.caseFile(), need.requireIntervention(), need.node(), date));
    }

    /** TMP-07: consent is still recorded, as a record of its own. */
    void consent(Document need, TemporaryState next, Act act) {
        consents.record(need, SUBJECT, act);
    }

    /** Whether the investigation that it bridges is still open (TMP-06, BR-113). */
    boolean isUnderInvestigation(Document need) {
        return investigations.open(need.caseFile()).stream().map(Document::id).anyMatch(id -> need.text(
                        SituationModel.DURING_INVESTIGATION)
                .filter(id::equals)
                .isPresent());
    }

    /** Whether the family's consent is complete, as for any assignment, or it is written on the order why not (CON-02, CON-GAP-10). */
    boolean isConsentedTo(Document need, OrderSent sent) {
        return consents.familyConsent(need, SUBJECT, sent.date()).isPresent()
                || new Overrides(documents.get(sent.document())).excuses("consent");
    }

    /** The temporary intervention's document of an intervention, if it is one. */
    Optional<Document> of(NodeRef caseFile, NodeRef intervention) {
        return nodes.getChildAssocs(caseFile, Set.of(SituationModel.TYPE_TEMPORARY_INTERVENTION)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .filter(node -> !TemporaryState.NEED_SEEN.name().equals(nodes.getProperty(node, CaseModel.STATUS)))
                .filter(node -> intervention.getId().equals(nodes.getProperty(node, CaseModel.INTERVENTION_REF)))
                .map(node -> documents.get(node))
                .findFirst();
    }

    List<NodeRef> interventionsOf(NodeRef caseFile) {
        return nodes.getChildAssocs(caseFile, Set.of(CaseModel.TYPE_INTERVENTION)).stream()
                .map(ChildAssociationRef::getChildRef)
                .toList();
    }
}

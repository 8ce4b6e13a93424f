package org.insats.resource;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Overrides;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.ResourceAllocated;
import org.insats.casefile.event.ResourceClosed;
import org.insats.match.MatchService;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** Allocates, prolongs and closes (DOC-DEC-14..18). Runs in the service person's scope. */
public final class StandardResources implements ResourceService {

    private static final String CONTRACTOR = "CONTRACTOR";
    private static final QName CONTRACTOR_OF_INTERVENTION = QName.createQName(CaseModel.URI, "contractor");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseRoutines routines;
    private final MatchService matches;
    private final CaseEvents events;
    private final NodeService nodes;

    /** Works through the doors of the case file and of the match. */
    public StandardResources(
            Documents documents,
            Interventions interventions,
            CaseRoutines routines,
            MatchService matches,
            CaseEvents events,
            NodeService nodes) {
        this.documents = documents;
        this.interventions = interventions;
        this.routines = routines;
        this.matches = matches;
        this.events = events;
        this.nodes = nodes;
    }

    @Override
    public List<Document> of(NodeRef intervention) {
        return nodes.getChildAssocs(intervention, Set.of(ResourceModel.TYPE_RESOURCE_ALLOCATION)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .sorted(Comparator.comparing(
                        allocation -> allocation.text(ContentModel.PROP_NAME).orElse("")))
                .toList();
    }

    @Override
    public List<Document> open(NodeRef intervention) {
        return of(intervention).stream()
                .filter(allocation -> allocation.status().equals(ResourceState.ALLOCATED.name()))
                .toList();
    }

    @Override
    public Optional<LocalDate> lastEnd(NodeRef intervention) {
        return of(intervention).stream()
                .flatMap(allocation -> allocation.date(ResourceModel.RESOURCE_END).stream())
                .max(Comparator.naturalOrder());
    }

    @Override
    public Document allocate(NodeRef node, LocalDate from, String userName) {
        Document allocation = documents.make(new NewDocument(
                "resourceAllocation",
                interventions.get(node).caseFile(),
                Optional.of(node),
                Map.of(ResourceModel.RESOURCE_FROM, LawDate.toStored(from), CaseModel.AUTHOR, userName)));
        return allocated(allocation, userName);
    }

    @Override
    public void prolong(NodeRef intervention, LocalDate preliminaryTo) {
        open(intervention).forEach(allocation -> prolonged(allocation, preliminaryTo, Map.of()));
    }

    /** What is known of the resource: contractor or unit, from the start to the end of the grant (STA-45). */
    Map<QName, Serializable> defaults(Document allocation) {
        Intervention intervention = interventions.get(allocation.requireIntervention());
        Optional<String> contractor = intervention.text(CONTRACTOR_OF_INTERVENTION);
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(ResourceModel.RESOURCE_TYPE, contractor.isPresent() ? CONTRACTOR : "OPEN_CARE_UNIT");
        contractor
                .or(() -> intervention.text(CaseModel.PERFORMER_UNIT))
                .ifPresent(resource -> values.put(ResourceModel.RESOURCE, resource));
        intervention
                .date(CaseModel.START_DATE)
                .or(() -> intervention.date(CaseModel.GRANT_FROM))
                .ifPresent(from -> values.put(ResourceModel.RESOURCE_FROM, LawDate.toStored(from)));
        intervention
                .date(CaseModel.GRANT_TO)
                .ifPresent(to -> values.put(ResourceModel.RESOURCE_PRELIMINARY_TO, LawDate.toStored(to)));
        return values;
    }

    /** STA-36, STA-45: once the intervention is executed. */
    void allocate(Document draft, ResourceState next, Act act) {
        Map<QName, Serializable> stated =
                new LinkedHashMap<>(act.fields(ResourceModel.RESOURCE_TYPE, ResourceModel.RESOURCE));
        date(act, "from").ifPresent(from -> stated.put(ResourceModel.RESOURCE_FROM, LawDate.toStored(from)));
        date(act, "preliminaryTo")
                .ifPresent(to -> stated.put(ResourceModel.RESOURCE_PRELIMINARY_TO, LawDate.toStored(to)));
        allocated(stated.isEmpty() ? draft : documents.write(draft, stated), act.userName());
    }

    private Document allocated(Document draft, String userName) {
        Intervention intervention = interventions.get(draft.requireIntervention());
        if (intervention.state() != InterventionState.RUNNING) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "STA-45").violation();
        }
        documents.requireComplete(draft, "allocate");
        requireRegistered(draft, intervention);
        Document recorded = documents.record(
                draft,
                "allocate",
                RecordEvent.ESTABLISHED,
                ResourceState.ALLOCATED.name(),
                Map.of(ResourceModel.ALLOCATED_BY, userName));
        events.publish(new ResourceAllocated(
                draft.caseFile(),
                intervention.node(),
                draft.node(),
                recorded.date(ResourceModel.RESOURCE_FROM).orElseThrow()));
        return recorded;
    }

    /** BR-38: where the routine registers contractors as resources, only one that is registered is allocated. */
    private void requireRegistered(Document allocation, Intervention intervention) {
        boolean contractor = allocation
                .text(ResourceModel.RESOURCE_TYPE)
                .filter(CONTRACTOR::equals)
                .isPresent();
        boolean registers = !routines.of(allocation).texts("PRF-25", "register").isEmpty();
        if (!registers) {
            return;
        }
        Optional<String> registered = matches.registeredContractor(intervention.node());
        if (!contractor || !registered.equals(allocation.text(ResourceModel.RESOURCE))) {
            throw Refusal.rule("BR-38").onField("resource").violation();
        }
    }

    /** A new preliminary to-date: on an extension, or with a reason (DOC-DEC-17, EXT-06). */
    void prolong(Document allocation, ResourceState next, Act act) {
        LocalDate to = date(act, "preliminaryTo").orElseThrow(() -> Refusal.rule("DOC-DATE", "preliminaryTo")
                .onField("preliminaryTo")
                .violation());
        Map<QName, Serializable> reason = new LinkedHashMap<>();
        act.text("reason")
                .ifPresent(text -> reason.put(
                        CaseModel.OVERRIDES, new Overrides(allocation).with("resourcePreliminaryTo", text, act)));
        prolonged(allocation, to, reason);
    }

    private void prolonged(Document allocation, LocalDate to, Map<QName, Serializable> more) {
        Map<QName, Serializable> changes = new LinkedHashMap<>(more);
        changes.put(ResourceModel.RESOURCE_PRELIMINARY_TO, LawDate.toStored(to));
        documents.write(allocation, changes);
    }

    /** Closed by its to-date, the last day on which it was used (END-25, DOC-DEC-18). */
    void close(Document allocation, ResourceState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        documents.write(
                allocation,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        ResourceModel.RESOURCE_END, LawDate.toStored(date),
                        ResourceModel.CLOSED_BY, act.userName()));
        events.publish(
                new ResourceClosed(allocation.caseFile(), allocation.requireIntervention(), allocation.node(), date));
    }

    private static Optional<LocalDate> date(Act act, String field) {
        return act.text(field).map(text -> LawDate.parse(text)
                .orElseThrow(
                        () -> Refusal.rule("DOC-DATE", field).onField(field).violation()));
    }
}

package org.insats.startup;

import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Fact;
import org.insats.platform.LawDate;

/** When start-up, planning and coordination meetings were held (DL-08, DL-33, DL-36, DL-47, DL-56). */
public final class StartUpFacts implements FactSource {

    private static final Set<String> HELD = Set.of("HELD", "EXECUTED");

    private final Documents documents;
    private final NodeService nodes;

    /** Reads meetings through {@code documents}. */
    public StartUpFacts(Documents documents, NodeService nodes) {
        this.documents = documents;
        this.nodes = nodes;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        nodes.getChildAssocs(intervention.node(), Set.of(MeetingModel.TYPE_MEETING)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .filter(meeting -> HELD.contains(meeting.status()))
                .forEach(meeting -> tell(meeting, facts));
    }

    private static void tell(Document meeting, CaseFacts.Builder facts) {
        switch (meeting.text(MeetingModel.MEETING_TYPE).orElse("")) {
            case "START_UP" -> held(meeting, Fact.START_UP_MEETING_HELD, facts);
            case "PLANNING" -> held(meeting, Fact.PLANNING_MEETING_HELD, facts);
            case "COORDINATION" -> held(meeting, Fact.COORDINATION_MEETING_HELD, facts);
            default -> {}
        }
    }

    private static void held(Document meeting, Fact fact, CaseFacts.Builder facts) {
        facts.on(fact, meeting.instant(MeetingModel.DATE).map(LawDate::fromInstant));
    }
}

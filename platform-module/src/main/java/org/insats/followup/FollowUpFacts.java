package org.insats.followup;

import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.FollowUp;
import org.insats.platform.LawDate;

/** Follow-ups booked and held (DL-15); one without a case worker does not count (DLF-11). */
public final class FollowUpFacts implements FactSource {

    private static final Set<String> HELD = Set.of("HELD", "DOCUMENTED");

    private final Documents documents;
    private final Attendance attendance;
    private final NodeService nodes;

    /** Reads follow-ups through the doors of the case file. */
    public FollowUpFacts(Documents documents, CaseFileService caseFiles, NodeService nodes) {
        this.documents = documents;
        this.attendance = new Attendance(caseFiles);
        this.nodes = nodes;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        nodes.getChildAssocs(intervention.node(), Set.of(FollowUpModel.TYPE_FOLLOW_UP)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .filter(document -> !document.status().equals("CANCELLED"))
                .map(this::followUp)
                .forEach(facts::followUp);
    }

    private FollowUp followUp(Document document) {
        boolean held = HELD.contains(document.status());
        return new FollowUp(
                Optional.of(document.id()),
                Optional.empty(),
                Optional.empty(),
                document.instant(FollowUpModel.BOOKED_FOR).map(LawDate::fromInstant),
                held ? document.date(FollowUpModel.DATE) : Optional.empty(),
                !held || attendance.caseWorkerTookPart(document),
                false,
                document.instant(CaseModel.RECORDED_AT).map(LawDate::fromInstant),
                Optional.empty(),
                Optional.empty(),
                document.isTrue(FollowUpModel.NEW_NEEDS),
                Optional.empty());
    }
}

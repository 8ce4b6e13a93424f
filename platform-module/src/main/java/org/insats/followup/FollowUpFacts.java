package org.insats.followup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
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
    private static final QName TYPE_INVESTIGATION =
            QName.createQName("http://insats.org/model/decision/1.0", "investigation");
    private static final QName OPENED_DATE = QName.createQName("http://insats.org/model/decision/1.0", "openedDate");

    private final Documents documents;
    private final Attendance attendance;
    private final NodeService nodes;
    private final ChildTalks childTalks;

    /** Reads follow-ups through the doors of the case file. */
    public FollowUpFacts(Documents documents, CaseFileService caseFiles, NodeService nodes, ChildTalks childTalks) {
        this.childTalks = childTalks;
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
        nodes.getChildAssocs(intervention.node(), Set.of(FollowUpModel.TYPE_CONTRACTOR_REPORT)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .filter(report -> report.status().equals("ESTABLISHED"))
                .flatMap(report -> report.date(FollowUpModel.REPORT_DATE).stream())
                .forEach(facts::contractorReport);
    }

    private FollowUp followUp(Document document) {
        boolean held = HELD.contains(document.status());
        boolean newNeeds = document.isTrue(FollowUpModel.NEW_NEEDS) || document.isTrue(FollowUpModel.CONCERN);
        Optional<LocalDate> day = document.date(FollowUpModel.DATE);
        return new FollowUp(
                Optional.of(document.id()),
                kind(document),
                document.date(FollowUpModel.BOOKED_ON),
                document.instant(FollowUpModel.BOOKED_FOR).map(LawDate::fromInstant),
                held ? day : Optional.empty(),
                !held || attendance.caseWorkerTookPart(document),
                held && attendance.placementWorkerTookPart(document),
                document.instant(CaseModel.RECORDED_AT).map(LawDate::fromInstant),
                document.date(FollowUpModel.PREPARED_ON),
                childTalks.offeredOn(document),
                newNeeds,
                day.filter(any -> newNeeds).flatMap(since -> investigationSince(document, since)));
    }

    /** The profile decides unless it is the first meeting after three months or one that follows it. */
    private static Optional<FollowUp.Kind> kind(Document document) {
        return FollowUpRules.isThreeMonthMeeting(document) ? Optional.of(FollowUp.Kind.THREE_MONTH) : Optional.empty();
    }

    /** The first investigation that stands and was opened because of it: on its day or later (DL-44). */
    private Optional<LocalDate> investigationSince(Document followUp, LocalDate since) {
        return nodes.getChildAssocs(followUp.caseFile(), Set.of(TYPE_INVESTIGATION)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .filter(document -> !document.status().equals("DRAFT"))
                .flatMap(document -> document.date(OPENED_DATE).stream())
                .filter(opened -> !opened.isBefore(since))
                .min(Comparator.naturalOrder());
    }
}

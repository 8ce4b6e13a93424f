package org.insats.startup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Consents;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.ConsentGiven;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** Consent to and hand-over of the summary of the investigation (STA-23, BR-62, CON-80). Runs in the service person's scope. */
public final class SummaryActs {

    static final String HAND_OVER = "handOver";

    private static final String SUBJECT = "SUMMARY_HANDOVER";
    private static final Set<String> HELD = Set.of("HELD", "EXECUTED");

    private final Documents documents;
    private final Interventions interventions;
    private final Consents consents;
    private final CaseEvents events;
    private final NodeService nodes;

    /** Acts through the doors of the case file. */
    public SummaryActs(
            Documents documents, Interventions interventions, Consents consents, CaseEvents events, NodeService nodes) {
        this.documents = documents;
        this.interventions = interventions;
        this.consents = consents;
        this.events = events;
        this.nodes = nodes;
    }

    /** One person's answer to whether the summary may be handed over, as a consent record of its own (CON-07, CON-26). */
    void consent(Document summary, Act act) {
        consents.record(summary, SUBJECT, act);
        ArrayNode given = JsonNodeFactory.instance.arrayNode();
        consents.of(summary, SUBJECT).forEach(given::add);
        documents.write(summary, Map.of(MeetingModel.SUMMARY_CONSENT, given.toString()));
        consents.familyConsent(summary, SUBJECT, act.today())
                .ifPresent(date -> events.publish(new ConsentGiven(
                        summary.caseFile(), summary.requireIntervention(), summary.node(), SUBJECT, date)));
    }

    /** The performer gets it, at the start-up meeting or after it and never before consent (STA-23, BR-62). */
    void handOver(Document summary, Act act) {
        LocalDate meeting = startUpHeldOn(summary.requireIntervention())
                .orElseThrow(() -> Refusal.rule("STA-23").onField("date").violation());
        LocalDate date = act.text("date").isPresent() ? act.dateOrToday("date") : act.today();
        if (date.isBefore(meeting)) {
            throw Refusal.rule("STA-23").onField("date").violation();
        }
        if (consents.familyConsent(summary, SUBJECT, act.today())
                .filter(consented -> !consented.isAfter(date))
                .isEmpty()) {
            throw Refusal.rule("BR-62").onField("summaryConsent").violation();
        }
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(MeetingModel.HANDED_OVER_AT, LawDate.toStored(date));
        changes.put(MeetingModel.HANDED_OVER_BY, act.userName());
        changes.put(
                MeetingModel.HANDED_OVER_TO,
                act.text("handedOverTo")
                        .or(() -> summary.text(MeetingModel.HANDED_OVER_TO))
                        .or(() ->
                                interventions.get(summary.requireIntervention()).text(CaseModel.PERFORMER_UNIT))
                        .orElse(null));
        documents.record(summary, HAND_OVER, RecordEvent.SENT, "ESTABLISHED", changes);
    }

    private Optional<LocalDate> startUpHeldOn(NodeRef intervention) {
        return nodes.getChildAssocs(intervention, Set.of(MeetingModel.TYPE_MEETING)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .filter(meeting -> MeetingRules.isStartUp(meeting) && HELD.contains(meeting.status()))
                .flatMap(meeting -> meeting.instant(MeetingModel.DATE).stream())
                .map(LawDate::fromInstant)
                .findFirst();
    }
}

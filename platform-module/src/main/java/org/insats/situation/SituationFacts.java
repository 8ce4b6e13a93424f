package org.insats.situation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Fact;
import org.insats.deadline.calc.Occurrence;
import org.insats.platform.LawDate;

/** What the deadlines of special situations run from and are met by (DL-41, DL-54, DL-55, DL-56). */
public final class SituationFacts implements FactSource {

    private static final QName CLOSED_DATE = QName.createQName("http://insats.org/model/decision/1.0", "closedDate");

    private final Documents documents;
    private final TemporaryActs temporary;
    private final NodeService nodes;

    /** Reads through {@code documents}. */
    public SituationFacts(Documents documents, TemporaryActs temporary, NodeService nodes) {
        this.documents = documents;
        this.temporary = temporary;
        this.nodes = nodes;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        temporary.of(intervention.caseFile(), intervention.node()).ifPresent(need -> {
            facts.on(Fact.TEMPORARY_DISCUSSED, need.date(SituationModel.DISCUSSED_AT));
            facts.on(Fact.PRIORITY_DIALOGUE_HELD, need.date(SituationModel.PRIORITISED_AT));
            facts.on(
                    Fact.INVESTIGATION_CLOSED,
                    need.text(SituationModel.DURING_INVESTIGATION)
                            .map(id -> documents.get(id))
                            .flatMap(investigation -> investigation.date(CLOSED_DATE)));
        });
        latest(intervention, "NEW_INVESTIGATION").ifPresent(coordination -> {
            facts.on(Fact.INVESTIGATION_OPENED, coordination.date(SituationModel.OPENED_AT));
            facts.on(Fact.POSITION_TAKEN, coordination.date(SituationModel.POSITION_AT));
        });
        all(intervention).forEach(coordination -> information(coordination, facts));
        latest(intervention, "PLACEMENT").ifPresent(coordination -> {
            facts.on(Fact.PLACEMENT_DECIDED, coordination.date(SituationModel.PLACEMENT_DECIDED_AT));
            facts.on(Fact.COORDINATION_MEETING_HELD, coordination.date(SituationModel.COORDINATED_AT));
        });
    }

    /** What came to one side, and when the other was told (DL-60). */
    private static void information(Document coordination, CaseFacts.Builder facts) {
        ArrayNode shared = CoordinationActs.list(coordination, SituationModel.INFORMATION_SHARED);
        for (int i = 0; i < shared.size(); i++) {
            JsonNode each = shared.get(i);
            String reference = coordination.id() + "-" + (i + 1);
            LawDate.parse(each.path("receivedOn").asText(""))
                    .ifPresent(received -> facts.concernReport(new Occurrence(
                            Optional.of(reference),
                            received,
                            LawDate.parse(each.path("informedOn").asText("")),
                            Optional.empty(),
                            Optional.empty())));
        }
    }

    private Stream<Document> all(Intervention intervention) {
        return nodes.getChildAssocs(intervention.node(), Set.of(SituationModel.TYPE_COORDINATION)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node));
    }

    private Optional<Document> latest(Intervention intervention, String trigger) {
        return nodes.getChildAssocs(intervention.node(), Set.of(SituationModel.TYPE_COORDINATION)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .filter(node -> trigger.equals(nodes.getProperty(node, SituationModel.TRIGGER)))
                .map(node -> documents.get(node))
                .max(Comparator.comparing(coordination ->
                        coordination.text(ContentModel.PROP_NAME).orElse("")));
    }
}

package org.insats.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;

/** Finds investigations among the documents of a case. */
public final class InvestigationReader implements InvestigationService {

    private final Documents documents;
    private final NodeService nodes;

    /** Reads through the doors of the case file. */
    public InvestigationReader(Documents documents, NodeService nodes) {
        this.documents = documents;
        this.nodes = nodes;
    }

    @Override
    public List<Document> open(NodeRef caseFile) {
        return all(caseFile, DecisionModel.TYPE_INVESTIGATION)
                .filter(investigation -> investigation.status().equals("ESTABLISHED"))
                .filter(investigation -> !investigation.isFilled(DecisionModel.CLOSED_DATE))
                .toList();
    }

    @Override
    public Optional<Document> latest(NodeRef caseFile) {
        return all(caseFile, DecisionModel.TYPE_INVESTIGATION).reduce((earlier, later) -> later);
    }

    @Override
    public Optional<Document> freeOpeningDecision(Document investigation) {
        Set<String> used = all(investigation.caseFile(), DecisionModel.TYPE_INVESTIGATION)
                .filter(other -> !other.node().equals(investigation.node()))
                .flatMap(other -> other.text(DecisionModel.OPENING_DECISION).stream())
                .collect(Collectors.toSet());
        return all(investigation.caseFile(), DecisionModel.TYPE_DECISION)
                .filter(decision -> decision.text(DecisionModel.DECISION_TYPE)
                        .filter("OPEN_INVESTIGATION"::equals)
                        .isPresent())
                .filter(decision -> decision.isFilled(CaseModel.RECORDED_AT) && !used.contains(decision.id()))
                .reduce((earlier, later) -> later);
    }

    private Stream<Document> all(NodeRef caseFile, QName type) {
        return nodes.getChildAssocs(caseFile, Set.of(type)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .sorted(Comparator.comparing(
                        document -> document.text(ContentModel.PROP_NAME).orElse("")));
    }
}

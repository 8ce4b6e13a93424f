package org.insats.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
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
        return nodes.getChildAssocs(caseFile, Set.of(DecisionModel.TYPE_INVESTIGATION)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .filter(investigation -> investigation.status().equals("ESTABLISHED"))
                .filter(investigation -> !investigation.isFilled(DecisionModel.CLOSED_DATE))
                .sorted(Comparator.comparing(investigation ->
                        investigation.text(ContentModel.PROP_NAME).orElse("")))
                .toList();
    }
}

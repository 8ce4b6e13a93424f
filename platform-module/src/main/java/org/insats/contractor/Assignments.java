package org.insats.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseTree;

/** The interventions that a contractor was agreed on for: a list of the contractor's file (DOC-CTR-06). */
public final class Assignments {

    private final CaseTree tree;
    private final NodeService nodes;

    /** Reads and writes the list. */
    public Assignments(CaseTree tree, NodeService nodes) {
        this.tree = tree;
        this.nodes = nodes;
    }

    /** The interventions that are still there, the oldest first. */
    List<NodeRef> of(NodeRef file) {
        List<NodeRef> interventions = new ArrayList<>();
        for (JsonNode entry : list(file)) {
            tree.node(entry.path("interventionId").asText()).ifPresent(interventions::add);
        }
        return interventions;
    }

    ArrayNode list(NodeRef file) {
        return tree.textOf(file, ContractorModel.EARLIER_ASSIGNMENTS)
                .map(text -> (ArrayNode) JsonTexts.read(text))
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }

    void add(NodeRef file, NodeRef intervention, String caseNumber, LocalDate agreed) {
        ArrayNode list = list(file);
        if (!list.findValuesAsText("interventionId").contains(intervention.getId())) {
            list.addObject()
                    .put("interventionId", intervention.getId())
                    .put("caseNumber", caseNumber)
                    .put("agreed", agreed.toString());
            nodes.setProperty(file, ContractorModel.EARLIER_ASSIGNMENTS, list.toString());
        }
    }
}

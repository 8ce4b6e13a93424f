package org.insats.report;

import java.util.List;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.FileKeys;

/**
 * Counts what reports have not counted yet, so that files from before there were counters are in them. What is counted is noted as the
 * report job notes it.
 */
public final class CountKeys implements FileKeys {

    private final Tallies tallies;
    private final NodeService nodes;

    CountKeys(Tallies tallies, NodeService nodes) {
        this.tallies = tallies;
        this.nodes = nodes;
    }

    @Override
    public void fill(List<NodeRef> files) {
        tallies.countAnew(files.stream()
                .flatMap(file -> nodes.getChildAssocs(file, Set.of(CaseModel.TYPE_INTERVENTION)).stream())
                .map(ChildAssociationRef::getChildRef)
                .toList());
    }
}

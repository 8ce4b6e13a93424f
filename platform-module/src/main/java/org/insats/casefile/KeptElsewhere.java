package org.insats.casefile;

import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;

/** Finds documents about an intervention that are kept in another file than the client's, for example with a contractor. */
@FunctionalInterface
public interface KeptElsewhere {

    /** Those that the current user may read, in the order they were made. */
    List<Document> about(NodeRef intervention);
}

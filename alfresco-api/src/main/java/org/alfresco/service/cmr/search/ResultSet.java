package org.alfresco.service.cmr.search;

import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;

/** The nodes a query found that the current user may read. */
public interface ResultSet {

    /** How many rows there are here. */
    int length();

    /** The node of a row, counted from 0. */
    NodeRef getNodeRef(int n);

    /** The nodes of all rows. */
    List<NodeRef> getNodeRefs();

    /** Whether rows were left off. */
    boolean hasMore();

    /** Lets go of what the result holds. */
    void close();
}

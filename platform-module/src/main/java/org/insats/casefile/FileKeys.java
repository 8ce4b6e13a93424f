package org.insats.casefile;

import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * What a room has the database find its nodes by, and keeps at each write. Files from before an upgrade lack what came with it: {@link
 * KeyJob} has every room fill that in.
 */
public interface FileKeys {

    /**
     * Fills in what is missing or is another than would be written today, in these files and what is in them; writes nothing else,
     * cuts no version and leaves who changed a node and when as it is. Inside the service person's scope and a transaction.
     *
     * @param files cases and contractors' files
     */
    void fill(List<NodeRef> files);
}

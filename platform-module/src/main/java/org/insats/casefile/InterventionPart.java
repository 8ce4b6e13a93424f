package org.insats.casefile;

import org.alfresco.service.cmr.repository.NodeRef;

/** What another room shows of an intervention in the case overview, by a bean of this type; for example its deadlines. */
public interface InterventionPart {

    /** Name of the part in the answer, for example {@code deadlines}. */
    String name();

    /** Its content; written as JSON. Only asked for an intervention that the current user may read. */
    Object of(NodeRef intervention);
}

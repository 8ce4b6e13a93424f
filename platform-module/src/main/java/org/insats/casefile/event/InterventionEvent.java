package org.insats.casefile.event;

import org.alfresco.service.cmr.repository.NodeRef;

/** Something that happened to an intervention; what its deadlines may depend on. */
public interface InterventionEvent {

    /** The case. */
    NodeRef caseFile();

    /** The intervention. */
    NodeRef intervention();

    /** The document by which it happened. */
    NodeRef document();
}

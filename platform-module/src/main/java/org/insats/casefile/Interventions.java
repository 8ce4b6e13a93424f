package org.insats.casefile;

import java.io.Serializable;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** The door to interventions (bean {@code insats.interventions}), for the rooms, inside the service person's scope. */
public interface Interventions {

    /** Reads an intervention. */
    Intervention get(NodeRef node);

    /** Plans a new intervention in a case and returns it. */
    Intervention plan(NodeRef caseFile, String service, String performerUnit);

    /**
     * Moves the intervention along {@link InterventionLifecycle} and writes {@code changes} with it.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-STATE} (409) where the table does not allow it
     */
    Intervention move(NodeRef node, InterventionAction action, Map<QName, Serializable> changes);

    /** Writes properties of the intervention. */
    Intervention write(NodeRef node, Map<QName, Serializable> changes);
}

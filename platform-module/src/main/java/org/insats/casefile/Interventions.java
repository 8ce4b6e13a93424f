package org.insats.casefile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.deadline.calc.Fact;

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

    /**
     * Keeps a date that has no property of its own ({@code ins:facts}), for the deadlines that depend on it; whoever calls
     * it publishes an event of the intervention, so that they are computed anew.
     */
    Intervention noteFact(NodeRef node, Fact fact, LocalDate date);
}

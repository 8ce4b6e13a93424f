package org.alfresco.repo.policy;

import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** Switches behaviours off for the current transaction. */
public interface BehaviourFilter {

    /** Switches the behaviours of a class off for all nodes. */
    void disableBehaviour(QName className);

    /** Switches the behaviours of a class off for a node. */
    void disableBehaviour(NodeRef nodeRef, QName className);

    /** Switches the behaviours of a class on again. */
    void enableBehaviour(QName className);

    /** Switches the behaviours of a class on again for a node. */
    void enableBehaviour(NodeRef nodeRef, QName className);

    /** Whether the behaviours of a class are on for a node. */
    boolean isEnabled(NodeRef nodeRef, QName className);
}

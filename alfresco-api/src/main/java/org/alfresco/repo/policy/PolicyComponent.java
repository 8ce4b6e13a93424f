package org.alfresco.repo.policy;

import org.alfresco.service.namespace.QName;

/** Binds behaviours to events. */
public interface PolicyComponent {

    /** Binds a behaviour to an event on nodes of a type or with an aspect, descendants included. */
    BehaviourDefinition<?> bindClassBehaviour(QName policy, QName className, Behaviour behaviour);

    /** Binds a behaviour to an event on associations of a type whose source is of a class. */
    BehaviourDefinition<?> bindAssociationBehaviour(
            QName policy, QName className, QName assocName, Behaviour behaviour);
}

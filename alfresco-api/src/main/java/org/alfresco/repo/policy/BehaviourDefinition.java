package org.alfresco.repo.policy;

/** A behaviour as it was bound. */
public interface BehaviourDefinition<B> {

    /** The behaviour. */
    Behaviour getBehaviour();
}

package org.insats.resource;

import static org.insats.resource.ResourceState.ALLOCATED;
import static org.insats.resource.ResourceState.CLOSED;
import static org.insats.resource.ResourceState.DRAFT;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/** The life of a resource allocation (STA-36, STA-45, EXT-06, END-25). */
public final class ResourceLifecycle {

    /** The table. */
    public static final StateMachine<ResourceState, ResourceAction> TABLE = StateMachine.of(
                    ResourceState.class, ResourceAction.class, DRAFT)
            .allow(DRAFT, ResourceAction.ALLOCATE, ALLOCATED, "STA-36, STA-45")
            .note(EnumSet.of(ALLOCATED), ResourceAction.PROLONG, "EXT-06")
            .allow(ALLOCATED, ResourceAction.CLOSE, CLOSED, "END-25")
            .build();

    private ResourceLifecycle() {}
}

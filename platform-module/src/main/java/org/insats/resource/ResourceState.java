package org.insats.resource;

/** States of a resource allocation. */
public enum ResourceState {
    DRAFT,
    ALLOCATED,
    CLOSED
}

package org.insats.resource;

/** What is done with a resource allocation. */
public enum ResourceAction {
    ALLOCATE,
    PROLONG,
    CLOSE
}

package org.insats.embedded.workflow;

/** What the engine's listeners and the service share. */
record EngineSupport(TaskTypes types, Names names, TaskProperties properties, Authorities authorities) {}

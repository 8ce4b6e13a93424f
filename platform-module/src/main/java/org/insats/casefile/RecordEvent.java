package org.insats.casefile;

/** By what a document became the record ({@code ins:recordEvent}). */
public enum RecordEvent {
    SENT,
    DECIDED,
    ESTABLISHED,
    SIGNED
}

package org.insats.accesslog;

/** Kinds of entry of the access log. */
public enum LookKind {
    /** The content of a document was read. */
    CONTENT,
    /** The properties of one node were read through a door of the platform. */
    NODE,
    /** The case was one of several in a list, or several of its nodes were read at once. */
    LIST,
    /** A web script of ours read. */
    READ,
    /** A web script of ours did something. */
    ACT,
    /** A file went out: a list as values, a printed form. */
    EXPORT,
    /** The access log itself was read, or checked. */
    REPORT,
    /** Somebody without a role in the case was given access for a time, with a written reason. */
    EXCEPTION,
    /** Entries may be missing: a server died, or the log could not be written while looks went on. */
    GAP,
    /** A segment was removed because its time was up. */
    REMOVAL
}

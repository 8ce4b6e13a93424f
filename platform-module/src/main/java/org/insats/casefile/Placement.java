package org.insats.casefile;

/** Where the documents of a kind lie, which decides who reads them (CON-110). */
public enum Placement {
    /** In the case folder: for the social office, never for the performing side. */
    CASE,
    /** In the intervention's folder: for the social office and the performing side. */
    INTERVENTION
}

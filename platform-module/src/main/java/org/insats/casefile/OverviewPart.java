package org.insats.casefile;

/** A part of the case overview that another room contributes, by a bean of this type; for example the tasks of a case. */
public interface OverviewPart {

    /** Name of the part in the answer, for example {@code tasks}. */
    String name();

    /** Its content, as far as the current user may see it; written as JSON. */
    Object of(CaseFile caseFile);
}

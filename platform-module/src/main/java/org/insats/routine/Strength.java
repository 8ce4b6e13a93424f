package org.insats.routine;

/** How strongly a routine asks for something (DLC-15, BR-79). */
public enum Strength {
    /** The routine obliges ("ska"). Overdue is an error. */
    MUST(Severity.ERROR),
    /** The routine recommends ("bör"). Overdue is a warning. */
    SHOULD(Severity.WARNING),
    /** The routine permits ("kan"). Shown as information. */
    MAY(Severity.INFORMATION),
    /** Not from the routine; a proposal of Insats that a municipality may change. Shown as information. */
    DEFAULT(Severity.INFORMATION);

    private final Severity severityWhenOverdue;

    Strength(Severity severityWhenOverdue) {
        this.severityWhenOverdue = severityWhenOverdue;
    }

    /** What an overdue act of this strength is shown as. */
    public Severity severityWhenOverdue() {
        return severityWhenOverdue;
    }
}

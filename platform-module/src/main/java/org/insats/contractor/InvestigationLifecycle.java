package org.insats.contractor;

import static org.insats.contractor.InvestigationState.ABANDONED;
import static org.insats.contractor.InvestigationState.ANALYSIS;
import static org.insats.contractor.InvestigationState.APPLIED;
import static org.insats.contractor.InvestigationState.APPROVED;
import static org.insats.contractor.InvestigationState.CHECKS;
import static org.insats.contractor.InvestigationState.EXEMPT;
import static org.insats.contractor.InvestigationState.INFORMED;
import static org.insats.contractor.InvestigationState.INTERVIEWING;
import static org.insats.contractor.InvestigationState.NOT_APPROVED;
import static org.insats.contractor.InvestigationState.PROPOSED;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/**
 * The life of a contractor investigation, requirements 4.2. One table serves every variant; which of its steps a variant has
 * is in its checklist ({@link Checklist}), and the acts ask it.
 */
public final class InvestigationLifecycle {

    /** The table. */
    public static final StateMachine<InvestigationState, InvestigationAction> TABLE = StateMachine.of(
                    InvestigationState.class, InvestigationAction.class, PROPOSED)
            .allow(PROPOSED, InvestigationAction.INFORM, INFORMED, "INV-10")
            .allow(INFORMED, InvestigationAction.APPLY, APPLIED, "INV-11")
            .allow(EnumSet.of(PROPOSED, INFORMED, APPLIED), InvestigationAction.INTERVIEW, INTERVIEWING, "INV-12")
            .note(EnumSet.of(INTERVIEWING), InvestigationAction.INTERVIEW, "INV-12")
            .note(EnumSet.of(INTERVIEWING, CHECKS), InvestigationAction.INTERVIEW_CHILD, "INV-15")
            .note(EnumSet.range(PROPOSED, CHECKS), InvestigationAction.NOTE_EXTRACT, "INV-16")
            .note(EnumSet.range(INFORMED, CHECKS), InvestigationAction.NOTE_REFERENCE, "INV-17")
            .note(EnumSet.of(INFORMED, CHECKS), InvestigationAction.CHECK_IVO, "INV-06")
            .allow(EnumSet.of(INFORMED, INTERVIEWING), InvestigationAction.CHECK, CHECKS, "INV-16")
            .allow(CHECKS, InvestigationAction.ANALYSE, ANALYSIS, "INV-18")
            .allow(ANALYSIS, InvestigationAction.APPROVE, APPROVED, "BR-32..35")
            .allow(ANALYSIS, InvestigationAction.REJECT, NOT_APPROVED, "INV-23")
            .allow(EnumSet.range(PROPOSED, ANALYSIS), InvestigationAction.ABANDON, ABANDONED, "INV-23")
            .allow(PROPOSED, InvestigationAction.EXEMPT, EXEMPT, "INV-05, INV-07")
            .build();

    private InvestigationLifecycle() {}
}

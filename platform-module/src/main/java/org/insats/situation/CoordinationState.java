package org.insats.situation;

/** States of the coordination when an investigation is opened, or the client placed, while an intervention runs (4.11.2, 4.11.3). */
public enum CoordinationState {
    DRAFT,
    UNDER_INVESTIGATION,
    CONTINUES_DURING_INVESTIGATION,
    PLACEMENT_PLANNED,
    INFORMATION_GATHERED,
    COORDINATED,
    CONTINUES,
    ENDING
}

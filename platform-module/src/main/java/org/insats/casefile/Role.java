package org.insats.casefile;

/**
 * What somebody is in a case. A role comes from being a member of the case (direct entries) or from a group
 * {@code GROUP_INSATS_<ROLE>_<UNIT>} of the case's or the performing unit. Identifiers as in the glossary.
 */
public enum Role {
    /** The one responsible case worker of the case (BR-110). */
    RESPONSIBLE_CASE_WORKER,
    CASE_WORKER,
    FOLLOW_UP_CASE_WORKER,
    LEAD_SOCIAL_WORKER,
    ADMINISTRATIVE_COORDINATOR,
    /** Manages the unit that carries out: takes in, allocates, declines, closes (enhetschef, ROLE-10). */
    UNIT_MANAGER,
    /** Manages the unit of the case; in the group {@code UNIT_MANAGER} of that unit, and none of the performer's acts are theirs. */
    OFFICE_MANAGER,
    LEAD_TREATMENT_SECRETARY,
    TREATMENT_LEAD,
    THERAPIST,
    /** Investigates and proposes contractors for the performing side (TERM of P2: familjehemssekreterare). */
    PLACEMENT_WORKER,
    /** Receives referrals to open care for children and families (ORD-14). */
    IOF_SECRETARY,
    /** Manages the placement group: takes in its orders, allocates them, is told of withdrawals (sektionschef i RoP, ROLE-06). */
    PLACEMENT_SECTION_MANAGER,
    /** Is told of meal deductions by the placement worker (utredningssekreterare, ROLE-17). */
    INVESTIGATION_SECRETARY,
    ARCHIVIST,
    REGISTRAR;

    /** Whether the role belongs to the side that carries out the intervention (CON-110). */
    public boolean isPerformer() {
        return this == LEAD_TREATMENT_SECRETARY
                || this == TREATMENT_LEAD
                || this == THERAPIST
                || this == PLACEMENT_WORKER
                || this == IOF_SECRETARY
                || this == PLACEMENT_SECTION_MANAGER;
    }

    /** Whether the role belongs to the Resource and Placement Group, which keeps the register of contractors (ROLE-07). */
    public boolean isPlacementGroup() {
        return this == PLACEMENT_WORKER || this == PLACEMENT_SECTION_MANAGER;
    }

    /** The group of the role in a unit; one who manages a unit is a manager of the case or of the performer by which unit it is. */
    public String group(String unit) {
        String name = this == OFFICE_MANAGER ? UNIT_MANAGER.name() : name();
        return "GROUP_INSATS_" + name + '_' + unit;
    }

    /** Whether the role may write case documents as a case worker does. */
    public boolean isCaseWorker() {
        return this == RESPONSIBLE_CASE_WORKER || this == CASE_WORKER || this == FOLLOW_UP_CASE_WORKER;
    }
}

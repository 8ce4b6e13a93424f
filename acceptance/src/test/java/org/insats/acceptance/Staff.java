package org.insats.acceptance;

import java.util.Locale;

/** The people of one social office and one performing unit; a test's own, so that no test sees another's tasks. */
public record Staff(
        String unit,
        String performerUnit,
        Api caseWorker,
        Api followUpCaseWorker,
        Api coordinator,
        Api leadSocialWorker,
        Api unitManager,
        Api treatmentLead,
        Api therapist) {

    /** Makes the users and groups; {@code name} keeps them apart from other tests'. */
    public static Staff of(Target target, String name) {
        String run = name + Long.toString(System.currentTimeMillis(), 36);
        String unit = "S" + run.toUpperCase(Locale.ROOT);
        String performerUnit = "R" + run.toUpperCase(Locale.ROOT);
        People people = new People(target.admin());
        return new Staff(
                unit,
                performerUnit,
                target.as(people.inRole(run + ".handlaggare", "CASE_WORKER", unit)),
                target.as(people.inRole(run + ".uppfoljare", "CASE_WORKER", unit)),
                target.as(people.inRole(run + ".samordnare", "ADMINISTRATIVE_COORDINATOR", unit)),
                target.as(people.inRole(run + ".socialsekreterare", "LEAD_SOCIAL_WORKER", unit)),
                target.as(people.inRole(run + ".enhetschef", "UNIT_MANAGER", performerUnit)),
                target.as(people.inRole(run + ".behandlingsansvarig", "TREATMENT_LEAD", performerUnit)),
                target.as(people.inRole(run + ".behandlare", "THERAPIST", performerUnit)));
    }

    /** The same people at a repository that was started again, or at another server on the same data. */
    Staff at(Target target) {
        return new Staff(
                unit,
                performerUnit,
                target.as(caseWorker.userName()),
                target.as(followUpCaseWorker.userName()),
                target.as(coordinator.userName()),
                target.as(leadSocialWorker.userName()),
                target.as(unitManager.userName()),
                target.as(treatmentLead.userName()),
                target.as(therapist.userName()));
    }
}

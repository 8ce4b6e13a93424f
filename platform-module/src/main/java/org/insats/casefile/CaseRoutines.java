package org.insats.casefile;

import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.platform.ServicePerson;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineService;
import org.insats.routine.Service;

/** The routines that cases run by (bean {@code insats.caseRoutines}). */
public final class CaseRoutines {

    private final CaseTree tree;
    private final RoutineService routines;
    private final ServicePerson servicePerson;

    /** Reads profiles from {@code routines}. */
    public CaseRoutines(CaseTree tree, RoutineService routines, ServicePerson servicePerson) {
        this.tree = tree;
        this.routines = routines;
        this.servicePerson = servicePerson;
    }

    /** The routine of a document's case, for the service of its intervention. */
    public CaseRoutine of(Document document) {
        return of(document.caseFile(), document.intervention());
    }

    /** The routine of an intervention's case, for its service. */
    public CaseRoutine of(Intervention intervention) {
        return of(intervention.caseFile(), Optional.of(intervention.node()));
    }

    /** The routine of a case, for the service of an intervention where one is stated. */
    public CaseRoutine of(NodeRef caseFile, Optional<NodeRef> intervention) {
        return servicePerson.elevated(() -> {
            String version = tree.text(caseFile, CaseModel.PROFILE_VERSION).orElse("");
            Optional<RoutineProfile> profile =
                    tree.text(caseFile, CaseModel.PROFILE).flatMap(id -> routines.profile(id, version));
            String service = intervention
                    .flatMap(node -> tree.text(node, CaseModel.SERVICE))
                    .flatMap(type -> profile.flatMap(known -> known.service(type)))
                    .map(Service::code)
                    .orElse("");
            return new CaseRoutine(profile, service);
        });
    }
}

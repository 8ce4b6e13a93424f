package org.insats.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.deadline.calc.ComputedDeadline;
import org.insats.deadline.calc.DeadlineCalculator;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineService;

/** What another routine profile would make of the deadlines of a case that is there; stores nothing (bean {@code insats.profileTrial}). */
public final class ProfileTrial {

    private final DeadlineStore store;
    private final InterventionFacts facts;
    private final Interventions interventions;
    private final RoutineService routines;
    private final DeadlineCalculator calculator;
    private final NodeService nodes;
    private final ServicePerson servicePerson;
    private final Clock clock;

    ProfileTrial(
            DeadlineStore store,
            InterventionFacts facts,
            Interventions interventions,
            RoutineService routines,
            DeadlineCalculator calculator,
            NodeService nodes,
            ServicePerson servicePerson,
            Clock clock) {
        this.store = store;
        this.facts = facts;
        this.interventions = interventions;
        this.routines = routines;
        this.calculator = calculator;
        this.nodes = nodes;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /**
     * A deadline by the one profile and by the other.
     *
     * @param service the service of the intervention
     * @param now as the case's own profile gives it; empty where only the other has it
     * @param then as the other profile gives it; empty where it no longer is
     */
    public record Line(String service, Optional<ComputedDeadline> now, Optional<ComputedDeadline> then) {

        /** Whether the two say different days, or only one says anything. */
        public boolean isChanged() {
            return !day(now).equals(day(then)) || now.isPresent() != then.isPresent();
        }

        private static Optional<LocalDate> day(Optional<ComputedDeadline> deadline) {
            return deadline.flatMap(ComputedDeadline::dueDate);
        }
    }

    /**
     * The deadlines of a case by the profile it follows and by another.
     *
     * @param caseFile a case that the user may read
     * @param other the profile to try
     */
    public List<Line> of(CaseFile caseFile, RoutineProfile other) {
        return servicePerson.elevated(() -> {
            List<Line> lines = new ArrayList<>();
            LocalDate today = LawDate.today(clock);
            Optional<RoutineProfile> own = routines.profile(caseFile.profile(), caseFile.profileVersion());
            nodes.getChildAssocs(caseFile.node(), Set.of(CaseModel.TYPE_INTERVENTION)).stream()
                    .map(ChildAssociationRef::getChildRef)
                    .forEach(node -> lines.addAll(lines(node, own, other.on(today), today)));
            return lines;
        });
    }

    private List<Line> lines(NodeRef node, Optional<RoutineProfile> own, RoutineProfile other, LocalDate today) {
        Intervention intervention = interventions.get(node);
        Map<String, ComputedDeadline> now =
                own.map(profile -> plan(intervention, profile, today)).orElse(Map.of());
        Map<String, ComputedDeadline> then = plan(intervention, other, today);
        List<Line> lines = new ArrayList<>();
        now.forEach((key, deadline) ->
                lines.add(new Line(intervention.service(), Optional.of(deadline), Optional.ofNullable(then.get(key)))));
        then.forEach((key, deadline) -> {
            if (!now.containsKey(key)) {
                lines.add(new Line(intervention.service(), Optional.empty(), Optional.of(deadline)));
            }
        });
        return lines;
    }

    private Map<String, ComputedDeadline> plan(Intervention intervention, RoutineProfile profile, LocalDate today) {
        Map<String, ComputedDeadline> byKey = new LinkedHashMap<>();
        profile.service(intervention.service()).ifPresent(service -> facts.readingOnce(() -> calculator.compute(
                        profile, service, facts.of(intervention, profile, store.of(intervention.node())), today))
                .deadlines()
                .forEach(deadline -> byKey.putIfAbsent(deadline.key(), deadline)));
        return byKey;
    }
}

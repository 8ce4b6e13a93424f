package org.insats.routine.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineService;

/**
 * The profiles in the Data Dictionary (bean {@code insats.routineService}). In force is the latest version that is usable and
 * whose validity covers the day, so that a profile may be put in before it begins to hold.
 */
public final class StoredProfiles implements RoutineService {

    private final ProfileNodes nodes;
    private final ServicePerson servicePerson;
    private final Clock clock;

    StoredProfiles(ProfileNodes nodes, ServicePerson servicePerson, Clock clock) {
        this.nodes = nodes;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    @Override
    public Optional<RoutineProfile> profile(String id) {
        return servicePerson
                .elevated(() -> nodes.find(id).flatMap(this::inForce).map(StoredProfile::profile))
                .map(this::today);
    }

    @Override
    public Optional<RoutineProfile> profile(String id, String version) {
        return version.isEmpty()
                ? profile(id)
                : text(id, version).map(StoredProfile::profile).map(this::today).or(() -> profile(id));
    }

    private RoutineProfile today(RoutineProfile profile) {
        return profile.on(LawDate.today(clock));
    }

    @Override
    public List<RoutineProfile> profiles() {
        return servicePerson.elevated(() -> nodes.all().stream()
                .map(this::inForce)
                .flatMap(Optional::stream)
                .map(StoredProfile::profile)
                .sorted(Comparator.comparing(RoutineProfile::id))
                .toList());
    }

    /** A version of a profile with its text; the one in force where {@code version} is empty. */
    public Optional<StoredProfile> text(String id, String version) {
        return servicePerson.elevated(() -> nodes.find(id)
                .flatMap(node -> version.isEmpty()
                        ? inForce(node)
                        : versions(node)
                                .filter(stored -> stored.profile().version().equals(version))
                                .findFirst()));
    }

    /** Every version of a profile, the latest first. */
    public List<RoutineProfile> versions(String id) {
        return servicePerson.elevated(() -> nodes.find(id).stream()
                .flatMap(this::versions)
                .map(StoredProfile::profile)
                .distinct()
                .toList());
    }

    private Optional<StoredProfile> inForce(NodeRef node) {
        LocalDate today = LawDate.today(clock);
        return versions(node)
                .filter(stored -> stored.profile().validity().covers(today))
                .findFirst();
    }

    /** Lazily: the versions are looked at only where what the node has now does not do. */
    private Stream<StoredProfile> versions(NodeRef node) {
        return Stream.<Supplier<Stream<StoredProfile>>>of(() -> nodes.current(node).stream(), () -> nodes.history(node))
                .flatMap(Supplier::get);
    }
}

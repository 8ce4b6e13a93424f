package org.insats.casefile;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Alphabet;
import org.insats.platform.ServicePerson;

/** The people who work here: what they are called, and who has a role in a unit. */
public final class Staff {

    private final PersonService people;
    private final AuthorityService authorities;
    private final NodeService nodes;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public Staff(PersonService people, AuthorityService authorities, NodeService nodes, ServicePerson servicePerson) {
        this.people = people;
        this.authorities = authorities;
        this.nodes = nodes;
        this.servicePerson = servicePerson;
    }

    /** First and last name of a user; the user name where there are none. */
    public String nameOf(String userName) {
        return servicePerson.elevated(() -> Optional.ofNullable(people.getPersonOrNull(userName))
                .map(this::name)
                .filter(name -> !name.isBlank())
                .orElse(userName));
    }

    private String name(NodeRef person) {
        return Stream.of(ContentModel.PROP_FIRSTNAME, ContentModel.PROP_LASTNAME)
                .map((QName part) -> nodes.getProperty(person, part))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "))
                .strip();
    }

    /** User names of those with a role in a unit, in the order of their names. */
    public List<String> withRole(Role role, String unit) {
        String group = role.group(unit);
        Set<String> found = servicePerson.elevated(() -> authorities.authorityExists(group)
                ? authorities.getContainedAuthorities(AuthorityType.USER, group, false)
                : Set.of());
        return byName(found);
    }

    /** Codes of the units in which somebody has a role of the side that carries out, in alphabetical order. */
    public List<String> performingUnits() {
        List<String> prefixes = Stream.of(Role.values())
                .filter(Role::isPerformer)
                .map(role -> "GROUP_INSATS_" + role.name() + '_')
                .toList();
        Set<String> groups = servicePerson.elevated(() -> authorities.getAllAuthorities(AuthorityType.GROUP));
        return groups.stream()
                .flatMap(group ->
                        prefixes.stream().filter(group::startsWith).map(prefix -> group.substring(prefix.length())))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the current user belongs to some unit, or is an administrator. */
    public boolean isCurrentUser() {
        return authorities.hasAdminAuthority()
                || authorities.getAuthorities().stream().anyMatch(name -> name.startsWith("GROUP_INSATS_"));
    }

    private List<String> byName(Collection<String> userNames) {
        return userNames.stream()
                .sorted(Comparator.comparing(this::nameOf, Alphabet.order()))
                .toList();
    }
}

package org.insats.deadline;

import java.util.List;
import java.util.Optional;

/**
 * Who answers for a deadline: one person, or the groups that share its task.
 *
 * @param userName the person, where there is one
 * @param groups names of groups, {@code GROUP_} included
 */
public record Owner(Optional<String> userName, List<String> groups) {

    /** Copies the list. */
    public Owner {
        groups = List.copyOf(groups);
    }
}

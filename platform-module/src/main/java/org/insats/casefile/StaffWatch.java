package org.insats.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.insats.platform.InsatsFolders;
import org.insats.platform.ServicePerson;

/**
 * Sees within a minute who is in a group of roles no longer, and has them lose sight of the cases that they were named in (BR-110); bean
 * {@code insats.staffWatch}. It compares the groups with what they held at its last look, which is kept in the repository, so that what
 * was changed while no server ran is seen as well. {@link RightsRound} finds the cases by {@code ins:namedUsers}.
 */
public final class StaffWatch implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AuthorityService authorities;
    private final RightsRound round;
    private final NodeService nodes;
    private final InsatsFolders folders;
    private final RetryingTransactionHelper transactions;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public StaffWatch(
            AuthorityService authorities,
            RightsRound round,
            NodeService nodes,
            InsatsFolders folders,
            RetryingTransactionHelper transactions,
            ServicePerson servicePerson) {
        this.authorities = authorities;
        this.round = round;
        this.nodes = nodes;
        this.folders = folders;
        this.transactions = transactions;
        this.servicePerson = servicePerson;
    }

    @Override
    public synchronized void run() {
        servicePerson.run(() -> {
            Map<String, Set<String>> now = inTransaction(true, this::groups);
            Map<String, Set<String>> before = inTransaction(true, this::known);
            if (now.equals(before)) {
                return;
            }
            boolean all = left(before, now).stream()
                    .map(userName -> round.followPerson(userName))
                    .reduce(true, Boolean::logicalAnd);
            if (all) {
                // Only then: what failed is found again at the next look.
                inTransaction(false, () -> keep(now));
            }
        });
    }

    private static Set<String> left(Map<String, Set<String>> before, Map<String, Set<String>> now) {
        Set<String> left = new TreeSet<>();
        before.forEach((group, users) -> users.stream()
                .filter(user -> !now.getOrDefault(group, Set.of()).contains(user))
                .forEach(left::add));
        return left;
    }

    private Map<String, Set<String>> groups() {
        return authorities.getAllAuthorities(AuthorityType.GROUP).stream()
                .filter(group -> group.startsWith("GROUP_INSATS_"))
                .collect(Collectors.toMap(
                        group -> group,
                        group -> new TreeSet<>(authorities.getContainedAuthorities(AuthorityType.USER, group, false)),
                        (a, b) -> b,
                        TreeMap::new));
    }

    private Map<String, Set<String>> known() {
        Object text = nodes.getProperty(folders.reports(), CaseModel.STAFF_KNOWN);
        try {
            return text == null ? Map.of() : JSON.readValue(text.toString(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is known of the groups is no JSON", e);
        }
    }

    private boolean keep(Map<String, Set<String>> groups) {
        NodeRef place = folders.reports();
        try {
            String text = JSON.writeValueAsString(groups);
            nodes.addAspect(place, CaseModel.ASPECT_STAFF_WATCH, Map.of(CaseModel.STAFF_KNOWN, text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Groups cannot be written as JSON", e);
        }
        return true;
    }

    private <T> T inTransaction(boolean readOnly, Supplier<T> work) {
        return transactions.doInTransaction(() -> servicePerson.elevated(work), readOnly, true);
    }
}

package org.insats.casefile;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport.TxnReadState;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * Roles looked up once a transaction: making one document asks for them at three doors. What was found holds only as long as
 * the person's groups are the same and nothing of a case was written that roles may come from.
 */
final class RolesInTransaction {

    private final Object key = new Object();

    /** Whose roles, where. */
    record Asked(String userName, NodeRef caseFile, Optional<NodeRef> intervention) {}

    private record Found(Set<String> groups, Set<Role> roles) {}

    /** The roles as found before in this transaction, or as looked up now; a set of the caller's own. */
    Set<Role> roles(Asked asked, Set<String> groups, Supplier<Set<Role>> lookUp) {
        if (AlfrescoTransactionSupport.getTransactionReadState() == TxnReadState.TXN_NONE) {
            return lookUp.get();
        }
        Found known = known().get(asked);
        if (known != null && known.groups().equals(groups)) {
            return copy(known.roles());
        }
        Set<Role> roles = lookUp.get();
        known().put(asked, new Found(Set.copyOf(groups), copy(roles)));
        return roles;
    }

    /** Lets go of what was found. */
    void forget() {
        if (AlfrescoTransactionSupport.getResource(key) != null) {
            AlfrescoTransactionSupport.unbindResource(key);
        }
    }

    private Map<Asked, Found> known() {
        Map<Asked, Found> known = AlfrescoTransactionSupport.getResource(key);
        if (known == null) {
            known = new HashMap<>();
            AlfrescoTransactionSupport.bindResource(key, known);
        }
        return known;
    }

    private static Set<Role> copy(Set<Role> roles) {
        Set<Role> copy = EnumSet.noneOf(Role.class);
        copy.addAll(roles);
        return copy;
    }
}

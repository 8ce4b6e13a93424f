package org.insats.embedded.core.node;

import java.io.Serializable;
import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.dictionary.AssocDef;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.insats.embedded.core.tx.TxContext;

/** Who made and changed a node, and when: what cm:auditable does. */
final class Auditing {
    static final Set<QName> PROPERTIES = Set.of(
            ContentModel.PROP_CREATED,
            ContentModel.PROP_CREATOR,
            ContentModel.PROP_MODIFIED,
            ContentModel.PROP_MODIFIER,
            ContentModel.PROP_ACCESSED);

    private static final long TOLERATED_MILLIS = 1000;

    private final NodeStore store;
    private final DictionaryComponent dictionary;
    private final BehaviourFilter filter;
    private final Clock clock;

    Auditing(NodeStore store, DictionaryComponent dictionary, BehaviourFilter filter, Clock clock) {
        this.store = store;
        this.dictionary = dictionary;
        this.filter = filter;
        this.clock = clock;
    }

    /** Sets who and when; values given count only while the behaviour of cm:auditable is switched off. */
    boolean audit(NodeState node, Map<QName, Serializable> given, boolean isNew) {
        if (!store.aspects(node).contains(ContentModel.ASPECT_AUDITABLE)) {
            return false;
        }
        boolean own = !filter.isEnabled(node.ref, ContentModel.ASPECT_AUDITABLE)
                && given.keySet().stream().anyMatch(PROPERTIES::contains);
        if (isNew) {
            node.creator = currentUser();
            node.created = now();
            node.modifier = node.creator;
            node.modified = node.created;
        }
        if (own) {
            node.creator = (String) given.getOrDefault(ContentModel.PROP_CREATOR, node.creator);
            node.created = date(given.getOrDefault(ContentModel.PROP_CREATED, node.created));
            node.modifier = (String) given.getOrDefault(ContentModel.PROP_MODIFIER, node.modifier);
            node.modified = date(given.getOrDefault(ContentModel.PROP_MODIFIED, node.modified));
        }
        if (isNew || own) {
            store.saveAudit(node);
        }
        return own;
    }

    private Date date(Serializable value) {
        return (Date) TypeConversion.convert(value, DataTypeDefinition.DATETIME, dictionary);
    }

    /** Notes a change; as in ACS, another by the same user within a second of the same transaction is none. */
    void touched(NodeState node) {
        if (store.aspects(node).contains(ContentModel.ASPECT_AUDITABLE)
                && filter.isEnabled(node.ref, ContentModel.ASPECT_AUDITABLE)) {
            String user = currentUser();
            Date now = now();
            if (!node.claimed
                    || !user.equals(node.modifier)
                    || Math.abs(now.getTime() - node.modified.getTime()) > TOLERATED_MILLIS) {
                node.modifier = user;
                node.modified = now;
                store.saveAudit(node);
            }
        }
    }

    private static String currentUser() {
        String user = AuthenticationUtil.getFullyAuthenticatedUser();
        return user == null ? "unknown" : user;
    }

    private Date now() {
        return Date.from(clock.instant());
    }

    /** Associations may ask that a change among the children shows on the parent; written last, without contest. */
    void propagateTime(ChildAssociationRef assoc) {
        boolean wanted = dictionary
                .association(assoc.getTypeQName())
                .map(AssocDef::propagateTimestamps)
                .orElse(false);
        if (!wanted || !filter.isEnabled(assoc.getParentRef(), ContentModel.ASPECT_AUDITABLE)) {
            return;
        }
        TxContext context = TxContext.current();
        Set<NodeRef> parents = context.resource("propagated times", LinkedHashSet::new);
        if (parents.isEmpty()) {
            String user = currentUser();
            context.beforeCommit(TxContext.Phase.LAST_WRITES, () -> {
                parents.stream()
                        .map(store::find)
                        .flatMap(Optional::stream)
                        .filter(each -> each.modified != null)
                        .sorted(Comparator.comparingLong(NodeState::id))
                        .forEach(each -> store.touch(each.id, user, now()));
                parents.clear();
            });
        }
        parents.add(assoc.getParentRef());
    }
}

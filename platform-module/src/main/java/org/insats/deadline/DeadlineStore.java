package org.insats.deadline;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.springframework.dao.ConcurrencyFailureException;

/** Reads and writes deadline nodes, inside the service person's scope. */
final class DeadlineStore {

    private static final LocalDate NO_DATE = LocalDate.of(9999, 12, 31);

    private final NodeService nodes;

    DeadlineStore(NodeService nodes) {
        this.nodes = nodes;
    }

    List<LiveDeadline> of(NodeRef intervention) {
        return nodes.getChildAssocs(intervention, Set.of(CaseModel.TYPE_DEADLINE)).stream()
                .map(ChildAssociationRef::getChildRef)
                .map(node -> new LiveDeadline(node, intervention, nodes.getProperties(node)))
                .sorted(Comparator.comparing(deadline -> deadline.dueDate().orElse(LocalDate.MAX)))
                .toList();
    }

    boolean exists(NodeRef deadline) {
        return nodes.exists(deadline);
    }

    LiveDeadline get(NodeRef deadline) {
        return new LiveDeadline(
                deadline, nodes.getPrimaryParent(deadline).getParentRef(), nodes.getProperties(deadline));
    }

    /**
     * A new node; its name is unique in the intervention, so that two at once cannot make the same: the later one is done over,
     * and finds it.
     */
    LiveDeadline create(Intervention intervention, String name, Map<QName, Serializable> properties) {
        Map<QName, Serializable> all = new LinkedHashMap<>(properties);
        all.put(ContentModel.PROP_NAME, name);
        all.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        all.put(CaseModel.CASE_NUMBER, intervention.caseNumber());
        all.put(CaseModel.INTERVENTION_REF, intervention.node().getId());
        try {
            return get(nodes.createNode(
                            intervention.node(),
                            CaseModel.ASSOC_DEADLINES,
                            QName.createQName(CaseModel.URI, name),
                            CaseModel.TYPE_DEADLINE,
                            all)
                    .getChildRef());
        } catch (DuplicateChildNodeNameException e) {
            throw new ConcurrencyFailureException("The deadline was made at the same moment", e);
        }
    }

    /**
     * The changes, with what puts the deadline on people's lists while somebody still has to act ({@code ins:nextActionAt}):
     * queries on these properties cost what is open, whatever the history.
     */
    private static Map<QName, Serializable> withPlaceOnLists(
            NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> changes) {
        Map<QName, Serializable> after = new LinkedHashMap<>(before);
        after.putAll(changes);
        boolean listed = after.get(DeadlineModel.NEXT_ACTION_AT) != null;
        Map<QName, Serializable> all = new LinkedHashMap<>(changes);
        all.put(DeadlineModel.LIST_KEY, listed ? listKey(node, after) : null);
        all.put(DeadlineModel.LIST_OWNER, listed ? after.get(DeadlineModel.DEADLINE_OWNER) : null);
        all.put(DeadlineModel.LIST_UNIT, listed ? after.get(DeadlineModel.DEADLINE_UNIT) : null);
        return all;
    }

    private static String listKey(NodeRef node, Map<QName, Serializable> properties) {
        return LawDate.fromStored(properties.get(DeadlineModel.DUE_DATE)).orElse(NO_DATE) + "-" + node.getId();
    }

    /** Writes {@code changes}; a null value removes the property. */
    LiveDeadline write(LiveDeadline deadline, Map<QName, Serializable> changes) {
        Map<QName, Serializable> before = nodes.getProperties(deadline.node());
        Map<QName, Serializable> added = new LinkedHashMap<>();
        withPlaceOnLists(deadline.node(), before, changes).forEach((name, value) -> {
            if (value == null) {
                if (before.get(name) != null) {
                    nodes.removeProperty(deadline.node(), name);
                }
            } else if (!value.equals(before.get(name))) {
                added.put(name, value);
            }
        });
        if (!added.isEmpty()) {
            nodes.addProperties(deadline.node(), added);
        }
        return get(deadline.node());
    }
}

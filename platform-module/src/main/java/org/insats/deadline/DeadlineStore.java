package org.insats.deadline;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.platform.Collision;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;

/** Reads and writes deadline nodes, inside the service person's scope. */
final class DeadlineStore {

    private static final LocalDate NO_DATE = LocalDate.of(9999, 12, 31);

    private final NodeService nodes;
    private final WorkSlots slots;

    DeadlineStore(NodeService nodes, WorkSlots slots) {
        this.nodes = nodes;
        this.slots = slots;
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

    Optional<LiveDeadline> find(NodeRef deadline) {
        return nodes.exists(deadline) ? Optional.of(get(deadline)) : Optional.empty();
    }

    LiveDeadline get(NodeRef deadline) {
        Map<QName, Serializable> properties = nodes.getProperties(deadline);
        // The deadline says whose it is; asking for the parent would be one more way to the database.
        NodeRef intervention =
                new NodeRef(deadline.getStoreRef(), String.valueOf(properties.get(CaseModel.INTERVENTION_REF)));
        return new LiveDeadline(deadline, intervention, properties);
    }

    /**
     * A new node; its name is unique in the intervention, so that two at once cannot make the same: the later one is done over,
     * and finds it.
     */
    LiveDeadline create(Intervention intervention, String name, Map<QName, Serializable> properties) {
        String id = UUID.randomUUID().toString();
        Map<QName, Serializable> all = new LinkedHashMap<>(properties);
        all.put(ContentModel.PROP_NAME, name);
        all.put(ContentModel.PROP_NODE_UUID, id);
        all.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        all.put(CaseModel.CASE_NUMBER, intervention.caseNumber());
        all.put(CaseModel.INTERVENTION_REF, intervention.node().getId());
        all.putAll(placeOnLists(id, all));
        all.values().removeIf(value -> value == null);
        try {
            NodeRef node = nodes.createNode(
                            intervention.node(),
                            CaseModel.ASSOC_DEADLINES,
                            QName.createQName(CaseModel.URI, name),
                            CaseModel.TYPE_DEADLINE,
                            all)
                    .getChildRef();
            return new LiveDeadline(node, intervention.node(), all);
        } catch (DuplicateChildNodeNameException e) {
            throw new Collision("The deadline was made at the same moment", e);
        }
    }

    /**
     * What has the job find the deadline and puts it on people's lists while somebody still has to act ({@code
     * ins:nextActionAt}), and marks what reports have to count anew; null for what is then no more. Queries on these properties cost what is open, whatever the history.
     */
    private Map<QName, Serializable> placeOnLists(String id, Map<QName, Serializable> properties) {
        Map<QName, Serializable> place = new HashMap<>();
        boolean listed = properties.get(DeadlineModel.NEXT_ACTION_AT) instanceof Date;
        if (properties.get(DeadlineModel.NEXT_ACTION_AT) instanceof Date next) {
            Date slot = Date.from(WorkSlots.of(next.toInstant()));
            slots.written(slot.toInstant());
            place.put(DeadlineModel.NEXT_ACTION_AT, slot);
        }
        place.put(DeadlineModel.LIST_KEY, listed ? listKey(id, properties) : null);
        place.put(DeadlineModel.LISTED_FOR, listed ? listedFor(properties) : null);
        String mark = Counted.mark(id, properties);
        place.put(DeadlineModel.TALLY_DUE, mark);
        place.put(DeadlineModel.TALLY_DUE_UNIT, mark == null ? null : properties.get(DeadlineModel.DEADLINE_UNIT));
        return place;
    }

    private static String listKey(String id, Map<QName, Serializable> properties) {
        return LawDate.fromStored(properties.get(DeadlineModel.DUE_DATE)).orElse(NO_DATE) + "-" + id;
    }

    /** Who answers for it, those it was escalated to, and all units that this concerns. */
    private static ArrayList<String> listedFor(Map<QName, Serializable> properties) {
        LiveDeadline deadline = new LiveDeadline(null, null, properties);
        Owner owner = deadline.owner();
        Set<String> listed = new LinkedHashSet<>();
        owner.userName().map(ListedFor::user).ifPresent(listed::add);
        listed.addAll(owner.groups());
        listed.addAll(deadline.escalatedGroups());
        deadline.text(DeadlineModel.DEADLINE_UNIT).map(ListedFor::unit).ifPresent(listed::add);
        owner.groups().stream()
                .flatMap(group -> ListedFor.unitOf(group).stream())
                .map(ListedFor::unit)
                .forEach(listed::add);
        return new ArrayList<>(listed);
    }

    /** Writes {@code changes}, at once; a null value removes the property. */
    LiveDeadline write(LiveDeadline deadline, Map<QName, Serializable> changes) {
        Map<QName, Serializable> before = nodes.getProperties(deadline.node());
        Map<QName, Serializable> after = new LinkedHashMap<>(before);
        after.putAll(changes);
        after.putAll(placeOnLists(deadline.id(), after));
        after.values().removeIf(value -> value == null);
        Map<QName, Serializable> changed = new LinkedHashMap<>(after);
        changed.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
        if (before.entrySet().stream().anyMatch(each -> each.getValue() != null && !after.containsKey(each.getKey()))) {
            nodes.setProperties(deadline.node(), after);
        } else if (!changed.isEmpty()) {
            nodes.addProperties(deadline.node(), changed);
        }
        return new LiveDeadline(deadline.node(), deadline.intervention(), after);
    }
}

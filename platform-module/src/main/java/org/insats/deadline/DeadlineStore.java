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
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.platform.ServicePerson;

/** Reads and writes deadline nodes, inside the service person's scope. */
final class DeadlineStore {

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

    /** A new node; its name is unique in the intervention, so that two at once cannot make the same. */
    LiveDeadline create(Intervention intervention, String name, Map<QName, Serializable> properties) {
        Map<QName, Serializable> all = new LinkedHashMap<>(properties);
        all.put(ContentModel.PROP_NAME, name);
        all.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        all.put(CaseModel.CASE_NUMBER, intervention.caseNumber());
        all.put(CaseModel.INTERVENTION_REF, intervention.node().getId());
        NodeRef node = nodes.createNode(
                        intervention.node(),
                        CaseModel.ASSOC_DEADLINES,
                        QName.createQName(CaseModel.URI, name),
                        CaseModel.TYPE_DEADLINE,
                        all)
                .getChildRef();
        return get(node);
    }

    /** Writes {@code changes}; a null value removes the property. */
    LiveDeadline write(LiveDeadline deadline, Map<QName, Serializable> changes) {
        Map<QName, Serializable> before = nodes.getProperties(deadline.node());
        Map<QName, Serializable> added = new LinkedHashMap<>();
        changes.forEach((name, value) -> {
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

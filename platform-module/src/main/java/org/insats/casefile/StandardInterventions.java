package org.insats.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.deadline.calc.Fact;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/** Interventions as folders in the case. */
public final class StandardInterventions implements Interventions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<InterventionState> OVER = EnumSet.of(
            InterventionState.ENDING,
            InterventionState.DOCUMENTED,
            InterventionState.ENDED,
            InterventionState.WITHDRAWN,
            InterventionState.DECLINED);

    private final CaseTree tree;
    private final CaseAccess access;
    private final ValueLists valueLists;

    /** Creates it. */
    public StandardInterventions(CaseTree tree, CaseAccess access, ValueLists valueLists) {
        this.tree = tree;
        this.access = access;
        this.valueLists = valueLists;
    }

    @Override
    public Intervention get(NodeRef node) {
        return new Intervention(node, tree.caseFile(node).orElseThrow(), tree.properties(node));
    }

    @Override
    public Intervention plan(NodeRef caseFile, String service, String performerUnit) {
        boolean known = valueLists
                .of(CaseModel.TYPE_INTERVENTION, CaseModel.SERVICE)
                .filter(list -> list.values().contains(service))
                .isPresent();
        if (!known) {
            throw Refusal.rule("VALUE", "service", services())
                    .onField("service")
                    .violation();
        }
        int number = access.interventions(caseFile).size() + 1;
        String caseNumber = tree.text(caseFile, CaseModel.CASE_NUMBER).orElseThrow();
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_NAME, String.format(Locale.ROOT, "%s-I%02d", caseNumber, number));
        properties.put(CaseModel.CASE_NUMBER, caseNumber);
        properties.put(CaseModel.INTERVENTION_NUMBER, number);
        properties.put(CaseModel.SERVICE, service);
        properties.put(CaseModel.INTERVENTION_STATE, InterventionState.PLANNED.name());
        properties.put(CaseModel.GRANT_STATE, "NONE");
        properties.put(CaseModel.PERFORMER_UNIT, performerUnit);
        properties.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        NodeRef node = tree.nodes()
                .createNode(
                        caseFile,
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(CaseModel.URI, "I" + number),
                        CaseModel.TYPE_INTERVENTION,
                        properties)
                .getChildRef();
        tree.nodes().setProperty(node, CaseModel.INTERVENTION_REF, node.getId());
        access.applyIntervention(node);
        return get(node);
    }

    private String services() {
        return valueLists
                .of(CaseModel.TYPE_INTERVENTION, CaseModel.SERVICE)
                .map(list -> String.join(", ", list.values()))
                .orElse("");
    }

    @Override
    public Intervention move(NodeRef node, InterventionAction action, Map<QName, Serializable> changes) {
        InterventionState from = get(node).state();
        InterventionState to = InterventionLifecycle.TABLE
                .next(from, action)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "STATE").violation());
        Map<QName, Serializable> all = new HashMap<>(changes);
        all.put(CaseModel.INTERVENTION_STATE, to.name());
        return write(node, all);
    }

    @Override
    public Intervention write(NodeRef node, Map<QName, Serializable> changes) {
        Intervention before = get(node);
        Map<QName, Serializable> all = new HashMap<>(changes);
        Optional<String> expiry = expiryKey(before, changes);
        expiry.filter(key -> !key.equals(before.properties().get(CaseModel.EXPIRY_KEY)))
                .ifPresent(key -> {
                    all.put(CaseModel.EXPIRY_KEY, key);
                    all.put(
                            CaseModel.EXPIRY_UNIT,
                            tree.text(before.caseFile(), CaseModel.UNIT).orElse(""));
                });
        if (!all.isEmpty()) {
            tree.nodes().addProperties(node, all);
        }
        if (expiry.isEmpty() && before.properties().containsKey(CaseModel.EXPIRY_KEY)) {
            tree.nodes().removeProperty(node, CaseModel.EXPIRY_KEY);
            tree.nodes().removeProperty(node, CaseModel.EXPIRY_UNIT);
        }
        return get(node);
    }

    /** Where it stands on the list of grants that run out: by their last day, while the intervention is not being ended. */
    private static Optional<String> expiryKey(Intervention before, Map<QName, Serializable> changes) {
        Map<QName, Serializable> properties = new HashMap<>(before.properties());
        properties.putAll(changes);
        Intervention after = new Intervention(before.node(), before.caseFile(), properties);
        return after.date(CaseModel.GRANT_TO)
                .filter(lastDay -> !OVER.contains(after.state()))
                .map(lastDay -> lastDay + "." + before.node().getId());
    }

    @Override
    public Intervention noteFact(NodeRef node, Fact fact, LocalDate date) {
        ObjectNode facts = get(node)
                .text(CaseModel.FACTS)
                .map(StandardInterventions::object)
                .orElseGet(JSON::createObjectNode);
        return write(
                node,
                Map.of(CaseModel.FACTS, facts.put(fact.key(), date.toString()).toString()));
    }

    private static ObjectNode object(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("ins:facts is not JSON", e);
        }
    }
}

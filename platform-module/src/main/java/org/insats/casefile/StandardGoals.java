package org.insats.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/** Goals as nodes below {@code ins:goals} of the intervention. */
public final class StandardGoals implements Goals {

    private static final String ACTIVE = "ACTIVE";

    /** Names in the JSON of a document and the properties of the node. */
    private static final Map<String, QName> TEXTS = Map.of(
            "text", CaseModel.GOAL_TEXT,
            "level", CaseModel.GOAL_LEVEL,
            "parentGoal", CaseModel.PARENT_GOAL,
            "copiedFrom", CaseModel.COPIED_FROM,
            "requirementKind", CaseModel.REQUIREMENT_KIND,
            "attainmentCriterion", CaseModel.ATTAINMENT_CRITERION);

    private static final Map<String, QName> LISTS =
            Map.of("triangleSides", CaseModel.TRIANGLE_SIDES, "developedWith", CaseModel.DEVELOPED_WITH);

    private final CaseTree tree;
    private final JsonFields json;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public StandardGoals(CaseTree tree, JsonFields json, ServicePerson servicePerson) {
        this.tree = tree;
        this.json = json;
        this.servicePerson = servicePerson;
    }

    @Override
    public List<NodeRef> of(NodeRef intervention) {
        return servicePerson.elevated(
                () -> inOrder(intervention).filter(this::isActive).toList());
    }

    private Stream<NodeRef> inOrder(NodeRef intervention) {
        return tree.nodes().getChildAssocs(intervention, Set.of(CaseModel.TYPE_GOAL)).stream()
                .map(ChildAssociationRef::getChildRef)
                .sorted(Comparator.comparing(this::priority).thenComparing(this::created));
    }

    private boolean isActive(NodeRef goal) {
        return state(goal).equals(ACTIVE);
    }

    private String state(NodeRef goal) {
        return tree.text(goal, CaseModel.GOAL_STATE).orElse(ACTIVE);
    }

    private Integer priority(NodeRef goal) {
        return tree.nodes().getProperty(goal, CaseModel.GOAL_PRIORITY) instanceof Integer given
                ? given
                : Integer.MAX_VALUE;
    }

    private Date created(NodeRef goal) {
        return tree.nodes().getProperty(goal, ContentModel.PROP_CREATED) instanceof Date date ? date : new Date(0);
    }

    @Override
    public Optional<String> carriedOver(NodeRef intervention) {
        ArrayNode goals = JsonNodeFactory.instance.arrayNode();
        of(intervention).forEach(goal -> goals.add(asInDocument(goal)));
        return goals.isEmpty() ? Optional.empty() : Optional.of(goals.toString());
    }

    @Override
    public ArrayNode describe(NodeRef intervention) {
        ArrayNode goals = JsonNodeFactory.instance.arrayNode();
        of(intervention).forEach(goal -> goals.add(withRatings(goal)));
        return goals;
    }

    @Override
    public ArrayNode describeAll(NodeRef intervention) {
        ArrayNode goals = JsonNodeFactory.instance.arrayNode();
        servicePerson.elevated(() -> inOrder(intervention)
                .sorted(Comparator.comparing(goal -> !isActive(goal)))
                .forEach(goal -> goals.add(withRatings(goal).put("state", state(goal)))));
        return goals;
    }

    private ObjectNode withRatings(NodeRef goal) {
        ObjectNode node = asInDocument(goal);
        node.set("ratings", list(goal, CaseModel.RATINGS));
        return node;
    }

    private ObjectNode asInDocument(NodeRef goal) {
        return servicePerson.elevated(() -> {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("goalId", goal.getId());
            tree.text(goal, CaseModel.INTERVENTION_REF).ifPresent(id -> node.put("interventionRef", id));
            TEXTS.forEach((name, property) -> tree.text(goal, property).ifPresent(text -> node.put(name, text)));
            LISTS.forEach((name, property) -> {
                ArrayNode values = list(goal, property);
                if (!values.isEmpty()) {
                    node.set(name, values);
                }
            });
            if (tree.nodes().getProperty(goal, CaseModel.GOAL_PRIORITY) instanceof Integer given) {
                node.put("priority", given);
            }
            return node;
        });
    }

    private ArrayNode list(NodeRef goal, QName property) {
        return servicePerson.elevated(() -> tree.text(goal, property)
                .map(text -> (ArrayNode) json.parse(property, text))
                .orElseGet(JsonNodeFactory.instance::arrayNode));
    }

    @Override
    public Optional<String> identify(Document document) {
        return identify(document, CaseModel.GOALS);
    }

    @Override
    public Optional<String> identify(Document document, QName list) {
        Optional<String> stored = document.text(list);
        if (stored.isEmpty()) {
            return stored;
        }
        JsonNode goals = json.parse(list, stored.get());
        for (JsonNode goal : goals) {
            if (goal.path("goalId").asText("").isEmpty()) {
                NodeRef intervention = aimedAt(goal, document);
                ((ObjectNode) goal)
                        .put("interventionRef", intervention.getId())
                        .put("goalId", create(intervention, goal, document));
            }
        }
        return Optional.of(goals.toString());
    }

    /** The intervention that a goal is aimed at: the one it names, else that of the document (DOC-GOA-09). */
    private NodeRef aimedAt(JsonNode goal, Document document) {
        String named = goal.path("interventionRef").asText("");
        return named.isEmpty()
                ? document.requireIntervention()
                : intervention(document, named)
                        .orElseThrow(() ->
                                Refusal.rule("DOC-GOA-09").onField("goals").violation());
    }

    private Optional<NodeRef> intervention(Document document, String id) {
        return tree.node(id)
                .filter(node -> tree.is(node, CaseModel.TYPE_INTERVENTION))
                .filter(node ->
                        tree.caseFile(node).filter(document.caseFile()::equals).isPresent());
    }

    @Override
    public void retire(NodeRef goal) {
        tree.nodes().setProperty(goal, CaseModel.GOAL_STATE, "REPLACED");
    }

    private String create(NodeRef intervention, JsonNode goal, Document origin) {
        String caseNumber = origin.caseNumber();
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        properties.put(ContentModel.PROP_NAME, caseNumber + "-G-" + UUID.randomUUID());
        properties.put(CaseModel.CASE_NUMBER, caseNumber);
        properties.put(CaseModel.INTERVENTION_REF, intervention.getId());
        properties.put(CaseModel.GOAL_STATE, ACTIVE);
        properties.put(CaseModel.ORIGIN_DOCUMENT, origin.id());
        TEXTS.forEach((name, property) -> {
            if (goal.hasNonNull(name)) {
                properties.put(property, goal.path(name).asText());
            }
        });
        LISTS.forEach((name, property) -> {
            if (goal.hasNonNull(name)) {
                properties.put(property, goal.path(name).toString());
            }
        });
        if (goal.path("priority").isInt()) {
            properties.put(CaseModel.GOAL_PRIORITY, goal.path("priority").intValue());
        }
        return tree.nodes()
                .createNode(
                        intervention,
                        CaseModel.ASSOC_GOALS,
                        QName.createQName(CaseModel.URI, UUID.randomUUID().toString()),
                        CaseModel.TYPE_GOAL,
                        properties)
                .getChildRef()
                .getId();
    }

    @Override
    public void requireUnchanged(Document document) {
        document.text(CaseModel.GOALS).ifPresent(text -> {
            for (JsonNode goal : json.parse(CaseModel.GOALS, text)) {
                String id = goal.path("goalId").asText("");
                if (!id.isEmpty()
                        && !isWordedAlike(document, id, goal.path("text").asText())) {
                    throw Refusal.rule("BR-50").onField("goals").violation();
                }
            }
        });
    }

    private boolean isWordedAlike(Document document, String goalId, String text) {
        return servicePerson.elevated(() -> tree.node(goalId)
                .filter(node -> tree.is(node, CaseModel.TYPE_GOAL))
                .filter(node ->
                        tree.caseFile(node).filter(document.caseFile()::equals).isPresent())
                .flatMap(node -> tree.text(node, CaseModel.GOAL_TEXT))
                .filter(text::equals)
                .isPresent());
    }

    @Override
    public void rate(String goalId, Document followUp, LocalDate date, Optional<String> attainment, String result) {
        NodeRef goal = tree.require(goalId, CaseModel.TYPE_GOAL);
        ArrayNode ratings = list(goal, CaseModel.RATINGS);
        ObjectNode rating = ratings.addObject();
        rating.put("documentId", followUp.id());
        rating.put("date", date.toString());
        attainment.ifPresent(value -> rating.put("attainment", value));
        rating.put("result", result);
        tree.nodes().setProperty(goal, CaseModel.RATINGS, ratings.toString());
    }
}

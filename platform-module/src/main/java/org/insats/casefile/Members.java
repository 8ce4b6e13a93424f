package org.insats.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** Who works, or has worked, in a case: the JSON list {@code ins:members}, and the dated list of responsible (BR-110). */
final class Members {

    private final CaseTree tree;
    private final JsonFields json;

    Members(CaseTree tree, JsonFields json) {
        this.tree = tree;
        this.json = json;
    }

    /** Those who work in the case now. */
    List<Member> current(NodeRef caseFile) {
        List<Member> members = new ArrayList<>();
        for (JsonNode entry : list(caseFile, CaseModel.MEMBERS)) {
            if (!entry.has("to")) {
                members.add(new Member(
                        entry.path("userName").asText(),
                        Role.valueOf(entry.path("role").asText()),
                        LocalDate.parse(entry.path("from").asText()),
                        Optional.of(entry.path("intervention").asText()).filter(id -> !id.isEmpty())));
            }
        }
        return members;
    }

    boolean has(NodeRef caseFile, String userName, Role role, Optional<String> intervention) {
        return current(caseFile).stream()
                .filter(member -> member.userName().equals(userName) && member.role() == role)
                .anyMatch(member -> member.intervention().isEmpty()
                        || member.intervention().equals(intervention));
    }

    void add(NodeRef caseFile, String userName, Role role, LocalDate from) {
        add(caseFile, userName, role, from, Optional.empty());
    }

    void add(NodeRef caseFile, String userName, Role role, LocalDate from, Optional<String> intervention) {
        ArrayNode list = list(caseFile, CaseModel.MEMBERS);
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("userName", userName).put("role", role.name()).put("from", from.toString());
        intervention.ifPresent(id -> entry.put("intervention", id));
        list.add(entry);
        write(caseFile, list);
    }

    void end(NodeRef caseFile, String userName, LocalDate to) {
        ArrayNode list = list(caseFile, CaseModel.MEMBERS);
        for (JsonNode entry : list) {
            if (userName.equals(entry.path("userName").asText()) && !entry.has("to")) {
                ((ObjectNode) entry).put("to", to.toString());
            }
        }
        write(caseFile, list);
    }

    void responsible(NodeRef caseFile, String userName, LocalDate from) {
        ArrayNode list = list(caseFile, CaseModel.RESPONSIBLE_HISTORY);
        if (!list.isEmpty() && !list.get(list.size() - 1).has("to")) {
            ((ObjectNode) list.get(list.size() - 1)).put("to", from.toString());
        }
        list.add(JsonNodeFactory.instance.objectNode().put("userName", userName).put("from", from.toString()));
        tree.nodes().setProperty(caseFile, CaseModel.RESPONSIBLE_HISTORY, list.toString());
    }

    private void write(NodeRef caseFile, ArrayNode list) {
        tree.nodes().setProperty(caseFile, CaseModel.MEMBERS, list.toString());
    }

    private ArrayNode list(NodeRef caseFile, QName property) {
        return tree.text(caseFile, property)
                .map(text -> (ArrayNode) json.parse(property, text))
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }
}

package org.insats.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.Clock;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.platform.InsatsFolders;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.records.retention.InvalidRuleSetException;
import org.insats.records.retention.RuleSet;
import org.insats.records.retention.RuleSetReader;

/** The rules of retention in force (bean {@code insats.ruleSets}): those shipped, until an archivist puts others in their place. */
public final class RuleSets {

    private final RuleSetReader reader = new RuleSetReader();
    private final NodeService nodes;
    private final InsatsFolders folders;
    private final RecordsAccess access;
    private final ServicePerson servicePerson;
    private final Clock clock;
    private volatile Known known = new Known("", null);

    /** What was read last, by its text. */
    private record Known(String text, RuleSet rules) {}

    /** Creates it. */
    public RuleSets(
            NodeService nodes, InsatsFolders folders, RecordsAccess access, ServicePerson servicePerson, Clock clock) {
        this.nodes = nodes;
        this.folders = folders;
        this.access = access;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /** The rules in force. */
    public RuleSet current() {
        String text = text();
        Known last = known;
        if (!text.equals(last.text())) {
            last = new Known(text, reader.read(text));
            known = last;
        }
        return last.rules();
    }

    /** The rules in force as JSON. */
    public JsonNode json() {
        return JsonText.parse(text());
    }

    private String text() {
        return servicePerson.elevated(() -> {
            Serializable stored = nodes.getProperty(folders.records(), RecordsModel.RULE_SET);
            return stored == null ? RuleSetReader.shipped() : stored.toString();
        });
    }

    /**
     * Reads a rule set that is not in force, to see what it would do.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-RULE-SET} (422) with the places where it is wrong
     */
    public RuleSet read(JsonNode rules) {
        try {
            return reader.read(rules);
        } catch (InvalidRuleSetException e) {
            throw Refusal.rule("RULE-SET", String.join(", ", e.places()))
                    .onField("rules")
                    .violation();
        }
    }

    /**
     * Puts a rule set in force, by an archivist; the one before is kept with who replaced it and when. All closed files are judged
     * anew by the job.
     */
    public RuleSet put(JsonNode rules) {
        String user = access.require("changeRules");
        RuleSet read = read(rules);
        RuleSet before = current();
        if (read.version().equals(before.version()) && read.id().equals(before.id())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "RULE-SET-VERSION")
                    .onField("version")
                    .violation();
        }
        servicePerson.elevated(() -> {
            NodeRef register = folders.records();
            ArrayNode all =
                    JsonText.array(Optional.ofNullable(nodes.getProperty(register, RecordsModel.EARLIER_RULE_SETS))
                            .map(Object::toString));
            ObjectNode entry = all.addObject();
            entry.put("at", clock.instant().toString());
            entry.put("userName", user);
            entry.set("rules", json());
            nodes.setProperty(register, RecordsModel.EARLIER_RULE_SETS, all.toString());
            nodes.setProperty(register, RecordsModel.RULE_SET, rules.toString());
        });
        return read;
    }

    /** How a rule set is named on what was judged by it. */
    public static String name(RuleSet rules) {
        return rules.id() + '@' + rules.version();
    }
}

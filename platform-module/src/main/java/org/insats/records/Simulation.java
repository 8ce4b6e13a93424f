package org.insats.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.FileWalk;
import org.insats.casefile.FileWalk.Step;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.records.retention.FileFacts;
import org.insats.records.retention.RetentionEngine;
import org.insats.records.retention.RuleSet;
import org.insats.records.retention.Verdict;

/**
 * What would become of the files at the end of a year under a rule set, before it is put in force (bean {@code insats.simulation}).
 * Nothing is stored. It answers some files at a time, with the number to go on after.
 */
public final class Simulation {

    private final RuleSets ruleSets;
    private final Verdicts verdicts;
    private final CaseFileService caseFiles;
    private final FileWalk walk;
    private final RecordsAccess access;
    private final ServicePerson servicePerson;
    private final Clock clock;

    /** Creates it. */
    public Simulation(
            RuleSets ruleSets,
            Verdicts verdicts,
            CaseFileService caseFiles,
            FileWalk walk,
            RecordsAccess access,
            ServicePerson servicePerson,
            Clock clock) {
        this.ruleSets = ruleSets;
        this.verdicts = verdicts;
        this.caseFiles = caseFiles;
        this.walk = walk;
        this.access = access;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /**
     * Judges some files.
     *
     * @param rules the rule set; that in force where there is none
     * @param year at whose end; what is open then counts as closed today
     * @param after number to go on after
     * @param size how many numbers
     */
    public ObjectNode run(Optional<JsonNode> rules, int year, Optional<String> after, int size) {
        access.require("readRetention");
        RuleSet set = rules.map(ruleSets::read).orElseGet(ruleSets::current);
        LocalDate end = LocalDate.of(year, 12, 31);
        return servicePerson.elevated(() -> {
            Step step = walk.cases(after.orElse(""), size);
            Map<String, Integer> outcomes = new TreeMap<>();
            int destroyed = 0;
            for (NodeRef node : step.files()) {
                Verdict verdict = asClosed(caseFiles.ofNode(node), set, end);
                outcomes.merge(verdict.outcome().name(), 1, Integer::sum);
                boolean thatYear = verdict.isCandidate()
                        && verdict.duty().filter(day -> day.getYear() == year).isPresent();
                destroyed += thatYear ? 1 : 0;
            }
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("ruleSet", RuleSets.name(set));
            json.put("year", year);
            json.put("files", step.files().size());
            json.put("arisingThatYear", destroyed);
            ObjectNode counts = json.putObject("outcomes");
            outcomes.forEach(counts::put);
            step.next().ifPresent(next -> json.put("next", next));
            return json;
        });
    }

    private Verdict asClosed(CaseFile caseFile, RuleSet rules, LocalDate end) {
        FileFacts facts = verdicts.facts(caseFile, rules);
        FileFacts closed = facts.closed().isPresent() ? facts : facts.closedOn(LawDate.today(clock));
        return new RetentionEngine(rules).judge(closed, end);
    }
}

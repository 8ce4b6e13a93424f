package org.insats.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.records.retention.FileFacts;
import org.insats.records.retention.RetentionEngine;
import org.insats.records.retention.RuleSet;
import org.insats.records.retention.Verdict;

/**
 * Judges files and keeps the verdict on them (bean {@code insats.verdicts}). Closed files carry a verdict; an open one is kept because it
 * is open. When time alone will change it stands in {@code ins:judgeKey}, what is to be destroyed and when in {@code ins:disposalKey}.
 */
public final class Verdicts {

    private static final Set<QName> STORED = Set.of(
            CaseModel.LAST_ENTRY,
            CaseModel.RETENTION_OUTCOME,
            CaseModel.RETENTION_RULE,
            CaseModel.RETENTION_RULES,
            CaseModel.RETENTION_VERDICT,
            CaseModel.DISPOSAL_DUTY,
            CaseModel.DISPOSAL_BY,
            CaseModel.JUDGE_KEY,
            CaseModel.DISPOSAL_PLACE,
            CaseModel.DISPOSAL_KEY);

    private final FactsReader facts;
    private final RuleSets ruleSets;
    private final CaseFileService caseFiles;
    private final CaseTree tree;
    private final NodeService nodes;
    private final BehaviourFilter behaviours;
    private final RecordsAccess access;
    private final ServicePerson servicePerson;
    private final Clock clock;

    /** Creates it. */
    public Verdicts(
            FactsReader facts,
            RuleSets ruleSets,
            CaseFileService caseFiles,
            CaseTree tree,
            NodeService nodes,
            BehaviourFilter behaviours,
            RecordsAccess access,
            ServicePerson servicePerson,
            Clock clock) {
        this.facts = facts;
        this.ruleSets = ruleSets;
        this.caseFiles = caseFiles;
        this.tree = tree;
        this.nodes = nodes;
        this.behaviours = behaviours;
        this.access = access;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /** The verdict on a file as it stands, explained; for those who read its folder and for archivists. */
    public ObjectNode explained(String caseNumber) {
        CaseFile caseFile = access.requireInCase(caseNumber, "readFolder");
        return servicePerson.elevated(() -> {
            RuleSet rules = ruleSets.current();
            ObjectNode json = VerdictJson.explained(judge(caseFile, rules, LawDate.today(clock)), rules);
            json.put("caseNumber", caseFile.caseNumber());
            return json;
        });
    }

    /** The verdict on a file on a day; inside the service person's scope, nothing stored. */
    Verdict judge(CaseFile caseFile, RuleSet rules, LocalDate day) {
        return new RetentionEngine(rules).judge(facts.facts(caseFile, rules), day);
    }

    /** The facts of a file; inside the service person's scope. */
    FileFacts facts(CaseFile caseFile, RuleSet rules) {
        return facts.facts(caseFile, rules);
    }

    /** Judges a closed file and keeps the verdict; forgets that of an open one. Inside the service person's scope. */
    public Optional<Verdict> keep(NodeRef node) {
        CaseFile caseFile = caseFiles.ofNode(node);
        RuleSet rules = ruleSets.current();
        if (caseFile.properties().get(CaseModel.CLOSED_DATE) == null) {
            forget(caseFile);
            return Optional.empty();
        }
        Verdict verdict = judge(caseFile, rules, LawDate.today(clock));
        store(caseFile, verdict, rules);
        return Optional.of(verdict);
    }

    /** Judges anew the other files of the same person, whose waiting depends on this one (RET-61); inside the scope. */
    public void keepOthers(NodeRef node) {
        CaseFile caseFile = caseFiles.ofNode(node);
        facts.otherFiles(caseFile, caseFiles.client(node)).forEach(other -> keep(other.node()));
    }

    private void forget(CaseFile caseFile) {
        quietly(caseFile.node(), () -> STORED.stream()
                .filter(caseFile.properties()::containsKey)
                .forEach(name -> nodes.removeProperty(caseFile.node(), name)));
    }

    private void store(CaseFile caseFile, Verdict verdict, RuleSet rules) {
        Map<QName, Serializable> wanted = new HashMap<>();
        wanted.put(CaseModel.LAST_ENTRY, LawDate.toStored(verdict.lastEntry()));
        wanted.put(CaseModel.RETENTION_OUTCOME, verdict.outcome().name());
        wanted.put(CaseModel.RETENTION_RULES, RuleSets.name(rules));
        wanted.put(CaseModel.RETENTION_VERDICT, VerdictJson.of(verdict, rules).toString());
        verdict.rule().ifPresent(rule -> wanted.put(CaseModel.RETENTION_RULE, rule));
        nextLook(verdict).ifPresent(day -> wanted.put(CaseModel.JUDGE_KEY, day + "." + caseFile.caseNumber()));
        if (verdict.outcome() != Verdict.Outcome.PRESERVED) {
            verdict.duty().ifPresent(day -> {
                wanted.put(CaseModel.DISPOSAL_DUTY, date(day));
                wanted.put(CaseModel.DISPOSAL_PLACE, place(caseFile.unit(), day.getYear()));
                wanted.put(CaseModel.DISPOSAL_KEY, day + "." + caseFile.caseNumber());
            });
            verdict.completeBy().ifPresent(day -> wanted.put(CaseModel.DISPOSAL_BY, date(day)));
        }
        Map<QName, Serializable> changed = new HashMap<>(wanted);
        changed.entrySet()
                .removeIf(each -> each.getValue().equals(caseFile.properties().get(each.getKey())));
        List<QName> gone = STORED.stream()
                .filter(name -> caseFile.properties().containsKey(name) && !wanted.containsKey(name))
                .toList();
        if (changed.isEmpty() && gone.isEmpty()) {
            return;
        }
        quietly(caseFile.node(), () -> {
            nodes.addProperties(caseFile.node(), changed);
            gone.forEach(name -> nodes.removeProperty(caseFile.node(), name));
        });
    }

    private static Date date(LocalDate day) {
        return LawDate.toStored(day);
    }

    /** How unit and year stand in {@code ins:disposalPlace}. */
    static String place(String unit, int year) {
        return unit + '.' + year;
    }

    /** The next day on which the passing of time alone gives another verdict. */
    private static Optional<LocalDate> nextLook(Verdict verdict) {
        return switch (verdict.outcome()) {
            case RUNNING -> verdict.duty();
            case WAITS_FOR_OTHERS -> verdict.waitsUntil();
            default -> Optional.empty();
        };
    }

    /** What retention notes on a file is no entry in it: who changed it last and when stay. */
    void quietly(NodeRef node, Runnable write) {
        behaviours.disableBehaviour(node, ContentModel.ASPECT_AUDITABLE);
        behaviours.disableBehaviour(node, ContentModel.ASPECT_VERSIONABLE);
        try {
            write.run();
        } finally {
            behaviours.enableBehaviour(node, ContentModel.ASPECT_VERSIONABLE);
            behaviours.enableBehaviour(node, ContentModel.ASPECT_AUDITABLE);
        }
    }

    /**
     * Says what a document is about, so that a mixed file can be split (RET-83); by an archivist. It is no entry in the file.
     *
     * @param ground a ground of the rules, or {@code NONE}
     */
    public void sort(String documentId, String ground) {
        String user = access.require("sort");
        RuleSet rules = ruleSets.current();
        boolean known = ground.equals("NONE")
                || rules.rules().stream()
                        .anyMatch(rule -> rule.documents().grounds().contains(ground));
        if (!known) {
            throw Refusal.rule("GROUND").onField("ground").violation();
        }
        servicePerson.elevated(() -> {
            NodeRef node = tree.require(documentId, CaseModel.TYPE_CASE_DOCUMENT);
            Map<QName, Serializable> sorted = new HashMap<>();
            sorted.put(RecordsModel.GROUND, ground);
            sorted.put(RecordsModel.GROUND_BY, user);
            sorted.put(RecordsModel.GROUND_AT, Date.from(clock.instant()));
            quietly(node, () -> nodes.addAspect(node, RecordsModel.ASPECT_SORTED, sorted));
            tree.caseFile(node)
                    .filter(file -> tree.is(file, CaseModel.TYPE_CASE_FILE))
                    .ifPresent(this::keep);
        });
    }
}

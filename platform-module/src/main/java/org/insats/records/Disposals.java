package org.insats.records;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.InsatsFolders;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.records.retention.RuleSet;
import org.insats.records.retention.Verdict;

/**
 * Disposals (RET-84; bean {@code insats.disposals}): an archivist proposes what is to be destroyed of a unit and year, excludes files with
 * a reason, another archivist approves, and the job carries it out.
 */
public final class Disposals {

    private static final String PROPOSED = "PROPOSED";
    private static final String APPROVED = "APPROVED";
    private static final int PAGE = 200;
    private static final int LONGEST_REASON = 4000;

    /** Files of one disposal; what is more comes with the next. */
    private static final int MOST = 2000;

    private final NodeService nodes;
    private final CaseFileService caseFiles;
    private final InsatsFolders folders;
    private final DatabaseQuery query;
    private final RuleSets ruleSets;
    private final Verdicts verdicts;
    private final RecordsAccess access;
    private final ServicePerson servicePerson;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param query that sees everything
     */
    public Disposals(
            NodeService nodes,
            CaseFileService caseFiles,
            InsatsFolders folders,
            DatabaseQuery query,
            RuleSets ruleSets,
            Verdicts verdicts,
            RecordsAccess access,
            ServicePerson servicePerson,
            Clock clock) {
        this.nodes = nodes;
        this.caseFiles = caseFiles;
        this.folders = folders;
        this.query = query;
        this.ruleSets = ruleSets;
        this.verdicts = verdicts;
        this.access = access;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /**
     * A file whose period ends in a year.
     *
     * @param caseNumber its number
     * @param outcome what the rules say now
     * @param rule by which rule
     * @param duty when the duty to destroy arises
     * @param completeBy by when it is to be completed
     */
    public record Coming(
            String caseNumber, String outcome, String rule, LocalDate duty, Optional<LocalDate> completeBy) {}

    /**
     * A disposal.
     *
     * @param number its number, for example {@code G-000001}
     * @param state {@code PROPOSED}, {@code APPROVED}, {@code REJECTED} or {@code DONE}
     * @param unit whose files
     * @param year of the duty
     * @param rules rule set that it was proposed by
     * @param proposedBy who proposed it
     * @param proposedAt when
     * @param approvedBy who approved or rejected it
     * @param approvedAt when
     * @param doneAt when it was carried out
     * @param items its files
     */
    public record Disposal(
            String number,
            String state,
            String unit,
            int year,
            String rules,
            String proposedBy,
            Instant proposedAt,
            Optional<String> approvedBy,
            Optional<Instant> approvedAt,
            Optional<Instant> doneAt,
            List<Item> items) {

        /** How many of its files are in a state. */
        public long count(String itemState) {
            return items.stream().filter(item -> item.state().equals(itemState)).count();
        }
    }

    /**
     * A file in a disposal.
     *
     * @param caseNumber its number
     * @param state {@code PROPOSED}, {@code EXCLUDED}, {@code DONE} or {@code SKIPPED}
     * @param rule by which rule
     * @param duty when the duty arose
     * @param documents how many documents were destroyed
     * @param reason why it was excluded, or the code of why it was skipped
     * @param doneAt when it was destroyed
     */
    public record Item(
            String caseNumber,
            String state,
            String rule,
            Optional<LocalDate> duty,
            int documents,
            Optional<String> reason,
            Optional<Instant> doneAt) {}

    /** Files of a unit whose period ends in a year, by that day. */
    public Page<Coming> coming(String unit, int year, Optional<String> after, int size) {
        access.require("readRetention");
        return servicePerson.elevated(() -> Page.of(
                found(unit, year, after, size + 1).stream().map(this::coming).toList(),
                size,
                file -> file.duty() + "." + file.caseNumber()));
    }

    private List<NodeRef> found(String unit, int year, Optional<String> after, int most) {
        return query.findAfter(
                "SELECT * FROM ins:caseFile WHERE ins:disposalPlace = "
                        + DatabaseQuery.quoted(Verdicts.place(unit, year)),
                "ins:disposalKey",
                after,
                most);
    }

    private Coming coming(NodeRef node) {
        Map<QName, Serializable> file = nodes.getProperties(node);
        return new Coming(
                text(file, CaseModel.CASE_NUMBER),
                text(file, CaseModel.RETENTION_OUTCOME),
                text(file, CaseModel.RETENTION_RULE),
                LawDate.fromStored(file.get(CaseModel.DISPOSAL_DUTY)).orElseThrow(),
                LawDate.fromStored(file.get(CaseModel.DISPOSAL_BY)));
    }

    /**
     * Proposes to destroy what may be destroyed of a unit and year, as the rules say today.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOTHING-TO-DESTROY} where there is nothing
     */
    public Disposal propose(String unit, int year) {
        String user = access.require("propose");
        return servicePerson.elevated(() -> {
            RuleSet rules = ruleSets.current();
            List<NodeRef> files = candidates(unit, year);
            Map<NodeRef, Verdict> judged = new LinkedHashMap<>();
            files.forEach(file -> {
                Verdict verdict = verdicts.judge(caseFiles.ofNode(file), rules, LawDate.today(clock));
                if (verdict.isCandidate()) {
                    judged.put(file, verdict);
                }
            });
            if (judged.isEmpty()) {
                throw Refusal.rule("NOTHING-TO-DESTROY").violation();
            }
            NodeRef disposal = make(unit, year, rules, user);
            judged.forEach((file, verdict) -> add(disposal, file, verdict));
            return read(disposal);
        });
    }

    private List<NodeRef> candidates(String unit, int year) {
        List<NodeRef> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        List<NodeRef> page;
        do {
            page = found(unit, year, after, PAGE);
            page.stream()
                    .filter(file -> text(nodes.getProperties(file), CaseModel.RETENTION_OUTCOME)
                            .endsWith(Verdict.Outcome.CANDIDATE.name()))
                    .forEach(all::add);
            after = page.isEmpty()
                    ? after
                    : Optional.of(text(nodes.getProperties(page.get(page.size() - 1)), CaseModel.DISPOSAL_KEY));
        } while (page.size() == PAGE && all.size() < MOST);
        return all.stream().limit(MOST).toList();
    }

    private NodeRef make(String unit, int year, RuleSet rules, String user) {
        NodeRef register = folders.records();
        int last = nodes.getProperty(register, RecordsModel.LAST_RUN) instanceof Integer given ? given : 0;
        nodes.setProperty(register, RecordsModel.LAST_RUN, last + 1);
        String number = String.format(Locale.ROOT, "G-%06d", last + 1);
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_NAME, number);
        properties.put(RecordsModel.DISPOSAL_NUMBER, number);
        properties.put(RecordsModel.DISPOSAL_STATE, PROPOSED);
        properties.put(RecordsModel.DISPOSAL_UNIT, unit);
        properties.put(RecordsModel.DISPOSAL_YEAR, year);
        properties.put(RecordsModel.DISPOSAL_RULES, RuleSets.name(rules));
        properties.put(RecordsModel.PROPOSED_BY, user);
        properties.put(RecordsModel.PROPOSED_AT, Date.from(clock.instant()));
        return child(register, number, RecordsModel.TYPE_DISPOSAL, properties);
    }

    private NodeRef child(NodeRef parent, String name, QName type, Map<QName, Serializable> properties) {
        return nodes.createNode(
                        parent,
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(RecordsModel.URI, name),
                        type,
                        properties)
                .getChildRef();
    }

    private void add(NodeRef disposal, NodeRef file, Verdict verdict) {
        Map<QName, Serializable> known = nodes.getProperties(file);
        String caseNumber = text(known, CaseModel.CASE_NUMBER);
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_NAME, caseNumber);
        properties.put(RecordsModel.ITEM_CASE, caseNumber);
        properties.put(RecordsModel.ITEM_FILE, file.getId());
        properties.put(RecordsModel.ITEM_STATE, PROPOSED);
        properties.put(RecordsModel.ITEM_KEY, text(known, CaseModel.DISPOSAL_KEY));
        properties.put(RecordsModel.ITEM_RULE, verdict.dutyRule().orElse(""));
        verdict.duty().ifPresent(day -> properties.put(RecordsModel.ITEM_DUTY, LawDate.toStored(day)));
        properties.put(RecordsModel.ITEM_VERDICT, digest(verdict));
        child(disposal, "c" + caseNumber, RecordsModel.TYPE_ITEM, properties);
    }

    /** What was approved is carried out and nothing else: the same rule, day and documents. */
    static String digest(Verdict verdict) {
        return JsonText.sha256(String.join(
                " ",
                verdict.outcome().name(),
                verdict.dutyRule().orElse(""),
                verdict.duty().map(String::valueOf).orElse(""),
                String.join(",", verdict.disposable().stream().sorted().toList())));
    }

    /** All disposals, the newest first. */
    public List<Disposal> all() {
        access.require("readRetention");
        return servicePerson.elevated(
                () -> nodes.getChildAssocs(folders.records(), Set.of(RecordsModel.TYPE_DISPOSAL)).stream()
                        .map(child -> read(child.getChildRef()))
                        .sorted(Comparator.comparing(Disposal::number).reversed())
                        .toList());
    }

    /** One with its files. */
    public Disposal get(String number) {
        access.require("readRetention");
        return servicePerson.elevated(() -> read(node(number)));
    }

    NodeRef node(String number) {
        return Optional.ofNullable(nodes.getChildByName(folders.records(), ContentModel.ASSOC_CONTAINS, number))
                .filter(node -> nodes.getType(node).equals(RecordsModel.TYPE_DISPOSAL))
                .orElseThrow(
                        () -> Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation());
    }

    /** Excludes a file from a proposal, with a reason that is kept. */
    public Disposal exclude(String number, String caseNumber, String reason) {
        access.require("propose");
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.rule("REASON").onField("reason").violation();
        }
        return servicePerson.elevated(() -> {
            NodeRef disposal = require(number, PROPOSED);
            NodeRef item = Optional.ofNullable(nodes.getChildByName(disposal, ContentModel.ASSOC_CONTAINS, caseNumber))
                    .orElseThrow(() ->
                            Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation());
            nodes.setProperty(item, RecordsModel.ITEM_STATE, "EXCLUDED");
            nodes.setProperty(item, RecordsModel.ITEM_REASON, reason);
            return read(disposal);
        });
    }

    /**
     * Approves what is left of a proposal; the job carries it out.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-TWO-PEOPLE} to the one who proposed it
     */
    public Disposal approve(String number) {
        return settle(number, APPROVED);
    }

    /** Rejects a proposal; nothing is destroyed. */
    public Disposal reject(String number) {
        return settle(number, "REJECTED");
    }

    private Disposal settle(String number, String state) {
        String user = access.require("approve");
        return servicePerson.elevated(() -> {
            NodeRef disposal = require(number, PROPOSED);
            if (user.equals(nodes.getProperty(disposal, RecordsModel.PROPOSED_BY))) {
                throw Refusal.rule("TWO-PEOPLE").violation();
            }
            Map<QName, Serializable> changes = new HashMap<>();
            changes.put(RecordsModel.DISPOSAL_STATE, state);
            changes.put(RecordsModel.APPROVED_BY, user);
            changes.put(RecordsModel.APPROVED_AT, Date.from(clock.instant()));
            if (state.equals(APPROVED)) {
                changes.put(RecordsModel.DISPOSAL_OPEN, number);
                items(disposal).stream()
                        .filter(item -> PROPOSED.equals(nodes.getProperty(item, RecordsModel.ITEM_STATE)))
                        .forEach(item -> nodes.setProperty(item, RecordsModel.ITEM_OPEN, number));
            }
            nodes.addProperties(disposal, changes);
            return read(disposal);
        });
    }

    private NodeRef require(String number, String state) {
        NodeRef disposal = node(number);
        if (!state.equals(nodes.getProperty(disposal, RecordsModel.DISPOSAL_STATE))) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "STATE").violation();
        }
        return disposal;
    }

    List<NodeRef> items(NodeRef disposal) {
        return nodes.getChildAssocs(disposal, Set.of(RecordsModel.TYPE_ITEM)).stream()
                .map(ChildAssociationRef::getChildRef)
                .toList();
    }

    Disposal read(NodeRef node) {
        Map<QName, Serializable> properties = nodes.getProperties(node);
        return new Disposal(
                text(properties, RecordsModel.DISPOSAL_NUMBER),
                text(properties, RecordsModel.DISPOSAL_STATE),
                text(properties, RecordsModel.DISPOSAL_UNIT),
                properties.get(RecordsModel.DISPOSAL_YEAR) instanceof Integer year ? year : 0,
                text(properties, RecordsModel.DISPOSAL_RULES),
                text(properties, RecordsModel.PROPOSED_BY),
                instant(properties, RecordsModel.PROPOSED_AT).orElseThrow(),
                Optional.of(text(properties, RecordsModel.APPROVED_BY)).filter(name -> !name.isEmpty()),
                instant(properties, RecordsModel.APPROVED_AT),
                instant(properties, RecordsModel.DONE_AT),
                items(node).stream()
                        .map(item -> item(nodes.getProperties(item)))
                        .sorted(Comparator.comparing(Item::caseNumber))
                        .toList());
    }

    private static Item item(Map<QName, Serializable> properties) {
        return new Item(
                text(properties, RecordsModel.ITEM_CASE),
                text(properties, RecordsModel.ITEM_STATE),
                text(properties, RecordsModel.ITEM_RULE),
                LawDate.fromStored(properties.get(RecordsModel.ITEM_DUTY)),
                properties.get(RecordsModel.ITEM_DOCUMENTS) instanceof Integer count ? count : 0,
                Optional.of(text(properties, RecordsModel.ITEM_REASON)).filter(reason -> !reason.isEmpty()),
                instant(properties, RecordsModel.ITEM_DONE_AT));
    }

    private static Optional<Instant> instant(Map<QName, Serializable> properties, QName name) {
        return properties.get(name) instanceof Date date ? Optional.of(date.toInstant()) : Optional.empty();
    }

    private static String text(Map<QName, Serializable> properties, QName name) {
        Serializable value = properties.get(name);
        return value == null ? "" : value.toString();
    }
}

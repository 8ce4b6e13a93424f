package org.insats.records;

import java.io.Serializable;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.records.Destruction.Destroyed;
import org.insats.records.retention.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out approved disposals (RET-84; bean {@code insats.disposalJob}). Each file is one transaction, in which it is judged anew,
 * destroyed and noted as destroyed: what was approved and no longer may be destroyed is skipped, and a run that was stopped in the
 * middle goes on with the next one and never destroys more than was approved.
 */
public final class DisposalJob implements Runnable {

    /** Stands on a destroyed file until its versions have been looked for and not found. */
    static final String VERSIONS_UNVERIFIED = "VERSIONS_UNVERIFIED";

    private static final int BATCH = 50;
    private static final Logger LOG = LoggerFactory.getLogger(DisposalJob.class);

    private final Disposals disposals;
    private final Destruction destruction;
    private final Certificates certificates;
    private final Verdicts verdicts;
    private final RuleSets ruleSets;
    private final CaseFileService caseFiles;
    private final CaseTree tree;
    private final NodeService nodes;
    private final DatabaseQuery query;
    private final RetryingTransactionHelper transactions;
    private final ServicePerson servicePerson;
    private final Clock clock;
    private final boolean packageFirst;

    /**
     * Creates it.
     *
     * @param query that sees everything
     * @param packageFirst whether nothing is destroyed before the archive has received a package of it (RET-86)
     */
    public DisposalJob(
            Disposals disposals,
            Destruction destruction,
            Certificates certificates,
            Verdicts verdicts,
            RuleSets ruleSets,
            CaseFileService caseFiles,
            CaseTree tree,
            NodeService nodes,
            DatabaseQuery query,
            RetryingTransactionHelper transactions,
            ServicePerson servicePerson,
            Clock clock,
            boolean packageFirst) {
        this.disposals = disposals;
        this.destruction = destruction;
        this.certificates = certificates;
        this.verdicts = verdicts;
        this.ruleSets = ruleSets;
        this.caseFiles = caseFiles;
        this.tree = tree;
        this.nodes = nodes;
        this.query = query;
        this.transactions = transactions;
        this.servicePerson = servicePerson;
        this.clock = clock;
        this.packageFirst = packageFirst;
    }

    @Override
    public void run() {
        servicePerson.run(() -> {
            List<NodeRef> open = inTransaction(
                    () -> query.find("SELECT * FROM insrec:disposal WHERE insrec:disposalState = 'APPROVED'", BATCH));
            open.forEach(this::carryOut);
        });
    }

    private void carryOut(NodeRef disposal) {
        String number = inTransaction(() -> String.valueOf(nodes.getProperty(disposal, RecordsModel.DISPOSAL_NUMBER)));
        Optional<String> after = Optional.empty();
        boolean failed = false;
        List<NodeRef> batch;
        do {
            Optional<String> from = after;
            batch = inTransaction(() -> query.findAfter(
                    "SELECT * FROM insrec:disposalItem WHERE insrec:itemOpen = " + DatabaseQuery.quoted(number),
                    "insrec:itemKey",
                    from,
                    BATCH));
            for (NodeRef item : batch) {
                after = Optional.of(
                        inTransaction(() -> String.valueOf(nodes.getProperty(item, RecordsModel.ITEM_KEY))));
                failed |= !tried(number, item);
            }
        } while (!batch.isEmpty());
        if (!failed) {
            inTransaction(() -> finish(disposal));
            LOG.info("Disposal {} is carried out", number);
        }
    }

    /** One file; where it fails it is left for the next run, and the others go on. */
    private boolean tried(String number, NodeRef item) {
        try {
            List<NodeRef> destroyed = inTransaction(() -> one(number, item));
            if (!destroyed.isEmpty()) {
                inTransaction(() -> verified(item, destroyed));
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Disposal {}: {} is left for the next run ({})",
                    number,
                    item.getId(),
                    e instanceof RemainsException
                            ? e.getMessage()
                            : e.getClass().getSimpleName());
            return false;
        }
    }

    /** Versions go when the transaction that destroys a file commits: only now can they be looked for. */
    private boolean verified(NodeRef item, List<NodeRef> destroyed) {
        if (destruction.leftOf(destroyed) == 0) {
            nodes.removeProperty(item, RecordsModel.ITEM_REASON);
        } else {
            LOG.warn("Disposal: nodes or versions are left of {}", item.getId());
        }
        return true;
    }

    /** One file; answers the nodes that were destroyed. */
    private List<NodeRef> one(String number, NodeRef item) {
        Map<QName, Serializable> known = nodes.getProperties(item);
        if (!number.equals(known.get(RecordsModel.ITEM_OPEN))) {
            return List.of();
        }
        Optional<NodeRef> node = tree.node(String.valueOf(known.get(RecordsModel.ITEM_FILE)))
                .filter(file -> tree.is(file, CaseModel.TYPE_CASE_FILE));
        if (node.isEmpty()) {
            return note(item, "SKIPPED", Map.of(RecordsModel.ITEM_REASON, "GONE"));
        }
        CaseFile caseFile = caseFiles.ofNode(node.get());
        Verdict verdict = verdicts.judge(caseFile, ruleSets.current(), LawDate.today(clock));
        boolean same = Disposals.digest(verdict).equals(known.get(RecordsModel.ITEM_VERDICT));
        if (!verdict.isCandidate() || !same) {
            verdicts.keep(node.get());
            String reason =
                    verdict.isCandidate() ? "CHANGED" : verdict.outcome().name();
            return note(item, "SKIPPED", Map.of(RecordsModel.ITEM_REASON, reason));
        }
        boolean received = caseFile.properties().get(RecordsModel.PACKAGE_RECEIPT) != null;
        if (packageFirst && !received) {
            return note(item, "SKIPPED", Map.of(RecordsModel.ITEM_REASON, "NO_RECEIPT"));
        }
        Serializable receipt = received ? caseFile.properties().get(RecordsModel.PACKAGE_HASH) : null;
        Destroyed destroyed = destruction.destroy(number, caseFile, verdict);
        if (nodes.exists(node.get())) {
            verdicts.keep(node.get());
        }
        Map<QName, Serializable> done = new HashMap<>();
        done.put(RecordsModel.ITEM_DOCUMENTS, destroyed.documents());
        done.put(RecordsModel.ITEM_DONE_AT, Date.from(clock.instant()));
        done.put(RecordsModel.ITEM_REASON, VERSIONS_UNVERIFIED);
        if (receipt != null) {
            done.put(RecordsModel.ITEM_PACKAGE, receipt);
        }
        note(item, "DONE", done);
        return destroyed.nodes();
    }

    private List<NodeRef> note(NodeRef item, String state, Map<QName, Serializable> more) {
        Map<QName, Serializable> changes = new HashMap<>(more);
        changes.put(RecordsModel.ITEM_STATE, state);
        nodes.addProperties(item, changes);
        nodes.removeProperty(item, RecordsModel.ITEM_OPEN);
        return List.of();
    }

    private boolean finish(NodeRef disposal) {
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(RecordsModel.DISPOSAL_STATE, "DONE");
        changes.put(RecordsModel.DONE_AT, Date.from(clock.instant()));
        nodes.addProperties(disposal, changes);
        nodes.removeProperty(disposal, RecordsModel.DISPOSAL_OPEN);
        certificates.write(disposal, disposals.read(disposal));
        return true;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.doInTransaction(() -> servicePerson.elevated(work), false, true);
    }
}

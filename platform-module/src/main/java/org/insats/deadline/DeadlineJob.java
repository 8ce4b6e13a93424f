package org.insats.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.repo.lock.JobLockService;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.search.QueryConsistency;
import org.alfresco.service.cmr.search.ResultSet;
import org.alfresco.service.cmr.search.SearchParameters;
import org.alfresco.service.cmr.search.SearchService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.platform.ServicePerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the deadlines that somebody should look at and takes their steps, each in a transaction of its own. Safe when run
 * twice, late, or by two at once: a lock lets one run at a time, and every step looks first whether it is done.
 */
public final class DeadlineJob implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineJob.class);
    private static final QName LOCK = QName.createQName(CaseModel.URI, "deadlineJob");
    private static final int PAGE = 200;
    /** Of a page; the platform's own limits would cut a result without saying so. */
    private static final int MAX_PERMISSION_CHECKS = 10_000;

    private static final long MAX_PERMISSION_CHECK_MILLIS = 60_000;
    private static final long LOCK_RETRY_MILLIS = 250;
    private static final int WAIT_FOR_LOCK_RETRIES = 120;

    private final SearchService search;
    private final NodeService nodes;
    private final RetryingTransactionHelper transactions;
    private final JobLockService locks;
    private final DeadlineSteps steps;
    private final ServicePerson servicePerson;
    private final Clock clock;
    private final long lockMillis;

    DeadlineJob(
            SearchService search,
            NodeService nodes,
            RetryingTransactionHelper transactions,
            JobLockService locks,
            DeadlineSteps steps,
            ServicePerson servicePerson,
            Clock clock,
            long lockMillis) {
        this.search = search;
        this.nodes = nodes;
        this.transactions = transactions;
        this.locks = locks;
        this.steps = steps;
        this.servicePerson = servicePerson;
        this.clock = clock;
        this.lockMillis = lockMillis;
    }

    /**
     * What a run did.
     *
     * @param ran whether it ran at all; false where another run held the lock
     * @param visited deadlines looked at
     * @param started workflows started
     * @param overdue deadlines marked overdue
     * @param escalated deadlines escalated
     * @param failed deadlines whose transaction failed; the next run tries them again
     */
    public record Summary(boolean ran, int visited, int started, int overdue, int escalated, int failed) {

        private static final Summary NONE = new Summary(true, 0, 0, 0, 0, 0);

        private Summary plus(DeadlineSteps.Taken taken) {
            return new Summary(
                    ran,
                    visited + 1,
                    started + taken.started(),
                    overdue + taken.overdue(),
                    escalated + taken.escalated(),
                    failed);
        }

        private Summary plusFailed() {
            return new Summary(ran, visited + 1, started, overdue, escalated, failed + 1);
        }
    }

    /** Runs once, after a run that holds the lock has finished. */
    @Override
    public void run() {
        runOnce(WAIT_FOR_LOCK_RETRIES);
    }

    /** Runs once as the service person, unless another run holds the lock. */
    public Summary runOnce() {
        return runOnce(0);
    }

    private Summary runOnce(int lockRetries) {
        return servicePerson.run(() -> {
            Optional<String> lock = lock(lockRetries);
            if (lock.isEmpty()) {
                return new Summary(false, 0, 0, 0, 0, 0);
            }
            try {
                Summary summary = visitAll(lock.get());
                LOG.info("Deadline job: {}", summary);
                return summary;
            } finally {
                locks.releaseLock(lock.get(), LOCK);
            }
        });
    }

    private Optional<String> lock(int retries) {
        try {
            return Optional.of(locks.getLock(LOCK, lockMillis, LOCK_RETRY_MILLIS, retries));
        } catch (RuntimeException e) {
            LOG.info(
                    "Deadline job left to the run that holds the lock ({})",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Pages by key: what was visited has a later key, what failed is remembered and passed over. */
    private Summary visitAll(String lock) {
        Instant now = clock.instant();
        Summary summary = Summary.NONE;
        Set<NodeRef> seen = new HashSet<>();
        Instant from = Instant.EPOCH;
        while (true) {
            Page page = page(from, now);
            List<NodeRef> fresh =
                    page.nodes().stream().filter(node -> !seen.contains(node)).toList();
            if (fresh.isEmpty()) {
                if (page.nodes().size() < PAGE) {
                    return summary;
                }
                from = page.last().plus(1, ChronoUnit.MILLIS);
                continue;
            }
            for (NodeRef node : fresh) {
                seen.add(node);
                summary = visit(node, summary);
            }
            locks.refreshLock(lock, LOCK, lockMillis);
            from = page.last();
        }
    }

    private Summary visit(NodeRef node, Summary summary) {
        try {
            return summary.plus(transactions.doInTransaction(() -> steps.take(node), false, true));
        } catch (RuntimeException e) {
            LOG.error(
                    "Deadline {} could not be worked on; the next run tries again ({})",
                    node.getId(),
                    e.getClass().getName());
            return summary.plusFailed();
        }
    }

    private record Page(List<NodeRef> nodes, Instant last) {}

    private Page page(Instant from, Instant to) {
        return transactions.doInTransaction(() -> servicePerson.elevated(() -> find(from, to)), true, true);
    }

    private Page find(Instant from, Instant to) {
        SearchParameters parameters = new SearchParameters();
        parameters.addStore(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        parameters.setLanguage(SearchService.LANGUAGE_CMIS_ALFRESCO);
        parameters.setQueryConsistency(QueryConsistency.TRANSACTIONAL);
        parameters.setMaxItems(PAGE);
        parameters.setMaxPermissionChecks(MAX_PERMISSION_CHECKS);
        parameters.setMaxPermissionCheckTimeMillis(MAX_PERMISSION_CHECK_MILLIS);
        parameters.setQuery("SELECT * FROM ins:deadline WHERE ins:nextActionAt >= TIMESTAMP '" + timestamp(from)
                + "' AND ins:nextActionAt <= TIMESTAMP '" + timestamp(to) + "' ORDER BY ins:nextActionAt");
        ResultSet found = search.query(parameters);
        try {
            List<NodeRef> all = new ArrayList<>(found.getNodeRefs());
            Instant last = all.isEmpty() ? to : key(all.get(all.size() - 1), to);
            return new Page(all, last);
        } finally {
            found.close();
        }
    }

    private Instant key(NodeRef node, Instant otherwise) {
        return nodes.getProperty(node, DeadlineModel.NEXT_ACTION_AT) instanceof Date date
                ? date.toInstant()
                : otherwise;
    }

    /** CMIS takes milliseconds, always three digits. */
    private static String timestamp(Instant instant) {
        String text = instant.truncatedTo(ChronoUnit.MILLIS).toString();
        return text.contains(".") ? text : text.replace("Z", ".000Z");
    }
}

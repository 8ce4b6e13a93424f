package org.insats.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.search.QueryConsistency;
import org.alfresco.service.cmr.search.ResultSet;
import org.alfresco.service.cmr.search.SearchParameters;
import org.alfresco.service.cmr.search.SearchService;
import org.insats.platform.ServicePerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the deadlines that somebody should look at and takes their steps, each in a transaction of its own. Safe when run
 * twice, late, or by two at once: a lock lets one run at a time, and every step looks first whether it is done.
 */
public final class DeadlineJob implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineJob.class);
    private static final int PAGE = 200;
    /** Of a page; the platform's own limits would cut a result without saying so. */
    private static final int MAX_PERMISSION_CHECKS = 10_000;

    private static final long MAX_PERMISSION_CHECK_MILLIS = 60_000;

    private final SearchService search;
    private final NodeService nodes;
    private final RetryingTransactionHelper transactions;
    private final DeadlineStore store;
    private final DeadlineSteps steps;
    private final ServicePerson servicePerson;
    private final Clock clock;
    private final JobLock lock;

    DeadlineJob(
            SearchService search,
            NodeService nodes,
            RetryingTransactionHelper transactions,
            DeadlineStore store,
            DeadlineSteps steps,
            ServicePerson servicePerson,
            Clock clock,
            JobLock lock) {
        this.search = search;
        this.nodes = nodes;
        this.transactions = transactions;
        this.store = store;
        this.steps = steps;
        this.servicePerson = servicePerson;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * What a run did.
     *
     * @param ran whether it ran at all; false where another run went on holding the lock
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

    @Override
    public void run() {
        runOnce();
    }

    /** Runs once as the service person, after a run that holds the lock has finished or its lock has ended. */
    public Summary runOnce() {
        return servicePerson.run(() -> locked(this::visitAll));
    }

    /**
     * Takes the steps that are due in some interventions, after a run that holds the lock has finished; does nothing, and
     * takes no lock, where none is due.
     */
    public Summary runFor(Collection<NodeRef> interventions) {
        return servicePerson.run(() -> {
            List<NodeRef> due = transactions.doInTransaction(() -> due(interventions), true, true);
            return due.isEmpty() ? Summary.NONE : locked(held -> visit(due, held, Summary.NONE));
        });
    }

    private Summary locked(Function<JobLock.Held, Summary> work) {
        Optional<JobLock.Held> taken = lock.await();
        if (taken.isEmpty()) {
            return new Summary(false, 0, 0, 0, 0, 0);
        }
        try (JobLock.Held held = taken.get()) {
            Summary summary = work.apply(held);
            LOG.info("Deadline job: {}", summary);
            return summary;
        }
    }

    private List<NodeRef> due(Collection<NodeRef> interventions) {
        Instant now = clock.instant();
        return servicePerson.elevated(() -> interventions.stream()
                .filter(store::exists)
                .flatMap(intervention -> store.of(intervention).stream())
                .filter(deadline -> deadline.instant(DeadlineModel.NEXT_ACTION_AT)
                        .filter(next -> !next.isAfter(now))
                        .isPresent())
                .map(LiveDeadline::node)
                .toList());
    }

    /**
     * Always asks from the beginning: what was visited has a later key. Only past a whole page of deadlines that stayed due,
     * because they failed, it goes on by key. A lower bound that all open deadlines meet would have the database look at all
     * of them.
     */
    private Summary visitAll(JobLock.Held held) {
        Instant now = clock.instant();
        Summary summary = Summary.NONE;
        Set<NodeRef> seen = new HashSet<>();
        Optional<Instant> from = Optional.empty();
        while (held.renew()) {
            Page page = page(from, now);
            List<NodeRef> fresh = page.nodes().stream().filter(seen::add).toList();
            if (!fresh.isEmpty()) {
                summary = visit(fresh, held, summary);
            } else if (page.nodes().size() == PAGE) {
                from = Optional.of(page.last().plus(1, ChronoUnit.MILLIS));
            } else {
                return summary;
            }
        }
        return summary;
    }

    private Summary visit(List<NodeRef> nodesDue, JobLock.Held held, Summary before) {
        Summary summary = before;
        for (NodeRef node : nodesDue) {
            if (!held.renew()) {
                return summary;
            }
            summary = visit(node, summary);
        }
        return summary;
    }

    /** With what else is due in the intervention; where that fails, alone, so that one deadline cannot hold up another. */
    private Summary visit(NodeRef node, Summary summary) {
        try {
            return summary.plus(take(node, true));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Deadline {} could not be worked on together with the intervention's others ({})",
                    node.getId(),
                    e.getClass().getName());
        }
        try {
            return summary.plus(take(node, false));
        } catch (RuntimeException e) {
            LOG.error(
                    "Deadline {} could not be worked on; the next run tries again ({})",
                    node.getId(),
                    e.getClass().getName());
            return summary.plusFailed();
        }
    }

    private DeadlineSteps.Taken take(NodeRef node, boolean together) {
        return transactions.doInTransaction(() -> steps.take(node, together), false, true);
    }

    private record Page(List<NodeRef> nodes, Instant last) {}

    private Page page(Optional<Instant> from, Instant to) {
        return transactions.doInTransaction(() -> servicePerson.elevated(() -> find(from, to)), true, true);
    }

    private Page find(Optional<Instant> from, Instant to) {
        SearchParameters parameters = new SearchParameters();
        parameters.addStore(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        parameters.setLanguage(SearchService.LANGUAGE_CMIS_ALFRESCO);
        parameters.setQueryConsistency(QueryConsistency.TRANSACTIONAL);
        parameters.setMaxItems(PAGE);
        parameters.setMaxPermissionChecks(MAX_PERMISSION_CHECKS);
        parameters.setMaxPermissionCheckTimeMillis(MAX_PERMISSION_CHECK_MILLIS);
        String after = from.map(bound -> " AND ins:nextActionAt >= TIMESTAMP '" + timestamp(bound) + "'")
                .orElse("");
        parameters.setQuery("SELECT * FROM ins:deadline WHERE ins:nextActionAt <= TIMESTAMP '" + timestamp(to) + "'"
                + after + " ORDER BY ins:nextActionAt");
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

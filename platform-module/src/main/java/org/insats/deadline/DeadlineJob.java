package org.insats.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.platform.DatabaseQuery;
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
    private static final String SELECT = "SELECT * FROM ins:deadline WHERE ins:nextActionAt ";

    private final DatabaseQuery query;
    private final WorkSlots slots;
    private final RetryingTransactionHelper transactions;
    private final DeadlineStore store;
    private final DeadlineSteps steps;
    private final ServicePerson servicePerson;
    private final Clock clock;
    private final JobLock lock;
    private final Runnable rights;

    DeadlineJob(
            DatabaseQuery query,
            WorkSlots slots,
            RetryingTransactionHelper transactions,
            DeadlineStore store,
            DeadlineSteps steps,
            ServicePerson servicePerson,
            Clock clock,
            JobLock lock,
            Runnable rights) {
        this.query = query;
        this.slots = slots;
        this.transactions = transactions;
        this.store = store;
        this.steps = steps;
        this.servicePerson = servicePerson;
        this.clock = clock;
        this.lock = lock;
        this.rights = rights;
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
        return servicePerson.run(() -> locked(held -> {
            // First who answers, then what is due.
            servicePerson.elevated(rights);
            return visitAll(held);
        }));
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
     * Always asks from the beginning: what was visited is due later now. What stays due, because it failed, is asked for again
     * together with as many others as a page holds.
     */
    private Summary visitAll(JobLock.Held held) {
        Instant now = clock.instant();
        boolean full = slots.needsFullLook(now);
        Summary summary = Summary.NONE;
        Set<NodeRef> seen = new HashSet<>();
        int most = PAGE;
        while (held.renew()) {
            List<NodeRef> page = due(now, full, most);
            List<NodeRef> fresh = page.stream().filter(seen::add).toList();
            if (fresh.isEmpty() && page.size() < most) {
                slots.looked(now, full);
                return summary;
            }
            summary = visit(fresh, held, summary);
            most = page.size() - fresh.size() + PAGE;
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

    private List<NodeRef> due(Instant now, boolean full, int most) {
        String condition = full
                ? "<= " + DatabaseQuery.timestamp(now)
                : WorkSlots.upTo(now).stream()
                        .map(DatabaseQuery::timestamp)
                        .collect(Collectors.joining(", ", "IN (", ")"));
        String statement = SELECT + condition + " ORDER BY ins:nextActionAt";
        return transactions.doInTransaction(
                () -> servicePerson.elevated(() -> query.find(statement, most)), true, true);
    }
}

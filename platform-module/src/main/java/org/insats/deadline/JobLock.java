package org.insats.deadline;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.alfresco.repo.lock.JobLockService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lock that lets one run of the deadline job work at a time, over all servers of a database. It is held for a short
 * while only and renewed between two steps, so that a run that was killed delays the next by no more than that while.
 */
final class JobLock {

    private static final Logger LOG = LoggerFactory.getLogger(JobLock.class);
    private static final QName NAME = QName.createQName(CaseModel.URI, "deadlineJob");
    private static final long RETRY_MILLIS = 250;
    private static final int RENEWALS_IN_ITS_TIME = 3;

    private final JobLockService locks;
    private final long millis;
    private final LongSupplier nanoTime;

    /**
     * @param millis how long the lock is held without a sign of life, in milliseconds; longer than the longest single step
     */
    JobLock(JobLockService locks, long millis) {
        this(locks, millis, System::nanoTime);
    }

    JobLock(JobLockService locks, long millis, LongSupplier nanoTime) {
        this.locks = locks;
        this.millis = millis;
        this.nanoTime = nanoTime;
    }

    /** Takes the lock; waits as long as a killed run can keep it, and a little longer. Nothing where another run goes on. */
    Optional<Held> await() {
        int retries = (int) (millis / RETRY_MILLIS) + 4;
        try {
            return Optional.of(new Held(locks.getLock(NAME, millis, RETRY_MILLIS, retries)));
        } catch (RuntimeException e) {
            LOG.info(
                    "Deadline job left to the run that holds the lock ({})",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** A lock that was taken. */
    final class Held implements AutoCloseable {

        private final String token;
        private long renewedAt = nanoTime.getAsLong();
        private boolean lost;

        private Held(String token) {
            this.token = token;
        }

        /**
         * Renews the lock where a third of its time has gone.
         *
         * @return false where it was lost, because a step took longer than the lock is held: another run may be at work
         */
        boolean renew() {
            long now = nanoTime.getAsLong();
            if (lost || now - renewedAt < TimeUnit.MILLISECONDS.toNanos(millis / RENEWALS_IN_ITS_TIME)) {
                return !lost;
            }
            try {
                locks.refreshLock(token, NAME, millis);
                renewedAt = now;
            } catch (RuntimeException e) {
                lost = true;
                LOG.warn(
                        "The deadline job lost its lock; the next run goes on ({})",
                        e.getClass().getSimpleName());
            }
            return !lost;
        }

        @Override
        public void close() {
            if (lost) {
                return;
            }
            try {
                locks.releaseLock(token, NAME);
            } catch (RuntimeException e) {
                LOG.warn(
                        "The deadline job's lock could not be given back; it ends by itself ({})",
                        e.getClass().getSimpleName());
            }
        }
    }
}

package org.insats.embedded.core.tx;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.repo.lock.JobLockService;
import org.alfresco.service.namespace.QName;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Locks for jobs, in the database, so that two processes on one database exclude each other. Each step is its own transaction. */
public final class JobLockServiceImpl implements JobLockService {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public JobLockServiceImpl(JdbcTemplate jdbc, PlatformTransactionManager manager, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(manager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public String getLock(QName lockQName, long timeToLive) {
        return getLock(lockQName, timeToLive, 0, 0);
    }

    @Override
    public String getLock(QName lockQName, long timeToLive, long retryWait, int retryCount) {
        String token = UUID.randomUUID().toString();
        for (int attempt = 0; attempt <= retryCount; attempt++) {
            if (acquired(lockQName, token, timeToLive)) {
                return token;
            }
            if (attempt < retryCount) {
                LockSupport.parkNanos(retryWait * 1_000_000);
            }
        }
        throw new AlfrescoRuntimeException("Failed to get lock '" + lockQName + "': it is held by another");
    }

    private boolean acquired(QName name, String token, long timeToLive) {
        return step(() -> {
            long now = clock.millis();
            if (jdbc.update(
                            "UPDATE ins_job_lock SET token = ?, expires = ? WHERE name = ? AND expires <= ?",
                            token,
                            now + timeToLive,
                            name.toString(),
                            now)
                    == 1) {
                return true;
            }
            Integer held = jdbc.queryForObject(
                    "SELECT COUNT(*) FROM ins_job_lock WHERE name = ?", Integer.class, name.toString());
            return held == 0
                    && jdbc.update(
                                    "INSERT INTO ins_job_lock (name, token, expires) VALUES (?, ?, ?)",
                                    name.toString(),
                                    token,
                                    now + timeToLive)
                            == 1;
        });
    }

    @Override
    public void refreshLock(String lockToken, QName lockQName, long timeToLive) {
        boolean mine = step(() -> jdbc.update(
                        "UPDATE ins_job_lock SET expires = ? WHERE name = ? AND token = ? AND expires > ?",
                        clock.millis() + timeToLive,
                        lockQName.toString(),
                        lockToken,
                        clock.millis())
                == 1);
        if (!mine) {
            throw new AlfrescoRuntimeException("Failed to refresh lock '" + lockQName + "': it was lost");
        }
    }

    @Override
    public void releaseLock(String lockToken, QName lockQName) {
        boolean mine = step(() ->
                jdbc.update("DELETE FROM ins_job_lock WHERE name = ? AND token = ?", lockQName.toString(), lockToken)
                        == 1);
        if (!mine) {
            throw new AlfrescoRuntimeException("Failed to release lock '" + lockQName + "': it was lost");
        }
    }

    /** One step; losing a race against another process counts as not done. */
    private boolean step(Supplier<Boolean> work) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> work.get()));
        } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
            return false;
        }
    }
}

package org.alfresco.repo.transaction;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport.TxnReadState;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.transaction.TransactionService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.UncategorizedDataAccessException;

/** Runs work in a transaction, again where it collided with another, and rolls back on any exception. */
public class RetryingTransactionHelper {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingTransactionHelper.class);

    private TransactionService transactionService;
    private int maxRetries = 20;
    private int minRetryWaitMs = 100;
    private int maxRetryWaitMs = 2000;
    private int retryWaitIncrementMs = 100;

    /** Work to do in a transaction. */
    public interface RetryingTransactionCallback<Result> {
        /** Does the work; may be called again after a collision. */
        Result execute() throws Throwable;
    }

    /** Sets where transactions come from. */
    public void setTransactionService(TransactionService service) {
        this.transactionService = service;
    }

    /** Sets how often the work is tried at most. */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    /** Sets the shortest wait between two tries, in ms. */
    public void setMinRetryWaitMs(int minRetryWaitMs) {
        this.minRetryWaitMs = minRetryWaitMs;
    }

    /** Sets the longest wait between two tries, in ms. */
    public void setMaxRetryWaitMs(int maxRetryWaitMs) {
        this.maxRetryWaitMs = maxRetryWaitMs;
    }

    /** Sets by how much the wait grows, in ms. */
    public void setRetryWaitIncrementMs(int retryWaitIncrementMs) {
        this.retryWaitIncrementMs = retryWaitIncrementMs;
    }

    /** Runs work in the thread's transaction, or in a writing one of its own where there is none. */
    public <R> R doInTransaction(RetryingTransactionCallback<R> cb) {
        return doInTransaction(cb, false, false);
    }

    /** The same, reading only where readOnly. */
    public <R> R doInTransaction(RetryingTransactionCallback<R> cb, boolean readOnly) {
        return doInTransaction(cb, readOnly, false);
    }

    /** The same, in a transaction of its own where requiresNew. */
    public <R> R doInTransaction(RetryingTransactionCallback<R> cb, boolean readOnly, boolean requiresNew) {
        TxnReadState state = AlfrescoTransactionSupport.getTransactionReadState();
        if (!requiresNew && state == TxnReadState.TXN_READ_ONLY && !readOnly) {
            throw new AlfrescoRuntimeException("Read-Write transaction started within read-only transaction");
        }
        return requiresNew || state == TxnReadState.TXN_NONE ? runInOwn(cb, readOnly) : runInCurrent(cb);
    }

    private static <R> R runInCurrent(RetryingTransactionCallback<R> cb) {
        try {
            return cb.execute();
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new AlfrescoRuntimeException("Exception from transactional callback: " + cb, e);
        }
    }

    private <R> R runInOwn(RetryingTransactionCallback<R> cb, boolean readOnly) {
        for (int attempt = 0; ; attempt++) {
            try {
                return runOnce(cb, readOnly);
            } catch (Throwable e) {
                Throwable retryCause = extractRetryCause(e);
                if (retryCause == null || attempt + 1 >= maxRetries) {
                    throw asRuntimeException(e);
                }
                LOG.info("Retrying {}: count {}; {}", Thread.currentThread().getName(), attempt, retryCause.getClass());
                pause(attempt);
            }
        }
    }

    private <R> R runOnce(RetryingTransactionCallback<R> cb, boolean readOnly) throws Throwable {
        UserTransaction transaction = transactionService.getNonPropagatingUserTransaction(readOnly, false);
        transaction.begin();
        try {
            R result = cb.execute();
            if (transaction.getStatus() == Status.STATUS_MARKED_ROLLBACK) {
                transaction.rollback();
            } else {
                transaction.commit();
            }
            return result;
        } catch (Throwable e) {
            rollBack(transaction, e);
            throw e;
        }
    }

    private static void rollBack(UserTransaction transaction, Throwable cause) {
        try {
            int status = transaction.getStatus();
            if (status != Status.STATUS_NO_TRANSACTION && status != Status.STATUS_ROLLEDBACK) {
                transaction.rollback();
            }
        } catch (SystemException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    private static RuntimeException asRuntimeException(Throwable e) {
        Throwable cause = e instanceof RollbackException ? e.getCause() : e;
        if (cause instanceof Error error) {
            throw new AlfrescoRuntimeException("Exception in Transaction.", error);
        }
        return cause instanceof RuntimeException runtime
                ? runtime
                : new AlfrescoRuntimeException("Exception in Transaction.", cause);
    }

    private void pause(int attempt) {
        int random = attempt > 0 && retryWaitIncrementMs > 0
                ? ThreadLocalRandom.current().nextInt(attempt * retryWaitIncrementMs)
                : minRetryWaitMs;
        try {
            Thread.sleep(Math.max(Math.min(maxRetryWaitMs, random), minRetryWaitMs));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The exception that makes another try worthwhile, null where none does. */
    public static Throwable extractRetryCause(Throwable cause) {
        Throwable found = null;
        for (Throwable e = cause; e != null; e = e.getCause() == e ? null : e.getCause()) {
            if (e instanceof DuplicateChildNodeNameException) {
                return null;
            }
            if (found == null && isRetryable(e)) {
                found = e;
            }
        }
        return found;
    }

    private static boolean isRetryable(Throwable e) {
        if (e instanceof UncategorizedDataAccessException) {
            String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            return message.contains("deadlock") || message.contains("constraint");
        }
        return e instanceof ConcurrencyFailureException
                || e instanceof DataIntegrityViolationException
                || e instanceof SQLException;
    }
}

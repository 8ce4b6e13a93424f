package org.insats.embedded.core.tx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the repository remembers for one transaction, and what it still has to do before commit. Work before commit runs
 * in phases, each emptied before the next begins; work added by a later phase starts over at the first.
 */
public final class TxContext implements TransactionSynchronization {
    /** The phases of the work before commit, in order. */
    public enum Phase {
        /** Behaviours bound to the end of the transaction. */
        BEHAVIOURS,
        /** Integrity of all that was changed. */
        INTEGRITY,
        /** Last writes that no behaviour hears of. */
        LAST_WRITES
    }

    private static final Logger LOG = LoggerFactory.getLogger(TxContext.class);
    private static final ThreadLocal<TxContext> CURRENT = new ThreadLocal<>();
    private static final int MOST_ROUNDS = 100_000;

    private final Map<Object, Object> resources = new HashMap<>();
    private final Map<Phase, Deque<Runnable>> work = new EnumMap<>(Phase.class);
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterRollback = new ArrayList<>();
    private boolean completed;

    private TxContext() {}

    /** The current transaction's context; outside a transaction a fresh one that nobody keeps. */
    public static TxContext current() {
        TxContext context = CURRENT.get();
        if (context != null && !context.completed) {
            return context;
        }
        context = new TxContext();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(context);
            CURRENT.set(context);
        }
        return context;
    }

    /** The current transaction's context; refuses outside a transaction or in a read-only one. */
    public static TxContext forWriting() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A transaction is needed to change the repository");
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new org.springframework.dao.TransientDataAccessResourceException(
                    "The repository cannot be changed in a read-only transaction");
        }
        return current();
    }

    /** Whether a transaction keeps what is remembered here. */
    public static boolean isActive() {
        return TransactionSynchronizationManager.isSynchronizationActive();
    }

    /** A resource of this transaction, made when first asked for. */
    @SuppressWarnings("unchecked")
    public <T> T resource(Object key, Supplier<T> make) {
        return (T) resources.computeIfAbsent(key, unused -> make.get());
    }

    /** A resource of this transaction, or null. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T existing(Object key) {
        return (T) resources.get(key);
    }

    /** Forgets a resource. */
    public void forget(Object key) {
        resources.remove(key);
    }

    /** Adds work to do before commit. */
    public void beforeCommit(Phase phase, Runnable task) {
        work.computeIfAbsent(phase, unused -> new ArrayDeque<>()).add(task);
    }

    /** Adds something to do once the transaction is committed. */
    public void afterCommit(Runnable task) {
        afterCommit.add(task);
    }

    /** Adds something to do once the transaction is rolled back. */
    public void afterRollback(Runnable task) {
        afterRollback.add(task);
    }

    /** Last of all, so that what other synchronizations still change is heard and checked too. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Runnable next = next();
            if (next == null) {
                return;
            }
            next.run();
        }
        throw new IllegalStateException("Behaviours keep adding work before commit without end");
    }

    private Runnable next() {
        for (Deque<Runnable> phase : work.values()) {
            if (!phase.isEmpty()) {
                return phase.poll();
            }
        }
        return null;
    }

    @Override
    public void suspend() {
        CURRENT.remove();
    }

    @Override
    public void resume() {
        CURRENT.set(this);
    }

    @Override
    public void afterCompletion(int status) {
        completed = true;
        CURRENT.remove();
        if (status != STATUS_UNKNOWN) {
            (status == STATUS_COMMITTED ? afterCommit : afterRollback).forEach(TxContext::runSafely);
        }
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("Work after a transaction failed", e);
        }
    }
}

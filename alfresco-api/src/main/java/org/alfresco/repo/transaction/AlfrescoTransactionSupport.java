package org.alfresco.repo.transaction;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What belongs to the current transaction: its id and resources that go with it. To hear of its end, register a Spring synchronization. */
public abstract class AlfrescoTransactionSupport {

    private static final ThreadLocal<Bound> CURRENT = new ThreadLocal<>();

    /** What the current transaction may do. */
    public enum TxnReadState {
        TXN_NONE,
        TXN_READ_ONLY,
        TXN_READ_WRITE
    }

    /** What the current transaction may do. */
    public static TxnReadState getTransactionReadState() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return TxnReadState.TXN_NONE;
        }
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                ? TxnReadState.TXN_READ_ONLY
                : TxnReadState.TXN_READ_WRITE;
    }

    /** The id of the current transaction, null outside of one. */
    public static String getTransactionId() {
        Bound bound = bound();
        return bound == null ? null : bound.id;
    }

    /** A resource of the current transaction, null where there is none. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <R> R getResource(Object key) {
        Bound bound = bound();
        return bound == null ? null : (R) bound.resources.get(key);
    }

    /** Keeps a resource until the current transaction ends. */
    public static void bindResource(Object key, Object resource) {
        required().resources.put(key, resource);
    }

    /** Lets go of a resource. */
    public static void unbindResource(Object key) {
        required().resources.remove(key);
    }

    private static Bound required() {
        Bound bound = bound();
        if (bound == null) {
            throw new IllegalStateException("Transaction must be active and synchronization is required: "
                    + Thread.currentThread().getName());
        }
        return bound;
    }

    private static Bound bound() {
        Bound bound = CURRENT.get();
        boolean missing = bound == null || bound.isOfEarlierTransaction();
        if (missing && TransactionSynchronizationManager.isSynchronizationActive()) {
            bound = new Bound();
            TransactionSynchronizationManager.registerSynchronization(bound);
            CURRENT.set(bound);
        }
        return bound;
    }

    /** The resources of one transaction; they stay readable while it tells others of its end, and wait while another runs inside. */
    private static final class Bound implements TransactionSynchronization {

        private final String id = UUID.randomUUID().toString();
        private final Map<Object, Object> resources = new HashMap<>();

        private boolean completing;

        /** Whether another transaction runs while this one, completed, still tells others of its end. */
        boolean isOfEarlierTransaction() {
            return completing
                    && TransactionSynchronizationManager.isSynchronizationActive()
                    && !TransactionSynchronizationManager.getSynchronizations().contains(this);
        }

        @Override
        public void beforeCompletion() {
            completing = true;
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
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
            CURRENT.remove();
        }
    }
}

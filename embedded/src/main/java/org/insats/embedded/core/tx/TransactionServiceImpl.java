package org.insats.embedded.core.tx;

import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.transaction.TransactionService;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** Transactions on the one transaction manager of the repository. */
public final class TransactionServiceImpl implements TransactionService {
    private final PlatformTransactionManager manager;

    public TransactionServiceImpl(PlatformTransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public UserTransaction getUserTransaction() {
        return new SpringUserTransaction(manager, TransactionDefinition.PROPAGATION_REQUIRED, false);
    }

    @Override
    public UserTransaction getNonPropagatingUserTransaction(boolean readOnly, boolean ignoreSystemReadOnly) {
        return new SpringUserTransaction(manager, TransactionDefinition.PROPAGATION_REQUIRES_NEW, readOnly);
    }

    @Override
    public RetryingTransactionHelper getRetryingTransactionHelper() {
        RetryingTransactionHelper helper = new RetryingTransactionHelper();
        helper.setTransactionService(this);
        return helper;
    }

    private static final class SpringUserTransaction implements UserTransaction {
        private final PlatformTransactionManager manager;
        private final DefaultTransactionDefinition definition;
        private TransactionStatus status;
        private int ended = Status.STATUS_NO_TRANSACTION;

        SpringUserTransaction(PlatformTransactionManager manager, int propagation, boolean readOnly) {
            this.manager = manager;
            this.definition = new DefaultTransactionDefinition(propagation);
            this.definition.setReadOnly(readOnly);
        }

        @Override
        public void begin() throws NotSupportedException {
            if (status != null) {
                throw new NotSupportedException("The user transaction may not be reused");
            }
            status = manager.getTransaction(definition);
        }

        @Override
        public void commit() {
            TransactionStatus current = require();
            ended = Status.STATUS_ROLLEDBACK;
            manager.commit(current);
            ended = Status.STATUS_COMMITTED;
        }

        @Override
        public void rollback() {
            TransactionStatus current = require();
            ended = Status.STATUS_ROLLEDBACK;
            if (!current.isCompleted()) {
                manager.rollback(current);
            }
        }

        @Override
        public void setRollbackOnly() {
            require().setRollbackOnly();
        }

        @Override
        public int getStatus() {
            if (status == null || status.isCompleted()) {
                return ended;
            }
            return status.isRollbackOnly() ? Status.STATUS_MARKED_ROLLBACK : Status.STATUS_ACTIVE;
        }

        @Override
        public void setTransactionTimeout(int seconds) {
            definition.setTimeout(seconds);
        }

        private TransactionStatus require() {
            if (status == null) {
                throw new IllegalStateException("The user transaction has not begun");
            }
            return status;
        }
    }
}

package org.alfresco.repo.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.transaction.TransactionService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class RetryingTransactionHelperTest {

    private final List<String> log = new ArrayList<>();
    private final RetryingTransactionHelper helper = new RetryingTransactionHelper();
    private RuntimeException failureAtCommit;

    @BeforeEach
    void setUp() {
        helper.setTransactionService(new Transactions());
        helper.setMinRetryWaitMs(0);
        helper.setMaxRetryWaitMs(1);
        helper.setRetryWaitIncrementMs(1);
    }

    @Test
    void commitsAndReturnsTheResult() {
        assertThat(helper.doInTransaction(() -> 42)).isEqualTo(42);
        assertThat(log).containsExactly("begin", "commit");
    }

    @Test
    void triesAgainAfterACollision() {
        int result = helper.doInTransaction(() -> {
            if (log.size() < 4) {
                throw new ConcurrencyFailureException("collision");
            }
            return 7;
        });
        assertThat(result).isEqualTo(7);
        assertThat(log).containsExactly("begin", "rollback", "begin", "rollback", "begin", "commit");
    }

    @Test
    void givesUpAfterTheMostTries() {
        helper.setMaxRetries(3);
        assertThatThrownBy(() -> helper.doInTransaction(() -> {
                    throw new DataIntegrityViolationException("always");
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(log.stream().filter("begin"::equals)).hasSize(3);
    }

    @Test
    void rollsBackAndDoesNotRetryOtherExceptions() {
        assertThatThrownBy(() -> helper.doInTransaction(() -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> helper.doInTransaction(() -> {
                    throw new IOException("checked");
                }))
                .isInstanceOf(AlfrescoRuntimeException.class)
                .hasCauseInstanceOf(IOException.class);
        assertThat(log).containsExactly("begin", "rollback", "begin", "rollback");
    }

    @Test
    void neverRetriesATakenName() {
        DataIntegrityViolationException constraint = new DataIntegrityViolationException("unique");
        assertThat(RetryingTransactionHelper.extractRetryCause(constraint)).isSameAs(constraint);
        assertThat(RetryingTransactionHelper.extractRetryCause(
                        new DuplicateChildNodeNameException(null, null, "a", constraint)))
                .isNull();
    }

    @Test
    void unwrapsWhatMadeTheCommitRollBack() {
        failureAtCommit = new IllegalStateException("at commit");
        assertThatThrownBy(() -> helper.doInTransaction(() -> 1)).isSameAs(failureAtCommit);
    }

    @Test
    void joinsTheTransactionOfTheThread() {
        helper.doInTransaction(() -> helper.doInTransaction(() -> 1));
        assertThat(log).containsExactly("begin", "commit");
    }

    @Test
    void refusesToWriteInsideAReadOnlyTransaction() {
        assertThatThrownBy(() -> helper.doInTransaction(() -> helper.doInTransaction(() -> 1), true))
                .isInstanceOf(AlfrescoRuntimeException.class);
    }

    @Test
    void resourcesGoWithTheTransaction() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            helper.doInTransaction(() -> {
                assertThat((Object) AlfrescoTransactionSupport.getResource("key"))
                        .isNull();
                AlfrescoTransactionSupport.bindResource("key", "value");
                assertThat((Object) AlfrescoTransactionSupport.getResource("key"))
                        .isEqualTo("value");
                return ids.add(AlfrescoTransactionSupport.getTransactionId());
            });
        }
        assertThat(ids).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(AlfrescoTransactionSupport.getTransactionId()).isNull();
        assertThatThrownBy(() -> AlfrescoTransactionSupport.bindResource("key", "value"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void resourcesCanBeReadUntilAllHaveHeardOfTheEnd() {
        List<Object> afterwards = new ArrayList<>();
        helper.doInTransaction(() -> {
            AlfrescoTransactionSupport.bindResource("key", "value");
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public int getOrder() {
                    return 0;
                }

                @Override
                public void afterCompletion(int status) {
                    afterwards.add(AlfrescoTransactionSupport.getResource("key"));
                }
            });
            return null;
        });
        assertThat(afterwards).containsExactly("value");
    }

    /** One transaction at a time, told to Spring as a transaction manager would. */
    private final class Transactions implements TransactionService {

        @Override
        public UserTransaction getUserTransaction() {
            return getNonPropagatingUserTransaction(false, false);
        }

        @Override
        public UserTransaction getNonPropagatingUserTransaction(boolean readOnly, boolean ignoreSystemReadOnly) {
            return new Transaction(readOnly);
        }

        @Override
        public RetryingTransactionHelper getRetryingTransactionHelper() {
            return helper;
        }
    }

    private final class Transaction implements UserTransaction {

        private final boolean readOnly;
        private int status = Status.STATUS_NO_TRANSACTION;

        Transaction(boolean readOnly) {
            this.readOnly = readOnly;
        }

        @Override
        public void begin() {
            log.add("begin");
            status = Status.STATUS_ACTIVE;
            TransactionSynchronizationManager.initSynchronization();
            TransactionSynchronizationManager.setCurrentTransactionReadOnly(readOnly);
        }

        @Override
        public void commit() throws RollbackException {
            if (failureAtCommit != null) {
                rollback();
                RollbackException rolledBack = new RollbackException("commit failed");
                rolledBack.initCause(failureAtCommit);
                throw rolledBack;
            }
            log.add("commit");
            end(Status.STATUS_COMMITTED);
        }

        @Override
        public void rollback() {
            log.add("rollback");
            end(Status.STATUS_ROLLEDBACK);
        }

        private void end(int newStatus) {
            status = newStatus;
            TransactionSynchronizationUtils.triggerBeforeCompletion();
            List<TransactionSynchronization> listeners = TransactionSynchronizationManager.getSynchronizations();
            TransactionSynchronizationManager.clear();
            TransactionSynchronizationUtils.invokeAfterCompletion(
                    listeners, TransactionSynchronization.STATUS_COMMITTED);
        }

        @Override
        public void setRollbackOnly() {
            status = Status.STATUS_MARKED_ROLLBACK;
        }

        @Override
        public int getStatus() {
            return status;
        }

        @Override
        public void setTransactionTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }
    }
}

package org.alfresco.service.transaction;

import jakarta.transaction.UserTransaction;
import org.alfresco.repo.transaction.RetryingTransactionHelper;

/** Transactions. */
public interface TransactionService {

    /** A transaction that joins the thread's, if any. */
    UserTransaction getUserTransaction();

    /** A transaction of its own. */
    UserTransaction getNonPropagatingUserTransaction(boolean readOnly, boolean ignoreSystemReadOnly);

    /** A new helper with the platform's settings. */
    RetryingTransactionHelper getRetryingTransactionHelper();
}

package org.insats.accesslog;

import java.util.function.Predicate;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.insats.casefile.CaseFileService;
import org.insats.platform.ServicePerson;

/** Whether there is a file with a number, of a client or of a contractor. */
final class ExistingFiles implements Predicate<String> {

    private final CaseFileService caseFiles;
    private final RetryingTransactionHelper transactions;
    private final ServicePerson servicePerson;

    ExistingFiles(CaseFileService caseFiles, RetryingTransactionHelper transactions, ServicePerson servicePerson) {
        this.caseFiles = caseFiles;
        this.transactions = transactions;
        this.servicePerson = servicePerson;
    }

    @Override
    public boolean test(String number) {
        return transactions.doInTransaction(
                () -> servicePerson.run(() -> caseFiles.fileNumbered(number).isPresent()), true, true);
    }
}

package org.insats.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.deadline.DeadlineCounts;
import org.insats.platform.ServicePerson;

/**
 * Counts what has happened since it ran before, batch by batch, each in a transaction of its own (bean {@code insats.reportJob}). Where
 * counters are to be built anew, it goes through all cases first; stopped in the middle, it goes on from where it was.
 */
public final class ReportJob implements Runnable {

    private static final int CASES = 20;

    private final TallyBook book;
    private final Tallies tallies;
    private final DeadlineCounts deadlines;
    private final StartTimes starts;
    private final CaseFileService caseFiles;
    private final NodeService nodes;
    private final RetryingTransactionHelper transactions;
    private final ServicePerson servicePerson;

    ReportJob(
            TallyBook book,
            Tallies tallies,
            DeadlineCounts deadlines,
            StartTimes starts,
            CaseFileService caseFiles,
            NodeService nodes,
            RetryingTransactionHelper transactions,
            ServicePerson servicePerson) {
        this.book = book;
        this.tallies = tallies;
        this.deadlines = deadlines;
        this.starts = starts;
        this.caseFiles = caseFiles;
        this.nodes = nodes;
        this.transactions = transactions;
        this.servicePerson = servicePerson;
    }

    @Override
    public void run() {
        servicePerson.run(() -> {
            repeat(this::markSome);
            repeat(() -> tallies.countSome(Optional.empty()));
            repeat(this::discardSome);
        });
    }

    /** One step at a time, each in a transaction, until it answers that there is no more. */
    private void repeat(Step step) {
        boolean more;
        do {
            more = transactions.doInTransaction(() -> servicePerson.elevated(step::take), false, true);
        } while (more);
    }

    private interface Step {
        boolean take();
    }

    /** Marks what the next cases have to count, where counters are to be built anew. */
    private boolean markSome() {
        Optional<String> after = book.rebuiltUntil();
        if (after.isEmpty()) {
            return false;
        }
        List<CaseFile> cases = caseFiles.list(after, CASES);
        cases.forEach(this::mark);
        Optional<String> last = cases.size() < CASES
                ? Optional.empty()
                : Optional.of(cases.get(cases.size() - 1).caseNumber());
        book.rebuiltUntil(last);
        return last.isPresent();
    }

    private void mark(CaseFile caseFile) {
        String generation = book.generation();
        nodes.getChildAssocs(caseFile.node(), Set.of(CaseModel.TYPE_INTERVENTION)).stream()
                .map(ChildAssociationRef::getChildRef)
                .forEach(intervention -> {
                    deadlines.recount(intervention, generation);
                    starts.recount(intervention, generation);
                });
    }

    private boolean discardSome() {
        int generation = Integer.parseInt(book.generation());
        return generation > 1 && book.discard(Integer.toString(generation - 1));
    }
}

package org.insats.report;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.FileWalk;
import org.insats.platform.ServicePerson;

/**
 * Counts what has happened since it ran before, batch by batch, each in a transaction of its own (bean {@code insats.reportJob}). Where
 * counters are to be built anew, it goes through all cases first; stopped in the middle, it goes on from where it was.
 */
public final class ReportJob implements Runnable {

    private static final int CASES = 20;

    private final TallyBook book;
    private final Tallies tallies;
    private final FileWalk walk;
    private final NodeService nodes;
    private final RetryingTransactionHelper transactions;
    private final ServicePerson servicePerson;

    ReportJob(
            TallyBook book,
            Tallies tallies,
            FileWalk walk,
            NodeService nodes,
            RetryingTransactionHelper transactions,
            ServicePerson servicePerson) {
        this.book = book;
        this.tallies = tallies;
        this.walk = walk;
        this.nodes = nodes;
        this.transactions = transactions;
        this.servicePerson = servicePerson;
    }

    @Override
    public void run() {
        servicePerson.run(() -> {
            repeat(this::countSomeAnew);
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

    /** Counts the next cases into new counters, where all is to be counted anew. */
    private boolean countSomeAnew() {
        Optional<String> after = book.rebuiltUntil();
        if (after.isEmpty()) {
            return false;
        }
        FileWalk.Step step = walk.cases(after.get(), CASES);
        tallies.countAnew(step.files().stream().flatMap(this::interventions).toList());
        book.rebuiltUntil(step.next());
        return step.next().isPresent();
    }

    private Stream<NodeRef> interventions(NodeRef caseFile) {
        return nodes.getChildAssocs(caseFile, Set.of(CaseModel.TYPE_INTERVENTION)).stream()
                .map(ChildAssociationRef::getChildRef);
    }

    private boolean discardSome() {
        int generation = Integer.parseInt(book.generation());
        return generation > 1 && book.discard(Integer.toString(generation - 1));
    }
}

package org.insats.casefile;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.FileWalk.Step;
import org.insats.platform.InsatsBootstrap;
import org.insats.platform.InsatsFolders;
import org.insats.platform.ServicePerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After an upgrade goes through all files once and has the rooms fill in what the database finds them by (bean {@code
 * insats.keyJob}). It works some files a transaction and notes with them how far it has come, so that it goes on from there when it was
 * stopped; done, it notes which keys there are, and its further runs read that and end. A file that cannot be filled in is left as it
 * is, with its id in the log, and has its keys at its next write.
 */
public final class KeyJob implements Runnable {

    private static final int FILES = 20;
    private static final int STEPS_BETWEEN_LINES = 50;
    private static final String CASES = "cases:";
    private static final String CONTRACTORS = "contractors:";
    private static final Logger LOG = LoggerFactory.getLogger(KeyJob.class);

    private final FileWalk walk;
    private final List<FileKeys> rooms;
    private final NodeService nodes;
    private final InsatsFolders folders;
    private final RetryingTransactionHelper transactions;
    private final ServicePerson servicePerson;

    /**
     * Creates it.
     *
     * @param rooms in this order; one that counts comes after what it counts by
     */
    public KeyJob(
            FileWalk walk,
            List<FileKeys> rooms,
            NodeService nodes,
            InsatsFolders folders,
            RetryingTransactionHelper transactions,
            ServicePerson servicePerson) {
        this.walk = walk;
        this.rooms = List.copyOf(rooms);
        this.nodes = nodes;
        this.folders = folders;
        this.transactions = transactions;
        this.servicePerson = servicePerson;
    }

    /** What a run has done so far. */
    private static final class Progress {

        private int steps;
        private int files;
        private int left;
    }

    @Override
    public void run() {
        servicePerson.run(() -> {
            Progress progress = new Progress();
            boolean more;
            do {
                more = step(progress);
            } while (more);
            if (progress.steps > 0) {
                LOG.info("Keys are in place: {} files seen, {} left as they were", progress.files, progress.left);
            }
        });
    }

    /** Takes the next files; answers false where there is nothing to do any more. */
    private boolean step(Progress progress) {
        Optional<String> from = inTransaction(this::from);
        if (from.isEmpty()) {
            return false;
        }
        Step step = inTransaction(() -> walk(from.get()));
        try {
            inTransaction(() -> fill(step.files()) && note(step.next()));
        } catch (RuntimeException e) {
            LOG.warn("Keys: some files are taken one by one ({})", e.getClass().getSimpleName());
            progress.left += (int)
                    step.files().stream().filter(file -> !filledAlone(file)).count();
            inTransaction(() -> note(step.next()));
        }
        progress.files += step.files().size();
        progress.steps++;
        if (progress.steps % STEPS_BETWEEN_LINES == 0) {
            LOG.info("Keys: {} files seen", progress.files);
        }
        return true;
    }

    /** Where to go on; empty where all keys are there. */
    private Optional<String> from() {
        Map<QName, Serializable> known = nodes.getProperties(folders.root());
        return Integer.valueOf(InsatsBootstrap.KEYS).equals(known.get(InsatsBootstrap.PROP_KEYS))
                ? Optional.empty()
                : Optional.of(known.getOrDefault(CaseModel.KEYS_AFTER, CASES).toString());
    }

    /** The next cases, after the last of them the contractors' files. */
    private Step walk(String from) {
        if (from.startsWith(CASES)) {
            Step cases = walk.cases(from.substring(CASES.length()), FILES);
            return new Step(
                    cases.files(), Optional.of(cases.next().map(CASES::concat).orElse(CONTRACTORS)));
        }
        Step contractors = walk.contractors(from.substring(CONTRACTORS.length()), FILES);
        return new Step(contractors.files(), contractors.next().map(CONTRACTORS::concat));
    }

    private boolean fill(List<NodeRef> files) {
        rooms.forEach(room -> room.fill(files));
        return true;
    }

    private boolean filledAlone(NodeRef file) {
        try {
            return inTransaction(() -> fill(List.of(file)));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Keys: {} is left as it is ({})", file.getId(), e.getClass().getSimpleName());
            return false;
        }
    }

    private boolean note(Optional<String> next) {
        NodeRef root = folders.root();
        if (next.isPresent()) {
            nodes.setProperty(root, CaseModel.KEYS_AFTER, next.get());
        } else {
            nodes.removeProperty(root, CaseModel.KEYS_AFTER);
            nodes.setProperty(root, InsatsBootstrap.PROP_KEYS, InsatsBootstrap.KEYS);
        }
        return true;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.doInTransaction(() -> servicePerson.elevated(work), false, true);
    }
}

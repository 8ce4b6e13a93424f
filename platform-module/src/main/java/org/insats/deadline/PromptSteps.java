package org.insats.deadline;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.event.InterventionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Starts the workflow of a deadline that is past its lead date from the beginning right after the act that made it, instead
 * of at the job's next turn. It works after the commit and in a thread of its own, so that it neither delays nor undoes the
 * act; whatever goes wrong here is left to the job.
 */
public final class PromptSteps implements ApplicationListener<PayloadApplicationEvent<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(PromptSteps.class);
    private static final String TOUCHED = PromptSteps.class.getName() + ".touched";
    private static final int MOST_WAITING = 1_000;
    private static final long CLOSE_SECONDS = 10;

    private final DeadlineJob job;
    private final ExecutorService thread;

    PromptSteps(DeadlineJob job) {
        this.job = job;
        this.thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), PromptSteps::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "insats-prompt-steps");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof InterventionEvent happened
                && happened.intervention() != null
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            touched().add(happened.intervention());
        }
    }

    /** The interventions that this transaction has done something to. */
    private Set<NodeRef> touched() {
        Set<NodeRef> known = AlfrescoTransactionSupport.getResource(TOUCHED);
        if (known != null) {
            return known;
        }
        Set<NodeRef> touched = new LinkedHashSet<>();
        AlfrescoTransactionSupport.bindResource(TOUCHED, touched);
        // After completion, not after commit: only then do the platform's caches show other threads what was committed.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    submit(Set.copyOf(touched));
                }
            }
        });
        return touched;
    }

    private void submit(Set<NodeRef> interventions) {
        try {
            thread.execute(() -> take(interventions));
        } catch (RejectedExecutionException e) {
            LOG.info("Left to the next run of the deadline job: {} interventions", interventions.size());
        }
    }

    private void take(Set<NodeRef> interventions) {
        try {
            job.runFor(interventions);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Deadlines of interventions {} are left to the next run of the job ({})",
                    interventions.stream().map(NodeRef::getId).toList(),
                    e.getClass().getName());
        }
    }

    /** Lets the work in hand come to its end. */
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The steps in hand are broken off; the next run of the deadline job takes them");
        }
    }
}

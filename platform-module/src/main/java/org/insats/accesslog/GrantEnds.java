package org.insats.accesslog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.insats.casefile.CaseFileService;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends exceptional accesses at their very time: asked before each look of somebody, whichever door it comes by, and takes away what is
 * over before anything is read (bean {@code insats.grantEnds}). The deadline job takes it away too, at its next run, from who looks no more.
 */
final class GrantEnds {

    private static final Logger LOG = LoggerFactory.getLogger(GrantEnds.class);
    private static final long GOOD_FOR = Duration.ofSeconds(5).toNanos();
    /** Further back the job has long been there. */
    private static final Duration LOOK_BACK = Duration.ofDays(31);

    private final ExceptionStore store;
    private final CaseFileService caseFiles;
    private final RetryingTransactionHelper transactions;
    private final ServicePerson servicePerson;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), System.nanoTime() - GOOD_FOR - 1);

    GrantEnds(
            ExceptionStore store,
            CaseFileService caseFiles,
            RetryingTransactionHelper transactions,
            ServicePerson servicePerson,
            Clock clock) {
        this.store = store;
        this.caseFiles = caseFiles;
        this.transactions = transactions;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /** Accesses that nobody has ended yet, by user, and when they were read by the stop watch. */
    private record Known(Map<String, List<ExceptionalGrant>> byUser, long since) {}

    /**
     * Takes away what somebody may read no longer.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-EXCEPTION-END} (503) where that cannot be done now: then nothing is read
     */
    void enforce(String userName) {
        List<ExceptionalGrant> open = open().getOrDefault(userName, List.of());
        if (open.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<String, List<ExceptionalGrant>> byCase =
                open.stream().collect(Collectors.groupingBy(ExceptionalGrant::caseNumber));
        List<ExceptionalGrant> over = byCase.values().stream()
                .filter(grants -> grants.stream().noneMatch(grant -> now.isBefore(grant.until())))
                .flatMap(List::stream)
                .toList();
        if (!over.isEmpty()) {
            end(over);
        }
    }

    private Map<String, List<ExceptionalGrant>> open() {
        Known last = known;
        if (System.nanoTime() - last.since() > GOOD_FOR) {
            // An access given on another server meanwhile lasts longer than what is known here is good for.
            last = new Known(
                    store.open(clock.instant().minus(LOOK_BACK)).stream()
                            .collect(Collectors.groupingBy(ExceptionalGrant::userName)),
                    System.nanoTime());
            known = last;
        }
        return last.byUser();
    }

    /** Has the next look read anew what there is. */
    void forget() {
        known = new Known(Map.of(), System.nanoTime() - GOOD_FOR - 1);
    }

    private void end(List<ExceptionalGrant> over) {
        try {
            for (ExceptionalGrant grant : over.stream()
                    .sorted(Comparator.comparing(ExceptionalGrant::until))
                    .toList()) {
                transactions.doInTransaction(
                        () -> {
                            servicePerson.run(() -> caseFiles
                                    .fileNumbered(grant.caseNumber())
                                    .ifPresent(
                                            file -> caseFiles.readUntil(file.node(), grant.userName(), grant.until())));
                            return null;
                        },
                        false,
                        true);
                store.end(grant.id(), grant.until());
            }
            forget();
        } catch (RuntimeException e) {
            LOG.warn("Exceptional access could not be ended: {}", e.getClass().getName());
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "EXCEPTION-END").violation();
        }
    }
}

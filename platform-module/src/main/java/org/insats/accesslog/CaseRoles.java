package org.insats.accesslog;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.platform.ServicePerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which case a look was at, of which unit it is, and what the looker is in it: by the thread that writes, so that nobody waits
 * for it, within a second of the look. What was found is good for a second, as somebody who looks mostly looks on.
 */
final class CaseRoles implements AccessLogWriter.Completion {

    private static final Logger LOG = LoggerFactory.getLogger(CaseRoles.class);
    private static final int MOST = 5_000;
    private static final long GOOD_FOR = Duration.ofSeconds(1).toNanos();

    private final CaseFileService caseFiles;
    private final CaseTree tree;
    private final ExceptionStore exceptions;
    private final RetryingTransactionHelper transactions;
    private final ServicePerson servicePerson;
    private final Map<String, Map<String, Found>> byCase = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Found>> eldest) {
            return size() > MOST;
        }
    };

    CaseRoles(
            CaseFileService caseFiles,
            CaseTree tree,
            ExceptionStore exceptions,
            RetryingTransactionHelper transactions,
            ServicePerson servicePerson) {
        this.caseFiles = caseFiles;
        this.tree = tree;
        this.exceptions = exceptions;
        this.transactions = transactions;
        this.servicePerson = servicePerson;
    }

    /** What was found, and when by the stop watch. */
    private record Found(String caseNumber, String unit, String role, List<ExceptionalGrant> exceptions, long since) {

        /** The exceptional access that was in force at a moment; 0 for none. */
        long exceptionAt(Instant moment) {
            return exceptions.stream()
                    .filter(each -> !moment.isBefore(each.from()) && moment.isBefore(each.end()))
                    .mapToLong(ExceptionalGrant::id)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Together, in one transaction, which a person or a case that comes again costs nothing more; one by one where that fails. */
    @Override
    public List<Look> complete(List<Look> looks) {
        if (looks.isEmpty()) {
            return looks;
        }
        try {
            return read(() -> completed(looks));
        } catch (RuntimeException e) {
            LOG.debug("Access log: roles are looked for one by one", e);
            return looks.stream().map(this::alone).toList();
        }
    }

    private Look alone(Look look) {
        try {
            return read(() -> completed(List.of(look))).get(0);
        } catch (RuntimeException e) {
            LOG.warn("Access log: a role could not be found ({})", e.getClass().getName());
            return look.as("UNKNOWN", look.unit());
        }
    }

    private <T> T read(Supplier<T> work) {
        return transactions.doInTransaction(() -> servicePerson.run(work), true, true);
    }

    private List<Look> completed(List<Look> looks) {
        Instant earliest = looks.stream().map(Look::at).min(Instant::compareTo).orElseThrow();
        List<ExceptionalGrant> granted = exceptions.since(earliest.minusNanos(GOOD_FOR));
        return looks.stream().map(look -> completed(look, granted)).toList();
    }

    private Look completed(Look look, List<ExceptionalGrant> granted) {
        if (look.caseNumber().isEmpty() && look.node().isEmpty()) {
            return look;
        }
        String key = look.caseNumber().isEmpty() ? look.node() : look.caseNumber();
        Map<String, Found> known = byCase.computeIfAbsent(key, ignored -> new HashMap<>());
        Found found = known.get(look.user());
        if (found == null || System.nanoTime() - found.since() > GOOD_FOR) {
            found = find(look, granted);
            known.put(look.user(), found);
        }
        if (look.kind() == LookKind.ACT || look.kind() == LookKind.EXCEPTION) {
            // What was done may have changed who is what in the case.
            byCase.remove(found.caseNumber());
        }
        Look complete = look.atCase(found.caseNumber()).as(found.role(), found.unit());
        return look.grant() == 0 ? complete.by(found.exceptionAt(look.at())) : complete;
    }

    private Found find(Look look, List<ExceptionalGrant> granted) {
        Optional<CaseFile> file = look.caseNumber().isEmpty()
                ? tree.node(look.node()).flatMap(this::fileOf)
                : caseFiles.fileNumbered(look.caseNumber());
        return file.map(found -> new Found(
                        found.caseNumber(),
                        found.unit(),
                        roles(look.user(), found.node()),
                        granted.stream()
                                .filter(each -> each.isOf(look.user(), found.caseNumber()))
                                .toList(),
                        System.nanoTime()))
                .orElseGet(() -> new Found(look.caseNumber(), "", "", List.of(), System.nanoTime()));
    }

    private Optional<CaseFile> fileOf(NodeRef node) {
        return tree.textOf(node, CaseModel.CASE_NUMBER).flatMap(caseFiles::fileNumbered);
    }

    private String roles(String user, NodeRef file) {
        return caseFiles.roles(user, file, Optional.empty()).stream()
                .map(Enum::name)
                .sorted()
                .collect(Collectors.joining(","));
    }
}

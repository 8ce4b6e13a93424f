package org.insats.records;

import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.FileWalk;
import org.insats.casefile.FileWalk.Step;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.InsatsFolders;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges anew the closed files whose verdict has changed with time, and after a change of rules all of them (bean {@code
 * insats.judgeJob}); nothing else is touched. It works some files a transaction and notes with them how far it has come, so that it goes
 * on from there when it was stopped, or when it has judged as many as a run may.
 */
public final class JudgeJob implements Runnable {

    private static final int FILES = 20;
    private static final Logger LOG = LoggerFactory.getLogger(JudgeJob.class);

    private final Verdicts verdicts;
    private final RuleSets ruleSets;
    private final FileWalk walk;
    private final DatabaseQuery query;
    private final NodeService nodes;
    private final InsatsFolders folders;
    private final RetryingTransactionHelper transactions;
    private final ServicePerson servicePerson;
    private final Clock clock;
    private final int filesARun;

    /**
     * Creates it.
     *
     * @param query that sees everything
     * @param filesARun the most files that a run judges
     */
    public JudgeJob(
            Verdicts verdicts,
            RuleSets ruleSets,
            FileWalk walk,
            DatabaseQuery query,
            NodeService nodes,
            InsatsFolders folders,
            RetryingTransactionHelper transactions,
            ServicePerson servicePerson,
            Clock clock,
            int filesARun) {
        this.verdicts = verdicts;
        this.ruleSets = ruleSets;
        this.walk = walk;
        this.query = query;
        this.nodes = nodes;
        this.folders = folders;
        this.transactions = transactions;
        this.servicePerson = servicePerson;
        this.clock = clock;
        this.filesARun = filesARun;
    }

    @Override
    public void run() {
        servicePerson.run(() -> {
            int judged = byRules(filesARun);
            judged += byTime(filesARun - judged);
            if (judged > 0) {
                LOG.info("Retention: {} files looked at", judged);
            }
        });
    }

    /** After a change of rules: all files, from where the last run ended. */
    private int byRules(int most) {
        int seen = 0;
        while (seen < most) {
            String current = inTransaction(() -> RuleSets.name(ruleSets.current()));
            Optional<String> after = inTransaction(() -> after(current));
            if (after.isEmpty()) {
                return seen;
            }
            Step step = inTransaction(() -> walk.cases(after.get(), FILES));
            judge(step.files(), current);
            inTransaction(() -> note(current, step.next()));
            seen += FILES;
        }
        return seen;
    }

    /** Where to go on; empty where all are judged by the rules in force. */
    private Optional<String> after(String rules) {
        Map<QName, Serializable> known = nodes.getProperties(folders.records());
        Serializable last = known.get(RecordsModel.JUDGED_AFTER);
        boolean begun = last != null && last.toString().startsWith(rules + ' ');
        if (begun) {
            return Optional.of(last.toString().substring(rules.length() + 1));
        }
        return rules.equals(known.get(RecordsModel.JUDGED_BY)) ? Optional.empty() : Optional.of("");
    }

    private boolean note(String rules, Optional<String> next) {
        NodeRef register = folders.records();
        if (next.isPresent()) {
            nodes.setProperty(register, RecordsModel.JUDGED_AFTER, rules + ' ' + next.get());
        } else {
            nodes.removeProperty(register, RecordsModel.JUDGED_AFTER);
            nodes.setProperty(register, RecordsModel.JUDGED_BY, rules);
        }
        return true;
    }

    private int byTime(int most) {
        int seen = 0;
        String until = LawDate.today(clock) + ".~";
        Optional<String> after = Optional.empty();
        while (seen < most) {
            Optional<String> from = after;
            List<NodeRef> due = inTransaction(() -> query.findAfter(
                    "SELECT * FROM ins:caseFile WHERE ins:judgeKey <= " + DatabaseQuery.quoted(until),
                    "ins:judgeKey",
                    from,
                    FILES));
            if (due.isEmpty()) {
                return seen;
            }
            after = Optional.of(inTransaction(
                    () -> String.valueOf(nodes.getProperty(due.get(due.size() - 1), CaseModel.JUDGE_KEY))));
            judge(due, "");
            seen += due.size();
        }
        return seen;
    }

    /** Some files in one transaction; where that fails one by one, so that one file that cannot be judged keeps no other. */
    private void judge(List<NodeRef> files, String rules) {
        try {
            inTransaction(() -> judged(files, rules));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Retention: some files are judged one by one ({})",
                    e.getClass().getSimpleName());
            files.forEach(file -> judgeAlone(file, rules));
        }
    }

    private void judgeAlone(NodeRef file, String rules) {
        try {
            inTransaction(() -> judged(List.of(file), rules));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Retention: {} could not be judged ({})",
                    file.getId(),
                    e.getClass().getSimpleName());
        }
    }

    private boolean judged(List<NodeRef> files, String rules) {
        files.stream()
                .filter(file -> nodes.getProperty(file, CaseModel.CLOSED_DATE) != null)
                .filter(file -> !rules.equals(nodes.getProperty(file, CaseModel.RETENTION_RULES)))
                .forEach(verdicts::keep);
        return true;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.doInTransaction(() -> servicePerson.elevated(work), false, true);
    }
}

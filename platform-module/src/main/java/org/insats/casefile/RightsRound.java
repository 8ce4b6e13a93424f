package org.insats.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.event.StaffLeft;
import org.insats.casefile.event.StandInChanged;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets rights follow time and people; bean {@code insats.rightsRound}.
 *
 * <p>The deadline job begins with it: where a stand-in begins or ends, or a time to read is out, the entries of the case are set anew
 * and its deadlines ask anew who answers for them. A job of its own looks for people: whoever no longer has their role in the unit is
 * taken off its cases; what they answered for goes to the queue of the unit (BR-110). {@link StaffWatch} has this done within a minute
 * for whom it sees leave a group; the round through all cases, a part at a time, is for what that could not see. Rights to act end at
 * once, since they are asked of the groups too.
 */
public final class RightsRound implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RightsRound.class);
    private static final int PAGE = 100;

    private final DatabaseQuery query;
    private final RetryingTransactionHelper transactions;
    private final CaseTree tree;
    private final CaseAccess access;
    private final Interventions interventions;
    private final CaseEvents events;
    private final ServicePerson servicePerson;
    private final Clock clock;
    private final int casesARun;
    private String lookedUntil = "0";

    /**
     * Creates it.
     *
     * @param casesARun how many cases are looked through in a run for people who have left
     */
    public RightsRound(
            DatabaseQuery query,
            RetryingTransactionHelper transactions,
            CaseTree tree,
            CaseAccess access,
            Interventions interventions,
            CaseEvents events,
            ServicePerson servicePerson,
            Clock clock,
            int casesARun) {
        this.query = query;
        this.transactions = transactions;
        this.tree = tree;
        this.access = access;
        this.interventions = interventions;
        this.events = events;
        this.servicePerson = servicePerson;
        this.clock = clock;
        this.casesARun = casesARun;
    }

    /** What time has given and taken; inside the service person's scope. */
    @Override
    public void run() {
        followTime();
    }

    /** Looks through the next cases, from where the last look ended, for people who have left. */
    public synchronized void followPeople() {
        servicePerson.run(() -> servicePerson.elevated(this::lookForPeople));
    }

    /**
     * Takes somebody off the cases that they no longer have the role for.
     *
     * @return whether every case could be seen to; inside the service person's scope
     */
    boolean followPerson(String userName) {
        String named =
                "SELECT * FROM ins:caseFile WHERE ANY ins:namedUsers IN (" + DatabaseQuery.quoted(userName) + ")";
        return servicePerson.elevated(() -> eachFresh(named, this::takeOffWhoLeft));
    }

    private void lookForPeople() {
        int left = casesARun;
        while (left > 0) {
            List<NodeRef> page = page(Math.min(PAGE, left));
            each(page, this::takeOffWhoLeft);
            left -= PAGE;
            if (page.isEmpty()) {
                return;
            }
        }
    }

    private List<NodeRef> page(int most) {
        String from = lookedUntil;
        return transactions.doInTransaction(
                () -> {
                    List<NodeRef> found = query.find(
                            "SELECT * FROM ins:caseFile WHERE cmis:name > '" + from + "' ORDER BY cmis:name ASC", most);
                    lookedUntil = found.isEmpty()
                            ? "0"
                            : tree.text(found.get(found.size() - 1), CaseModel.CASE_NUMBER)
                                    .orElse("0");
                    return found;
                },
                true,
                true);
    }

    private void followTime() {
        String due =
                "SELECT * FROM ins:caseFile WHERE ins:rightsChangeAt <= " + DatabaseQuery.timestamp(clock.instant());
        eachFresh(due, this::changeByTime);
    }

    /** Works every case that a statement finds once, as long as there are more; whether none failed. */
    private boolean eachFresh(String statement, Consumer<NodeRef> work) {
        Set<NodeRef> seen = new HashSet<>();
        boolean all = true;
        List<NodeRef> fresh;
        do {
            fresh = transactions.doInTransaction(() -> query.find(statement, PAGE + seen.size()), true, true).stream()
                    .filter(seen::add)
                    .toList();
            all &= each(fresh, work);
        } while (!fresh.isEmpty());
        return all;
    }

    private boolean each(List<NodeRef> cases, Consumer<NodeRef> work) {
        boolean all = true;
        for (NodeRef caseFile : cases) {
            try {
                transactions.doInTransaction(
                        () -> {
                            work.accept(caseFile);
                            return null;
                        },
                        false,
                        true);
            } catch (RuntimeException e) {
                // The next run tries it again; one case does not keep the others from theirs.
                all = false;
                LOG.error(
                        "Rights of case {} could not follow: {}",
                        caseFile.getId(),
                        e.getClass().getName());
            }
        }
        return all;
    }

    private void changeByTime(NodeRef caseFile) {
        String before = tree.text(caseFile, CaseModel.STAND_INS).orElse("");
        access.apply(caseFile);
        if (!tree.text(caseFile, CaseModel.STAND_INS).orElse("").equals(before)) {
            LocalDate today = LawDate.today(clock);
            access.interventions(caseFile)
                    .forEach(each -> events.publish(new StandInChanged(caseFile, each, null, today)));
        }
    }

    private void takeOffWhoLeft(NodeRef caseFile) {
        LocalDate today = LawDate.today(clock);
        access.endTimesOfWhoLeft(caseFile);
        List<Member> gone = access.whoLeft(caseFile);
        if (gone.isEmpty()) {
            return;
        }
        Optional<String> responsible = tree.text(caseFile, CaseModel.RESPONSIBLE_CASE_WORKER);
        for (Member member : gone) {
            access.members().end(caseFile, member.userName(), today);
            access.interventions(caseFile).forEach(each -> giveBack(each, member.userName()));
        }
        if (responsible
                .filter(name ->
                        gone.stream().anyMatch(member -> member.userName().equals(name)))
                .isPresent()) {
            tree.nodes().setProperty(caseFile, CaseModel.RESPONSIBLE_LEFT, LawDate.toStored(today));
            access.members().vacate(caseFile, today);
        }
        access.apply(caseFile);
        access.interventions(caseFile).forEach(each -> events.publish(new StaffLeft(caseFile, each, null, today)));
    }

    /** What was allocated to somebody who left waits in the unit that carries out. */
    private void giveBack(NodeRef intervention, String userName) {
        if (tree.text(intervention, CaseModel.TREATMENT_LEAD)
                .filter(userName::equals)
                .isPresent()) {
            interventions.write(intervention, Collections.singletonMap(CaseModel.TREATMENT_LEAD, null));
        }
    }
}

package org.insats.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.platform.SettingCheck;

/**
 * Acts that should stand on somebody's task list and do not, because their workflow vanished or the deadline job does not run (bean
 * {@code insats.lostActs}). The job starts them anew at its next turn; one that stays lost tells that it does not come to it.
 */
public final class LostActs implements SettingCheck {

    private static final int PAGE = 500;
    /** A look at more would keep an administrator waiting; the list goes on from where it ended. */
    private static final int MOST_LOOKED_AT = 2_000;

    private static final Duration LATE = Duration.ofHours(1);

    private final DatabaseQuery query;
    private final DeadlineStore store;
    private final DeadlineWorkflows workflows;
    private final ServicePerson servicePerson;
    private final Clock clock;

    LostActs(
            DatabaseQuery query,
            DeadlineStore store,
            DeadlineWorkflows workflows,
            ServicePerson servicePerson,
            Clock clock) {
        this.query = query;
        this.store = store;
        this.workflows = workflows;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /**
     * The next of them, by due date.
     *
     * @param after the key that the page before ended with; empty for the beginning
     */
    public DatabaseQuery.Page<LiveDeadline> find(Optional<String> after) {
        return servicePerson.elevated(() -> {
            LocalDate today = LawDate.today(clock);
            List<LiveDeadline> lost = new ArrayList<>();
            Optional<String> last = after;
            for (int looked = 0; looked < MOST_LOOKED_AT; looked += PAGE) {
                List<NodeRef> page = query.findAfter(
                        "SELECT * FROM ins:deadline WHERE ins:listKey > '0'", "ins:listKey", last, PAGE);
                List<LiveDeadline> open = page.stream().map(store::get).toList();
                open.stream().filter(each -> isLost(each, today)).forEach(lost::add);
                if (page.size() < PAGE) {
                    return new DatabaseQuery.Page<>(lost, Optional.empty());
                }
                last = open.get(open.size() - 1).listKey();
            }
            return new DatabaseQuery.Page<>(lost, last);
        });
    }

    private boolean isLost(LiveDeadline deadline, LocalDate today) {
        return NextAction.shouldHaveWorkflow(deadline, today)
                && deadline.workflowId().filter(workflows::isActive).isEmpty();
    }

    @Override
    public List<Finding> findings() {
        int lost = find(Optional.empty()).items().size();
        return List.of(
                lost == 0 ? Finding.of(Level.OK, "ACTS-OK") : Finding.of(Level.PROBLEM, "ACTS-LOST", lost),
                isLate() ? Finding.of(Level.PROBLEM, "JOB-LATE") : Finding.of(Level.OK, "JOB-OK"));
    }

    private boolean isLate() {
        String limit = DatabaseQuery.timestamp(clock.instant().minus(LATE));
        return servicePerson.elevated(
                () -> !query.find("SELECT * FROM ins:deadline WHERE ins:nextActionAt < " + limit, 1)
                        .isEmpty());
    }
}

package org.insats.deadline;

import static org.insats.platform.DatabaseQuery.quoted;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.deadline.Counted.Tallied;
import org.insats.platform.DatabaseQuery;

/**
 * The deadlines that count as something else than they were counted as (bean {@code insats.deadlineCounts}). A deadline is marked in
 * the very write that meets it, lets it go overdue or corrects it; whoever keeps the counters takes the marks one by one, in
 * transactions that also write the counters, so that each is counted once. Inside the service person's scope.
 */
public final class DeadlineCounts {

    private final DatabaseQuery query;
    private final DeadlineStore store;

    DeadlineCounts(DatabaseQuery query, DeadlineStore store) {
        this.query = query;
        this.store = store;
    }

    /**
     * A deadline to be counted anew.
     *
     * @param deadline the deadline
     * @param before what it was counted as, in the present generation of counters
     * @param now what it counts as
     */
    public record Change(LiveDeadline deadline, Optional<Counted> before, Optional<Counted> now) {}

    /**
     * Deadlines to be counted anew.
     *
     * @param unit of which unit; empty for all
     * @param generation the present generation of counters; what was counted in another is not to be taken back
     * @param most how many at most
     */
    public List<Change> changes(Optional<String> unit, String generation, int most) {
        // One property that only marked ones have: so it costs what is marked, whichever way the database takes.
        String condition =
                unit.map(code -> "ins:tallyDueUnit = " + quoted(code)).orElse("ins:tallyDue > '0'");
        return query.find("SELECT * FROM ins:deadline WHERE " + condition, most).stream()
                .map(store::get)
                .map(deadline -> new Change(deadline, before(deadline, generation), Counted.of(deadline)))
                .toList();
    }

    private static Optional<Counted> before(LiveDeadline deadline, String generation) {
        return Tallied.of(deadline)
                .filter(tallied -> tallied.generation().equals(generation))
                .map(tallied -> Counted.of(tallied.text()));
    }

    /** Notes that a change has been counted, which takes its mark away. */
    public void counted(Change change, String generation) {
        String tallied = change.now()
                .map(now -> new Tallied(generation, now.text()).stored())
                .orElse(null);
        write(change.deadline(), tallied);
    }

    /** What an intervention has to count that was counted in an earlier generation of counters, or never. */
    public List<Change> uncounted(NodeRef intervention, String generation) {
        return store.of(intervention).stream()
                .filter(deadline -> before(deadline, generation).isEmpty())
                .map(deadline -> new Change(deadline, Optional.empty(), Counted.of(deadline)))
                .filter(change -> change.now().isPresent())
                .toList();
    }

    private void write(LiveDeadline deadline, String tallied) {
        Map<QName, Serializable> change = new HashMap<>();
        change.put(DeadlineModel.TALLIED, tallied);
        store.write(deadline, change);
    }
}

package org.insats.casefile;

import static org.insats.platform.DatabaseQuery.quoted;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.QueuePlace.Stage;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.DatabaseQuery.Page;

/**
 * What waits for somebody to be allocated to it (bean {@code insats.allocationQueue}; ORD-40..45): orders, notices, referrals, and
 * assignments where they are the intake. The list of the queue and the agenda of the unit's meeting are both made of it. Only
 * what the user may read.
 */
public final class AllocationQueue {

    private static final String SELECT = "SELECT * FROM ins:caseDocument WHERE ";
    private static final String KEY = "ins:queueKey";
    private static final int BATCH = 200;

    private final DatabaseQuery query;
    private final Documents documents;

    /** Creates it. */
    public AllocationQueue(DatabaseQuery query, Documents documents) {
        this.query = query;
        this.documents = documents;
    }

    /**
     * A document in the queue.
     *
     * @param document the document
     * @param place where it stands
     */
    public record Waiting(Document document, QueuePlace place) {

        private String key() {
            return place.key(document.id());
        }
    }

    /**
     * What waits, urgent things first, then what came first.
     *
     * @param unit the unit that is to allocate it or whose case it is; empty for all
     * @param after the key that the page before ended with
     * @param size how many at most
     */
    public Page<Waiting> waiting(Optional<String> unit, Optional<String> after, int size) {
        return page(unit, after, QueuePlace.before(Stage.SEARCHING), size);
    }

    /** What a contractor is being searched for, the longest waiting first; parameters as for {@link #waiting}. */
    public Page<Waiting> searching(Optional<String> unit, Optional<String> after, int size) {
        String first = QueuePlace.before(Stage.SEARCHING);
        Optional<String> from = after.filter(key -> key.compareTo(first) > 0).or(() -> Optional.of(first));
        return page(unit, from, QueuePlace.before(Stage.INFORMATION), size);
    }

    private Page<Waiting> page(Optional<String> unit, Optional<String> after, String before, int size) {
        Stream<String> conditions = unit.map(
                        code -> Stream.of(performedBy(code), "ins:queueCaseUnit = " + quoted(code)))
                .orElseGet(() -> Stream.of(KEY + " > '0'"));
        // A unit that carries out its own cases finds the same by both: each document is read once.
        List<Waiting> found = conditions
                .flatMap(condition -> nodes(condition, after, before, size + 1).stream())
                .distinct()
                .map(this::waiting)
                .sorted(Comparator.comparing(Waiting::key))
                .limit(size + 1L)
                .toList();
        return Page.of(found, size, Waiting::key);
    }

    /** All that a performing unit has to allocate. */
    public List<Waiting> toAllocateBy(String unit) {
        return all(performedBy(unit), Optional.empty(), QueuePlace.before(Stage.SEARCHING));
    }

    /** What was urgent and has been allocated by a performing unit on one of the days, both included. */
    public List<Waiting> forInformation(String unit, LocalDate from, LocalDate to) {
        return all(
                performedBy(unit),
                Optional.of(QueuePlace.from(Stage.INFORMATION, from)),
                QueuePlace.from(Stage.INFORMATION, to.plusDays(1)));
    }

    private static String performedBy(String unit) {
        return "ins:queueUnit = " + quoted(unit);
    }

    private List<Waiting> all(String condition, Optional<String> from, String before) {
        List<Waiting> all = new ArrayList<>();
        Optional<String> after = from;
        List<Waiting> batch;
        do {
            batch = find(condition, after, before, BATCH);
            all.addAll(batch);
            after = batch.isEmpty()
                    ? after
                    : Optional.of(batch.get(batch.size() - 1).key());
        } while (batch.size() == BATCH);
        return all;
    }

    private List<Waiting> find(String condition, Optional<String> after, String before, int most) {
        return nodes(condition, after, before, most).stream().map(this::waiting).toList();
    }

    private List<NodeRef> nodes(String condition, Optional<String> after, String before, int most) {
        return query.findAfter(SELECT + condition + " AND " + KEY + " < " + quoted(before), KEY, after, most);
    }

    private Waiting waiting(NodeRef node) {
        Document document = documents.get(node);
        return new Waiting(
                document, QueuePlace.of(document.text(CaseModel.QUEUE_KEY).orElseThrow()));
    }
}

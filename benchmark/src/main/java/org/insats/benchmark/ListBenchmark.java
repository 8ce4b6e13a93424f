package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.IntStream;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.search.QueryConsistency;
import org.alfresco.service.cmr.search.ResultSet;
import org.alfresco.service.cmr.search.SearchParameters;
import org.alfresco.service.cmr.search.SearchService;
import org.insats.deadline.Worklist;

/** "My deadlines" beside a bare transactional query for 50 rows of the same kind, by the same user. */
final class ListBenchmark implements Measure {

    private static final int ROWS = 50;
    private static final int MOST_WARMING = 30;
    private static final Worklist.Wanted FIRST = new Worklist.Wanted(Optional.empty(), Optional.empty(), ROWS);

    private final Desk desk;
    private final Worklist worklist;
    private final SearchService search;

    ListBenchmark(Desk desk, Worklist worklist, SearchService search) {
        this.desk = desk;
        this.worklist = worklist;
        this.search = search;
    }

    @Override
    public String name() {
        return "list";
    }

    /** Settings: {@code rounds}; as many go before them untimed, up to {@value #MOST_WARMING}. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        Pairs pairs = new Pairs();
        desk.asUser(() -> {
            answer.put("listed", mine());
            answer.put("queried", bare());
            int rounds = settings.path("rounds").asInt(30);
            IntStream.range(0, Math.min(rounds, MOST_WARMING)).forEach(round -> {
                mine();
                bare();
            });
            IntStream.range(0, rounds).forEach(round -> pairs.round(this::mine, this::bare, round % 2 == 0, 1));
            return null;
        });
        pairs.describe(answer);
    }

    private int mine() {
        return desk.inTransaction(() -> worklist.mine(FIRST).items().size());
    }

    private int bare() {
        SearchParameters parameters = new SearchParameters();
        parameters.addStore(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        parameters.setLanguage(SearchService.LANGUAGE_CMIS_ALFRESCO);
        parameters.setQueryConsistency(QueryConsistency.TRANSACTIONAL);
        parameters.setMaxItems(ROWS);
        parameters.setQuery(
                "SELECT * FROM ins:deadline WHERE ins:deadlineOwner = '" + Desk.USER + "' ORDER BY ins:dueDate");
        return desk.inTransaction(() -> {
            ResultSet found = search.query(parameters);
            try {
                return found.getNodeRefs().size();
            } finally {
                found.close();
            }
        });
    }
}

package org.insats.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.search.QueryConsistency;
import org.alfresco.service.cmr.search.ResultSet;
import org.alfresco.service.cmr.search.SearchParameters;
import org.alfresco.service.cmr.search.SearchService;

/**
 * Asks the database for nodes, never the index, which is late (bean {@code insats.databaseQuery}). Answers only what the current
 * user may read. A list is paged by a property that orders it and is unique, never by offset: the platform cuts a long result
 * without saying so.
 */
public final class DatabaseQuery {

    /** Of one query; the platform's own limits would cut a result silently. */
    private static final int MAX_PERMISSION_CHECKS = 100_000;

    private static final long MAX_PERMISSION_CHECK_MILLIS = 30_000;

    private final SearchService search;

    /**
     * Creates it.
     *
     * @param search the service that leaves out what the user may not read
     */
    public DatabaseQuery(SearchService search) {
        this.search = search;
    }

    /**
     * A page of a list.
     *
     * @param items what is on it
     * @param next the key to go on after; empty on the last page
     */
    public record Page<T>(List<T> items, Optional<String> next) {

        /**
         * The first {@code size} of what was found, which is in order and one more than the page where there is another page.
         *
         * @param key the key of an item
         */
        public static <T> Page<T> of(List<T> found, int size, Function<T, String> key) {
            List<T> items = found.stream().limit(size).toList();
            return new Page<>(
                    items,
                    found.size() > items.size()
                            ? Optional.of(key.apply(items.get(items.size() - 1)))
                            : Optional.empty());
        }
    }

    /**
     * The first nodes that a statement finds.
     *
     * @param statement in CMIS query language; texts in it {@link #quoted}
     * @param most how many at most
     */
    public List<NodeRef> find(String statement, int most) {
        SearchParameters parameters = new SearchParameters();
        parameters.addStore(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        parameters.setLanguage(SearchService.LANGUAGE_CMIS_ALFRESCO);
        parameters.setQueryConsistency(QueryConsistency.TRANSACTIONAL);
        parameters.setMaxItems(most);
        parameters.setMaxPermissionChecks(MAX_PERMISSION_CHECKS);
        parameters.setMaxPermissionCheckTimeMillis(MAX_PERMISSION_CHECK_MILLIS);
        parameters.setQuery(statement);
        ResultSet found = search.query(parameters);
        try {
            return List.copyOf(found.getNodeRefs());
        } finally {
            found.close();
        }
    }

    /**
     * The next nodes of a list, in order of {@code key}.
     *
     * @param select what the list holds, for example {@code SELECT * FROM ins:deadline WHERE ins:listUnit = 'SRV'}; with a
     *     condition
     * @param key the property that orders the list, a text, unique
     * @param after the key of the last node before; empty for the beginning
     * @param most how many at most
     */
    public List<NodeRef> findAfter(String select, String key, Optional<String> after, int most) {
        String from = after.map(last -> " AND " + key + " > " + quoted(last)).orElse("");
        return find(select + from + " ORDER BY " + key + " ASC", most);
    }

    /** A text as a literal of the query language. */
    public static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** A point in time as a literal of the query language, to the millisecond. */
    public static String timestamp(Instant instant) {
        String text = instant.truncatedTo(ChronoUnit.MILLIS).toString();
        return "TIMESTAMP '" + (text.contains(".") ? text : text.replace("Z", ".000Z")) + "'";
    }
}

package org.alfresco.service.cmr.search;

import java.util.ArrayList;
import org.alfresco.service.cmr.repository.StoreRef;

/** What to search and how. */
public class SearchParameters {

    private final ArrayList<StoreRef> stores = new ArrayList<>();
    private String language;
    private String query;
    private int maxItems = -1;
    private int skipCount;
    private int maxPermissionChecks = -1;
    private long maxPermissionCheckTimeMillis = -1;
    private QueryConsistency queryConsistency = QueryConsistency.DEFAULT;

    /** The query language, one of the constants of {@link SearchService}. */
    public String getLanguage() {
        return language;
    }

    /** Sets the query language. */
    public void setLanguage(String language) {
        this.language = language;
    }

    /** The query. */
    public String getQuery() {
        return query;
    }

    /** Sets the query. */
    public void setQuery(String query) {
        this.query = query;
    }

    /** Adds a store to search; one only. */
    public void addStore(StoreRef store) {
        if (!stores.isEmpty()) {
            throw new IllegalStateException("At the moment, there can only be one store set for the search");
        }
        stores.add(store);
    }

    /** The stores to search. */
    public ArrayList<StoreRef> getStores() {
        return stores;
    }

    /** The most rows wanted, -1 for no limit. */
    public int getMaxItems() {
        return maxItems;
    }

    /** Sets the most rows wanted. */
    public void setMaxItems(int maxItems) {
        this.maxItems = maxItems;
    }

    /** The rows to leave off at the start. */
    public int getSkipCount() {
        return skipCount;
    }

    /** Sets the rows to leave off at the start. */
    public void setSkipCount(int skipCount) {
        this.skipCount = skipCount;
    }

    /** The most permission checks, -1 for the platform's default (1,000). */
    public int getMaxPermissionChecks() {
        return maxPermissionChecks;
    }

    /** Sets the most permission checks. */
    public void setMaxPermissionChecks(int maxPermissionChecks) {
        this.maxPermissionChecks = maxPermissionChecks;
    }

    /** The longest time for permission checks in ms, -1 for the platform's default (10 s). */
    public long getMaxPermissionCheckTimeMillis() {
        return maxPermissionCheckTimeMillis;
    }

    /** Sets the longest time for permission checks in ms. */
    public void setMaxPermissionCheckTimeMillis(long maxPermissionCheckTimeMillis) {
        this.maxPermissionCheckTimeMillis = maxPermissionCheckTimeMillis;
    }

    /** Where the query is answered. */
    public QueryConsistency getQueryConsistency() {
        return queryConsistency;
    }

    /** Sets where the query is answered. */
    public void setQueryConsistency(QueryConsistency queryConsistency) {
        this.queryConsistency = queryConsistency;
    }
}

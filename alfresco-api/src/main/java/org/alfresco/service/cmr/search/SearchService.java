package org.alfresco.service.cmr.search;

/** Queries. */
public interface SearchService {

    String LANGUAGE_FTS_ALFRESCO = "fts-alfresco";
    String LANGUAGE_CMIS_STRICT = "cmis-strict";
    String LANGUAGE_CMIS_ALFRESCO = "cmis-alfresco";

    /** Runs a query; the caller closes the result. */
    ResultSet query(SearchParameters searchParameters);
}

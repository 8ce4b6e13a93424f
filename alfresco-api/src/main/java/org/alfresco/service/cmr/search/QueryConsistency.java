package org.alfresco.service.cmr.search;

/** Where a query is answered: the database (transactional) or the index (eventual). */
public enum QueryConsistency {
    EVENTUAL,
    TRANSACTIONAL,
    DEFAULT,
    TRANSACTIONAL_IF_POSSIBLE,
    HYBRID
}

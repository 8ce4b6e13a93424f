package org.insats.casefile;

import java.util.Set;
import org.alfresco.service.namespace.QName;

/**
 * A field that names a document of the same case by its id. Whatever it names must be there and be of a kind that fits.
 *
 * @param field the property: one id, or a JSON list of ids
 * @param ruleId what refuses anything else, for example {@code DOC-DBA-01}
 * @param kinds ids of the kinds that fit; empty where any kind does
 */
public record DocumentReference(QName field, String ruleId, Set<String> kinds) {

    /** A field that may name a document of any kind. */
    public static DocumentReference toAny(QName field, String ruleId) {
        return new DocumentReference(field, ruleId, Set.of());
    }

    /** A field that names a document of one of these kinds. */
    public static DocumentReference to(QName field, String ruleId, String... kinds) {
        return new DocumentReference(field, ruleId, Set.of(kinds));
    }
}

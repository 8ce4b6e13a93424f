package org.insats.extension;

/**
 * When a family therapist's intervention is extended: if and only if the goals are not met, the client consents and the need
 * remains (EXT-05, BR-14).
 *
 * @param goalsMet whether the goals are met
 * @param clientConsents whether the client consents to go on
 * @param needRemains whether the case worker judges that the need remains
 */
record ExtensionRule(boolean goalsMet, boolean clientConsents, boolean needRemains) {

    /** Whether it is extended; where not, it ends. */
    boolean isExtended() {
        return !goalsMet && clientConsents && needRemains;
    }
}

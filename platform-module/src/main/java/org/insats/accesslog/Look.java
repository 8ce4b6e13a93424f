package org.insats.accesslog;

import java.time.Instant;

/**
 * A look, as it is logged: identifiers only, no name, no personal number, no text that somebody wrote. What is not known or does not
 * apply is an empty text.
 *
 * @param at when, to the millisecond
 * @param user user name of who looked
 * @param kind kind of look
 * @param what which door or act, for example {@code DocumentGet}; of entries that the log makes itself, what they are about
 * @param caseNumber number of the case, or of the contractor's file
 * @param unit code of the unit whose case it is
 * @param role roles of the user in the case at that moment, separated by commas; empty for none
 * @param node id of the node
 * @param version version of the node, for example {@code 1.2}
 * @param address address of the client, as the repository sees it
 * @param outcome how it went
 * @param grant number of the exceptional access that the look was made by; 0 for none
 */
public record Look(
        Instant at,
        String user,
        LookKind kind,
        String what,
        String caseNumber,
        String unit,
        String role,
        String node,
        String version,
        String address,
        Outcome outcome,
        long grant) {

    private static final int LONG = 250;
    private static final int MIDDLE = 60;
    private static final int SHORT = 20;

    /** Cuts what is longer than its column: no name that somebody chose may keep the log from being written. */
    public Look {
        user = cut(user, LONG);
        what = cut(what, LONG);
        caseNumber = cut(caseNumber, SHORT);
        unit = cut(unit, MIDDLE);
        role = cut(role, LONG + LONG / 2);
        node = cut(node, 2 * SHORT);
        version = cut(version, SHORT);
        address = cut(address, MIDDLE);
    }

    private static String cut(String text, int most) {
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        return clean.length() <= most ? clean : clean.substring(0, most);
    }

    /** How a look went. */
    public enum Outcome {
        /** What was asked for was answered. */
        ALLOWED,
        /** Refused: no right, not found, a rule. */
        REFUSED,
        /** It failed. */
        FAILED
    }

    /** A look of which nothing is known but when, by whom and how. */
    public static Look of(Instant at, String user, LookKind kind, String what) {
        return new Look(at, user, kind, what, "", "", "", "", "", "", Outcome.ALLOWED, 0);
    }

    /** The same look, at a case. */
    public Look atCase(String number) {
        return new Look(at, user, kind, what, number, unit, role, node, version, address, outcome, grant);
    }

    /** The same look, in a role in a case of a unit. */
    public Look as(String theRole, String theUnit) {
        return new Look(at, user, kind, what, caseNumber, theUnit, theRole, node, version, address, outcome, grant);
    }

    /** The same look, at a node in a version. */
    public Look atNode(String id, String label) {
        return new Look(at, user, kind, what, caseNumber, unit, role, id, label, address, outcome, grant);
    }

    /** The same look, from an address. */
    public Look from(String client) {
        return new Look(at, user, kind, what, caseNumber, unit, role, node, version, client, outcome, grant);
    }

    /** The same look, with an outcome. */
    public Look with(Outcome result) {
        return new Look(at, user, kind, what, caseNumber, unit, role, node, version, address, result, grant);
    }

    /** The same look, made by an exceptional access. */
    public Look by(long exception) {
        return new Look(at, user, kind, what, caseNumber, unit, role, node, version, address, outcome, exception);
    }
}

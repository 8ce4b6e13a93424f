package org.insats.scan;

/** Whether two scans look like the same paper, by the importer's fingerprints: how dark each place is, a digit each. */
final class Likeness {

    /** Differences by darkness; two scans of one sheet stay below, two sheets of the same layout are above. */
    private static final double MOST_DIFFERENT = 0.15;

    private static final String FINGERPRINT = "[0-9a-f]{16,2000}";

    private Likeness() {}

    static boolean alike(String one, String other) {
        if (!one.matches(FINGERPRINT) || one.length() != other.length()) {
            return false;
        }
        int different = 0;
        int darker = 0;
        for (int i = 0; i < one.length(); i++) {
            int a = Character.digit(one.charAt(i), 16);
            int b = Character.digit(other.charAt(i), 16);
            different += Math.abs(a - b);
            darker += Math.max(a, b);
        }
        return darker > 0 && different < MOST_DIFFERENT * darker;
    }
}

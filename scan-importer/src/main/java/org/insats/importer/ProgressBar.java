package org.insats.importer;

/** A line of text that shows how far a pass has come. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private ProgressBar() {}

    static String of(int done, int all) {
        int filled = all == 0 ? WIDTH : done * WIDTH / all;
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + all;
    }
}

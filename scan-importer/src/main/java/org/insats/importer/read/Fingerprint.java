package org.insats.importer.read;

/**
 * What a page looks like, coarsely: how dark each of 24 by 24 places is, a hexadecimal digit each. Two scans of one sheet
 * differ little, whatever their resolution, and however the sheet lay, if there is a code on it.
 */
public final class Fingerprint {

    private static final int COLUMNS = 24;
    private static final int ROWS = 24;
    private static final double LEFT = 14;
    private static final double TOP = 42;
    private static final double CELL_WIDTH = 182.0 / COLUMNS;
    private static final double CELL_HEIGHT = 240.0 / ROWS;
    private static final double STEP = 0.4;
    private static final int DARKEST = 15;
    /** Text fills about an eighth of its place. */
    private static final double STEPS = 75;

    private Fingerprint() {}

    /** As hexadecimal digits. */
    static String of(Grey page, PageGeometry geometry) {
        StringBuilder digits = new StringBuilder(COLUMNS * ROWS);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int darkness = (int) Math.round(STEPS * ink(page, geometry, column, row));
                digits.append(Character.forDigit(Math.min(DARKEST, darkness), 16));
            }
        }
        return digits.toString();
    }

    private static double ink(Grey page, PageGeometry geometry, int column, int row) {
        int dark = 0;
        int seen = 0;
        for (double x = 0; x < CELL_WIDTH; x += STEP) {
            for (double y = 0; y < CELL_HEIGHT; y += STEP) {
                dark += 255 - page.at(geometry, LEFT + column * CELL_WIDTH + x, TOP + row * CELL_HEIGHT + y);
                seen += 255;
            }
        }
        return (double) dark / seen;
    }
}

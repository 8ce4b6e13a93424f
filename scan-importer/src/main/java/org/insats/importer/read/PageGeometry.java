package org.insats.importer.read;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.geom.AffineTransform;
import java.util.Optional;

/**
 * Where a point of the printed page lies on the scan: from millimetres from the upper left corner of the paper to pixels. The
 * code tells, because it is printed at a place and in a size that are known.
 */
final class PageGeometry {

    /** As the repository prints it: a square of 26 mm, 12 mm from the upper and the right edge of A4. */
    private static final double SIDE = 26;

    private static final double LEFT = 210 - 12 - SIDE;
    private static final double TOP = 12;
    private static final int IMAGE_PIXELS = 300;
    private static final int QUIET_MODULES = 2;
    private static final double FINDER_CENTRE = 3.5;

    private final AffineTransform toPixels;

    private PageGeometry(AffineTransform toPixels) {
        this.toPixels = toPixels;
    }

    /** By where the finder patterns of a code are; empty for a mirrored or squeezed one. */
    static Optional<PageGeometry> of(CodeFinder.Found found) {
        double[] p = found.points();
        if (p.length < 6) {
            return Optional.empty();
        }
        double inset = finderInset(found.text());
        double span = SIDE - 2 * inset;
        double xx = (p[4] - p[2]) / span;
        double yx = (p[5] - p[3]) / span;
        double xy = (p[0] - p[2]) / span;
        double yy = (p[1] - p[3]) / span;
        double left = LEFT + inset;
        double top = TOP + inset;
        double across = Math.hypot(xx, yx);
        double down = Math.hypot(xy, yy);
        boolean square = xx * yy - xy * yx > 0.8 * across * down && Math.abs(across / down - 1) < 0.15;
        return square
                ? Optional.of(new PageGeometry(
                        new AffineTransform(xx, yx, xy, yy, p[2] - xx * left - xy * top, p[3] - yx * left - yy * top)))
                : Optional.empty();
    }

    /** Millimetres from the edge of the printed square to the centre of a finder pattern, as ZXing draws it. */
    private static double finderInset(String text) {
        try {
            int modules =
                    Encoder.encode(text, ErrorCorrectionLevel.Q).getVersion().getDimensionForVersion();
            int module = IMAGE_PIXELS / (modules + 2 * QUIET_MODULES);
            double edge = (IMAGE_PIXELS - modules * module) / 2.0;
            return (edge + FINDER_CENTRE * module) * SIDE / IMAGE_PIXELS;
        } catch (WriterException e) {
            throw new IllegalStateException("What was a code can be one again", e);
        }
    }

    /** For a page without a code: the paper fills the picture. */
    static PageGeometry filling(int width, int height) {
        return new PageGeometry(AffineTransform.getScaleInstance(width / 210.0, height / 297.0));
    }

    double x(double mmX, double mmY) {
        return toPixels.getScaleX() * mmX + toPixels.getShearX() * mmY + toPixels.getTranslateX();
    }

    double y(double mmX, double mmY) {
        return toPixels.getShearY() * mmX + toPixels.getScaleY() * mmY + toPixels.getTranslateY();
    }

    double pixelsPerMm() {
        return Math.hypot(toPixels.getScaleX(), toPixels.getShearY());
    }

    /** Quarter turns clockwise that the scan needs to stand upright, 0 to 3. */
    int quarterTurns() {
        double degrees = Math.toDegrees(Math.atan2(toPixels.getShearY(), toPixels.getScaleX()));
        return Math.floorMod(-Math.round(degrees / 90), 4);
    }
}

package org.insats.importer.read;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Looks at single places of a grey picture; outside it everything is white. */
final class Grey {

    private final byte[] pixels;
    private final int width;
    private final int height;

    Grey(BufferedImage image) {
        this.pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        this.width = image.getWidth();
        this.height = image.getHeight();
    }

    /** 0 (black) to 255 (white). */
    int at(double x, double y) {
        int column = (int) Math.round(x);
        int row = (int) Math.round(y);
        boolean inside = column >= 0 && row >= 0 && column < width && row < height;
        return inside ? pixels[row * width + column] & 0xff : 255;
    }

    int at(PageGeometry geometry, double mmX, double mmY) {
        return at(geometry.x(mmX, mmY), geometry.y(mmX, mmY));
    }

    /** Whether nothing is written on it; the outer twentieth, where shadows and punched holes are, does not count. */
    boolean blank() {
        int dark = 0;
        int seen = 0;
        for (int y = height / 20; y < height - height / 20; y++) {
            for (int x = width / 20; x < width - width / 20; x++) {
                seen++;
                if ((pixels[y * width + x] & 0xff) < 150) {
                    dark++;
                }
            }
        }
        return dark < seen * 0.0003;
    }
}

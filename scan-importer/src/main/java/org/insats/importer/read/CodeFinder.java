package org.insats.importer.read;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds QR codes on a page. */
final class CodeFinder {

    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.TRY_HARDER, Boolean.TRUE, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));
    /** A corner holds the code also on a page that lies crooked, sideways or upside down. */
    private static final double CORNER_WIDTH = 0.42;

    private static final double CORNER_HEIGHT = 0.30;

    /**
     * A code.
     *
     * @param text what it says
     * @param points centres of its finder patterns in pixels: below left, above left, above right, x before y
     */
    record Found(String text, double[] points) {

        private Found at(double left, double top, double scale) {
            double[] moved = new double[points.length];
            for (int i = 0; i < points.length; i++) {
                moved[i] = points[i] / scale + (i % 2 == 0 ? left : top);
            }
            return new Found(text, moved);
        }
    }

    /** All codes on the page, by one look at the whole of it. */
    List<Found> look(BufferedImage grey) {
        return all(new HybridBinarizer(source(grey)));
    }

    /** Looks again: other thresholds, then corner by corner, smoothed, enlarged and darkened. */
    List<Found> lookHard(BufferedImage grey) {
        List<Found> found = all(new GlobalHistogramBinarizer(source(grey)));
        return found.isEmpty() ? inCorners(grey) : found;
    }

    private static List<Found> inCorners(BufferedImage grey) {
        int width = (int) (grey.getWidth() * CORNER_WIDTH);
        int height = (int) (grey.getHeight() * CORNER_HEIGHT);
        for (int corner : new int[] {1, 2, 0, 3}) {
            int left = corner % 2 == 0 ? 0 : grey.getWidth() - width;
            int top = corner < 2 ? 0 : grey.getHeight() - height;
            Optional<Found> found = inCorner(copy(grey, left, top, width, height, 1));
            if (found.isPresent()) {
                return List.of(found.get().at(left, top, 1));
            }
        }
        return List.of();
    }

    private static Optional<Found> inCorner(BufferedImage corner) {
        BufferedImage smooth = smoothed(corner);
        BufferedImage calm = median(corner);
        for (BufferedImage variant : List.of(corner, smooth, calm)) {
            Optional<Found> found = one(new HybridBinarizer(source(variant)))
                    .or(() -> one(new GlobalHistogramBinarizer(source(variant))));
            if (found.isPresent()) {
                return found;
            }
        }
        for (int threshold : new int[] {80, 120, 160, 200}) {
            Optional<Found> found = one(new GlobalHistogramBinarizer(source(split(smooth, threshold))));
            if (found.isPresent()) {
                return found;
            }
        }
        BufferedImage doubled = copy(smooth, 0, 0, smooth.getWidth(), smooth.getHeight(), 2);
        return one(new HybridBinarizer(source(doubled))).map(found -> found.at(0, 0, 2));
    }

    private static List<Found> all(Binarizer binarizer) {
        try {
            List<Found> found = new ArrayList<>();
            for (Result result : new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(binarizer), HINTS)) {
                found.add(found(result));
            }
            return found;
        } catch (ReaderException none) {
            return List.of();
        }
    }

    private static Optional<Found> one(Binarizer binarizer) {
        try {
            return Optional.of(found(new QRCodeReader().decode(new BinaryBitmap(binarizer), HINTS)));
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }

    private static Found found(Result result) {
        ResultPoint[] points = result.getResultPoints();
        double[] corners = new double[Math.min(3, points.length) * 2];
        for (int i = 0; i < corners.length / 2; i++) {
            corners[2 * i] = points[i].getX();
            corners[2 * i + 1] = points[i].getY();
        }
        return new Found(result.getText(), corners);
    }

    private static LuminanceSource source(BufferedImage grey) {
        byte[] pixels = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        int width = grey.getWidth();
        int height = grey.getHeight();
        return new PlanarYUVLuminanceSource(pixels, width, height, 0, 0, width, height, false);
    }

    private static BufferedImage copy(BufferedImage grey, int left, int top, int width, int height, int times) {
        BufferedImage copy = new BufferedImage(width * times, height * times, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = copy.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(grey, 0, 0, width * times, height * times, left, top, left + width, top + height, null);
        graphics.dispose();
        return copy;
    }

    private static BufferedImage smoothed(BufferedImage grey) {
        float[] weights = new float[9];
        Arrays.fill(weights, 1 / 9f);
        BufferedImage smooth = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        return new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null).filter(grey, smooth);
    }

    /** Each pixel the middle one of nine: takes away the grains of a copy, keeps edges. */
    private static BufferedImage median(BufferedImage grey) {
        int width = grey.getWidth();
        int height = grey.getHeight();
        byte[] from = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        BufferedImage calm = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] to = ((DataBufferByte) calm.getRaster().getDataBuffer()).getData();
        int[] nine = new int[9];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                for (int i = 0; i < 9; i++) {
                    nine[i] = from[at + (i / 3 - 1) * width + i % 3 - 1] & 0xff;
                }
                Arrays.sort(nine);
                to[at] = (byte) nine[4];
            }
        }
        return calm;
    }

    private static BufferedImage split(BufferedImage grey, int threshold) {
        BufferedImage split = copy(grey, 0, 0, grey.getWidth(), grey.getHeight(), 1);
        byte[] pixels = ((DataBufferByte) split.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (pixels[i] & 0xff) < threshold ? 0 : (byte) 255;
        }
        return split;
    }
}

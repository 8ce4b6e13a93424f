package org.insats.importer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.insats.importer.read.FormCode;

/**
 * Scans of forms of every kind with every kind of damage, made anew from a seed: single papers and batches, as PDF, TIFF, JPEG
 * and PNG. Tells what truly stands on them.
 */
final class Corpus {

    /** Codes of all kinds of document that Insats prints. */
    private static final List<String> KINDS = List.of(
            "UPP", "UND", "BES", "BST", "INF", "SIS", "ATG", "AVB", "REM", "MAT", "SAM", "MOT", "SMU", "VPL", "GPL",
            "UPF", "BSM", "FLG", "RES", "AVS", "TIN", "SMO", "JRN", "UTR", "INK");

    /** What happens to paper and pictures of it. */
    enum Damage {
        NONE,
        SKEWED,
        UPSIDE_DOWN,
        SIDEWAYS,
        LOW_RESOLUTION,
        HIGH_RESOLUTION,
        BLACK_AND_WHITE,
        JPEG_DAMAGE,
        GRAINY_COPY,
        STAPLED_CORNER,
        FADED,
        DARK,
        BLURRED,
        STAINED,
        CROOKED_COPY
    }

    /**
     * What truly stands on a paper.
     *
     * @param code code of its first page
     * @param answers a letter for each row of boxes
     * @param complete whether all its pages are there
     */
    record Truth(String code, String answers, boolean complete, int pages, Damage damage) {}

    /**
     * A scanned file.
     *
     * @param papers what is in it, in no order
     * @param pages pages of the file, separators included
     */
    record Scan(Path file, List<Truth> papers, int pages) {}

    private final Random random;
    private final Path folder;
    private int caseNumber;
    private int files;

    Corpus(long seed, Path folder) {
        this.random = new Random(seed);
        this.folder = folder;
    }

    /** Makes files until there are so many pages. */
    List<Scan> make(int pages) {
        List<Scan> scans = new ArrayList<>();
        int made = 0;
        while (made < pages) {
            Damage damage = Damage.values()[files % Damage.values().length];
            Scan scan = files % 4 == 3 ? batch(damage) : single(damage);
            scans.add(scan);
            made += scan.pages();
        }
        return scans;
    }

    /** Pages by kind of damage, for the report. */
    static Map<Damage, Integer> pagesByDamage(List<Scan> scans) {
        Map<Damage, Integer> pages = new TreeMap<>();
        scans.forEach(scan -> scan.papers().forEach(paper -> pages.merge(paper.damage(), paper.pages(), Integer::sum)));
        return pages;
    }

    private Scan single(Damage damage) {
        List<Truth> papers = new ArrayList<>();
        List<BufferedImage> pages = paper(damage, papers, true);
        return write(pages, papers, damage);
    }

    private Scan batch(Damage damage) {
        List<Truth> papers = new ArrayList<>();
        List<BufferedImage> pages = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            if (i > 0 && random.nextBoolean()) {
                pages.add(Scans.page(FormCode.separator()));
            }
            pages.addAll(paper(damage, papers, random.nextInt(8) > 0));
        }
        return write(pages, papers, damage);
    }

    private List<BufferedImage> paper(Damage damage, List<Truth> papers, boolean complete) {
        String number = String.format("2026-%06d", ++caseNumber);
        String kind = KINDS.get(caseNumber % KINDS.size());
        int all = 1 + random.nextInt(3);
        String answers = answers();
        int dpi = damage == Damage.LOW_RESOLUTION
                ? 150
                : damage == Damage.HIGH_RESOLUTION ? 600 : 200 + 100 * random.nextInt(2);
        List<BufferedImage> pages = new ArrayList<>();
        for (int page = 1; page <= all; page++) {
            String code = Scans.code(number, kind, 1 + caseNumber % 9, page, all);
            pages.add(damaged(Scans.page(code, page == all ? answers : "", dpi), damage, dpi));
        }
        boolean whole = complete || all == 1;
        if (!whole) {
            pages.remove(random.nextInt(all));
        }
        Collections.shuffle(pages, random);
        papers.add(
                new Truth(Scans.code(number, kind, 1 + caseNumber % 9, 1, all), answers, whole, pages.size(), damage));
        return pages;
    }

    private String answers() {
        StringBuilder answers = new StringBuilder();
        for (int row = 0; row < 2; row++) {
            answers.append("YYYYYN--".charAt(random.nextInt(8)));
        }
        return answers.toString();
    }

    private BufferedImage damaged(BufferedImage page, Damage damage, int dpi) {
        return switch (damage) {
            case NONE, LOW_RESOLUTION, HIGH_RESOLUTION, JPEG_DAMAGE, BLACK_AND_WHITE -> page;
            case SKEWED -> Scans.skewed(page, random.nextDouble() * 8 - 4);
            case UPSIDE_DOWN -> Scans.upsideDown(page);
            case SIDEWAYS -> sideways(page);
            case GRAINY_COPY -> grainy(page);
            case STAPLED_CORNER -> stapled(page, dpi);
            case FADED -> levels(page, 110, 235);
            case DARK -> levels(page, 0, 150);
            case BLURRED -> blurred(page, Math.max(3, dpi / 60));
            case STAINED -> stained(page, dpi);
            case CROOKED_COPY -> grainy(Scans.skewed(page, random.nextDouble() * 4 - 2));
        };
    }

    private static BufferedImage sideways(BufferedImage page) {
        BufferedImage turned = new BufferedImage(page.getHeight(), page.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                turned.getRaster()
                        .setSample(
                                page.getHeight() - 1 - y, x, 0, page.getRaster().getSample(x, y, 0));
            }
        }
        return turned;
    }

    private BufferedImage grainy(BufferedImage page) {
        for (int i = 0; i < page.getWidth() * page.getHeight() / 40; i++) {
            page.getRaster()
                    .setSample(
                            random.nextInt(page.getWidth()),
                            random.nextInt(page.getHeight()),
                            0,
                            random.nextBoolean() ? 0 : 255);
        }
        return page;
    }

    private static BufferedImage levels(BufferedImage page, int black, int white) {
        int[] samples = page.getRaster().getSamples(0, 0, page.getWidth(), page.getHeight(), 0, (int[]) null);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = black + samples[i] * (white - black) / 255;
        }
        page.getRaster().setSamples(0, 0, page.getWidth(), page.getHeight(), 0, samples);
        return page;
    }

    private static BufferedImage blurred(BufferedImage page, int size) {
        float[] weights = new float[size * size];
        Arrays.fill(weights, 1f / weights.length);
        BufferedImage blurred = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        return new ConvolveOp(new Kernel(size, size, weights), ConvolveOp.EDGE_NO_OP, null).filter(page, blurred);
    }

    /** The upper left corner folded over, and a staple. */
    private static BufferedImage stapled(BufferedImage page, int dpi) {
        Graphics2D graphics = page.createGraphics();
        int fold = dpi * 3 / 4;
        graphics.setColor(Color.GRAY);
        graphics.fill(new Polygon(new int[] {0, fold, 0}, new int[] {0, 0, fold}, 3));
        graphics.setColor(Color.BLACK);
        graphics.setStroke(new BasicStroke(dpi / 40f));
        graphics.drawLine(fold / 3, fold, fold, fold / 3);
        graphics.dispose();
        return page;
    }

    /** The ring of a cup, also across the code. */
    private BufferedImage stained(BufferedImage page, int dpi) {
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(150, 150, 150, 90));
        graphics.setStroke(new BasicStroke(dpi / 8f));
        double size = dpi * 3.0;
        graphics.draw(new Ellipse2D.Double(
                random.nextDouble() * page.getWidth() - size / 2, random.nextDouble() * dpi * 2, size, size));
        graphics.dispose();
        return page;
    }

    private Scan write(List<BufferedImage> pages, List<Truth> papers, Damage damage) {
        int number = files++;
        String name = String.format("scan-%04d", number);
        if (damage == Damage.BLACK_AND_WHITE) {
            List<BufferedImage> bilevel = pages.stream().map(Scans::bilevel).toList();
            Path file = number % 2 == 0
                    ? Scans.tiff(folder.resolve(name + ".tif"), bilevel)
                    : Scans.pdf(folder.resolve(name + ".pdf"), 0.6f, bilevel);
            return new Scan(file, papers, pages.size());
        }
        if (pages.size() == 1 && number % 3 == 0) {
            String format = number % 2 == 0 ? "png" : "jpg";
            Path file = folder.resolve(name + "." + format);
            try {
                ImageIO.write(pages.get(0), format, file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Scan(file, papers, 1);
        }
        float quality = damage == Damage.JPEG_DAMAGE ? 0.12f : 0.6f;
        return new Scan(Scans.pdf(folder.resolve(name + ".pdf"), quality, pages), papers, pages.size());
    }
}

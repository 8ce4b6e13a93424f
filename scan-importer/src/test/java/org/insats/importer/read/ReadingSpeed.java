package org.insats.importer.read;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.insats.importer.Scans;

/**
 * The importer's reading, codes and boxes, beside rasterising at 300 dpi and decoding alone with the same libraries: the same
 * pages, on all processors, in turns. {@code benchmark/measure-scans.sh} starts it.
 */
final class ReadingSpeed {

    private static final int PAGES_A_FILE = 5;
    private static final int ROUNDS = 5;
    private static final int DPI = 300;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final Path folder;

    private ReadingSpeed(Path folder) {
        this.folder = folder;
    }

    /** Arguments: an empty folder to work in, how many pages. Writes a line a round to standard output. */
    public static void main(String[] args) throws Exception {
        new ReadingSpeed(Path.of(args[0])).measure(Integer.parseInt(args[1]));
    }

    private void measure(int pages) throws Exception {
        List<Path> files = files(pages);
        List<Double> ratios = new ArrayList<>();
        try (Readers readers = new Readers()) {
            for (int round = 0; round <= ROUNDS; round++) {
                Run alone = timed(files, ReadingSpeed::rasteriseAndDecode);
                Run importer = timed(files, readers::read);
                double ratio = importer.seconds() / alone.seconds();
                System.out.printf(
                        Locale.ROOT,
                        "round %d%s: alone %.1f s, %d codes; importer %.1f s, %d codes; ratio %.2f%n",
                        round,
                        round == 0 ? " (to warm up)" : "",
                        alone.seconds(),
                        alone.codes(),
                        importer.seconds(),
                        importer.codes(),
                        ratio);
                if (round > 0) {
                    ratios.add(ratio);
                }
            }
        }
        ratios.sort(null);
        System.out.printf(Locale.ROOT, "ratio, median of %d rounds: %.2f%n", ROUNDS, ratios.get(ROUNDS / 2));
    }

    private List<Path> files(int count) {
        List<Path> files = new ArrayList<>();
        for (int file = 0; file * PAGES_A_FILE < count; file++) {
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 1; page <= PAGES_A_FILE; page++) {
                String code = Scans.code(String.format(Locale.ROOT, "2026-%06d", file + 1), page, PAGES_A_FILE);
                pages.add(Scans.page(code, page == PAGES_A_FILE ? "YY" : "", DPI));
            }
            files.add(Scans.pdf(folder.resolve("f" + file + ".pdf"), 0.6f, pages));
        }
        return files;
    }

    private record Run(double seconds, int codes) {}

    @FunctionalInterface
    private interface Work {
        int codesOf(Path file) throws IOException;
    }

    private static Run timed(List<Path> files, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSORS);
        AtomicInteger codes = new AtomicInteger();
        long start = System.nanoTime();
        try {
            List<Callable<Integer>> tasks = files.stream()
                    .map(file -> (Callable<Integer>) () -> codes.addAndGet(work.codesOf(file)))
                    .toList();
            for (Future<Integer> each : threads.invokeAll(tasks)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return new Run((System.nanoTime() - start) / 1e9, codes.get());
    }

    private static int rasteriseAndDecode(Path file) throws IOException {
        int codes = 0;
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDFRenderer renderer = new PDFRenderer(pdf);
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, DPI, ImageType.GRAY);
                int width = image.getWidth();
                int height = image.getHeight();
                int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
                try {
                    codes += new QRCodeMultiReader()
                            .decodeMultiple(
                                    new BinaryBitmap(
                                            new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
                                    Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                            .length;
                } catch (NotFoundException none) {
                    codes += 0;
                }
            }
        }
        return codes;
    }

    /** The importer's reading processes, one a processor. */
    private final class Readers implements AutoCloseable {

        private final List<IsolatedReader> all = Stream.generate(() -> new IsolatedReader(new IsolatedReader.Settings(
                        512, Duration.ofSeconds(60), Duration.ofMinutes(10), 200, "", "swe")))
                .limit(PROCESSORS)
                .toList();
        private final BlockingQueue<IsolatedReader> free = new LinkedBlockingQueue<>(all);

        int read(Path file) throws IOException {
            try {
                IsolatedReader reader = free.take();
                try {
                    Path work = Files.createTempDirectory(folder, "work");
                    return reader.read(file, work).papers().stream()
                            .filter(paper -> paper.reason().isEmpty())
                            .mapToInt(paper -> paper.pages().size())
                            .sum();
                } finally {
                    free.add(reader);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            all.forEach(IsolatedReader::close);
        }
    }
}

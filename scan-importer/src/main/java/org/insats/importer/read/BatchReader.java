package org.insats.importer.read;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads a scanned file: codes on all pages, papers, boxes, and printed text where Tesseract is there. */
public final class BatchReader implements FileReader {

    private static final int FIRST_DPI = 150;
    private static final int CLOSE_DPI = 300;
    private static final int PREVIEW_PAGES = 3;
    private static final double PREVIEW_SCALE = 0.6;
    private static final double SURE = 0.8;

    private final Limits limits;
    private final Optional<Ocr> ocr;
    private final Runnable signOfLife;
    private final CodeFinder finder = new CodeFinder();

    /**
     * Reads within {@code limits}.
     *
     * @param ocr reads printed text; empty for codes and boxes only
     * @param signOfLife called before each page
     */
    BatchReader(Limits limits, Optional<Ocr> ocr, Runnable signOfLife) {
        this.limits = limits;
        this.ocr = ocr;
        this.signOfLife = signOfLife;
    }

    /** Codes and boxes only. */
    public BatchReader(Limits limits) {
        this(limits, Optional.empty(), () -> {});
    }

    @Override
    public BatchReading read(Path file, Path work) throws IOException {
        if (Files.size(file) == 0) {
            return BatchReading.queued(Reason.EMPTY, 0);
        }
        try (PageSource source = PageSource.open(file, limits)) {
            return new Batch(source, work).read();
        } catch (InvalidPasswordException e) {
            return BatchReading.queued(Reason.ENCRYPTED, 0);
        } catch (Unfit unfit) {
            return BatchReading.queued(unfit.reason(), unfit.pages());
        } catch (WorkFolderException full) {
            throw full.cause();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Damaged input ends in many ways inside a parser; for a registrar they are all the same.
            return BatchReading.queued(Reason.UNREADABLE, 0);
        }
    }

    /** What is made of a file cannot be written: no fault of the file. */
    private static final class WorkFolderException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final IOException cause;

        WorkFolderException(IOException cause) {
            super(cause);
            this.cause = cause;
        }

        IOException cause() {
            return cause;
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static void writing(Writing work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new WorkFolderException(e);
        }
    }

    /** One file being read. */
    private final class Batch {

        private final PageSource source;
        private final Path work;
        private final Map<Integer, BufferedImage> pictures = new HashMap<>();
        private final Map<Integer, Integer> turns = new HashMap<>();

        Batch(PageSource source, Path work) {
            this.source = source;
            this.work = work;
        }

        BatchReading read() throws IOException {
            List<PageReading> pages = new ArrayList<>();
            for (int page = 1; page <= source.pages(); page++) {
                signOfLife.run();
                pages.add(readable(page));
            }
            List<Integer> separators = pages.stream()
                    .filter(page -> page.state() == PageReading.State.SEPARATOR)
                    .map(PageReading::number)
                    .toList();
            List<BatchSplitter.Group> groups = BatchSplitter.split(pages);
            List<ScannedPaper> papers = new ArrayList<>();
            for (BatchSplitter.Group group : groups) {
                boolean whole = groups.size() == 1 && separators.isEmpty();
                papers.add(paper(group, papers.size() + 1, whole));
            }
            return new BatchReading(source.pages(), separators, papers);
        }

        private PageReading readable(int page) throws IOException {
            try {
                return read(page);
            } catch (Unfit unfit) {
                throw unfit;
            } catch (IOException | RuntimeException | StackOverflowError e) {
                if (source instanceof ImagePages) {
                    throw new Unfit(Reason.UNREADABLE, source.pages());
                }
                // One damaged page; the others are still good.
                return PageReading.unreadable(page);
            }
        }

        private PageReading read(int page) throws IOException {
            PageSource.Raster raster = source.raster(page, FIRST_DPI);
            List<CodeFinder.Found> found = finder.look(raster.image());
            boolean blank = found.isEmpty() && new Grey(raster.image()).blank();
            if (found.isEmpty() && !blank) {
                PageSource.Raster close = source.raster(page, CLOSE_DPI);
                found = finder.look(close.image());
                if (found.isEmpty()) {
                    found = finder.lookHard(close.image());
                }
                if (found.isEmpty()) {
                    found = finder.lookHard(raster.image());
                } else {
                    raster = close;
                }
            }
            return reading(page, raster, found, blank);
        }

        private PageReading reading(int page, PageSource.Raster raster, List<CodeFinder.Found> found, boolean blank) {
            List<String> texts = found.stream().map(CodeFinder.Found::text).toList();
            PageReading.State state = PageReading.stateOf(texts, blank);
            List<FormCode> codes = texts.stream()
                    .distinct()
                    .flatMap(text -> FormCode.parse(text).stream())
                    .toList();
            Optional<PageGeometry> geometry = state == PageReading.State.CODED
                    ? found.stream()
                            .filter(each -> each.text().equals(codes.get(0).text()))
                            .findFirst()
                            .flatMap(PageGeometry::of)
                    : Optional.empty();
            turns.put(page, geometry.map(PageGeometry::quarterTurns).orElse(0));
            if (page <= PREVIEW_PAGES || pictures.size() < 2 * PREVIEW_PAGES) {
                keepPicture(page, raster);
            }
            Grey grey = new Grey(raster.image());
            String fingerprint = Fingerprint.of(
                    grey,
                    geometry.orElseGet(() -> PageGeometry.filling(
                            raster.image().getWidth(), raster.image().getHeight())));
            boolean last =
                    codes.size() == 1 && codes.get(0).page() == codes.get(0).pages();
            List<Field> fields = last
                    ? geometry.map(place -> new BoxReader(grey, place).read()).orElse(List.of())
                    : List.of();
            return new PageReading(page, state, codes, blank ? "" : fingerprint, fields);
        }

        private void keepPicture(int page, PageSource.Raster raster) {
            double scale = PREVIEW_SCALE * FIRST_DPI / raster.dpi();
            pictures.put(page, Pictures.turned(Pictures.scaled(raster.image(), scale), turns.get(page)));
        }

        private ScannedPaper paper(BatchSplitter.Group group, int number, boolean whole) throws IOException {
            List<PageReading> pages = group.inOrder();
            List<Integer> numbers = pages.stream().map(PageReading::number).toList();
            List<Field> fields = new ArrayList<>(
                    pages.stream().flatMap(page -> page.fields().stream()).toList());
            String file = whole ? "" : "paper-" + number + ".pdf";
            if (!whole) {
                writing(() -> source.extract(numbers, work.resolve(file)));
            }
            String searchable = searchable(pages, number, fields);
            return new ScannedPaper(
                    numbers,
                    group.code().map(FormCode::text),
                    group.reason().or(() -> conflict(group, fields)).or(() -> doubt(fields)),
                    file,
                    preview(numbers, number),
                    searchable,
                    pages.stream()
                            .map(PageReading::fingerprint)
                            .filter(print -> !print.isEmpty())
                            .findFirst()
                            .orElse(""),
                    fields);
        }

        private String preview(List<Integer> numbers, int number) throws IOException {
            List<BufferedImage> shown = new ArrayList<>();
            for (int page : numbers.subList(0, Math.min(PREVIEW_PAGES, numbers.size()))) {
                if (!pictures.containsKey(page) && turns.containsKey(page)) {
                    keepPicture(page, source.raster(page, FIRST_DPI));
                }
                Optional.ofNullable(pictures.remove(page)).ifPresent(shown::add);
            }
            if (shown.isEmpty()) {
                return "";
            }
            String name = "paper-" + number + ".jpg";
            writing(() -> Pictures.write(shown, work.resolve(name)));
            return name;
        }

        private String searchable(List<PageReading> pages, int number, List<Field> fields) throws IOException {
            if (ocr.isEmpty() || pages.stream().anyMatch(page -> page.state() == PageReading.State.UNREADABLE)) {
                return "";
            }
            String name = "paper-" + number + "-text.pdf";
            try (SearchableCopy copy = new SearchableCopy()) {
                for (PageReading page : pages) {
                    signOfLife.run();
                    PageSource.Raster raster = source.raster(page.number(), CLOSE_DPI);
                    BufferedImage upright = Pictures.turned(raster.image(), turns.getOrDefault(page.number(), 0));
                    List<Ocr.Word> words = ocr.get().words(upright, raster.dpi(), work);
                    Ocr.fields(words).stream()
                            .filter(field -> fields.stream().noneMatch(known -> isSame(known, field)))
                            .forEach(fields::add);
                    copy.add(upright, raster.dpi(), words);
                }
                writing(() -> copy.save(work.resolve(name)));
            }
            return name;
        }
    }

    private static boolean isSame(Field one, Field other) {
        return one.name().equals(other.name()) && one.value().equals(other.value());
    }

    private static Optional<Reason> conflict(BatchSplitter.Group group, List<Field> fields) {
        String caseNumber = group.code().map(FormCode::caseNumber).orElse("");
        return fields.stream()
                .filter(field -> field.name().equals("reference") && field.confidence() >= SURE)
                .filter(field -> !field.value().startsWith(caseNumber))
                .findFirst()
                .map(other -> Reason.CONFLICT);
    }

    private static Optional<Reason> doubt(List<Field> fields) {
        List<Field> answers = fields.stream()
                .filter(field ->
                        field.name().startsWith("answer") || field.name().equals(BoxReader.DAY))
                .toList();
        if (answers.stream()
                .anyMatch(answer -> answer.confidence() < SURE || answer.value().equals("BOTH"))) {
            return Optional.of(Reason.ANSWER_UNCLEAR);
        }
        return answers.stream().anyMatch(answer -> answer.value().equals("NO"))
                ? Optional.of(Reason.ANSWER_NO)
                : Optional.empty();
    }
}

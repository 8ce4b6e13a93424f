package org.insats.importer.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.insats.importer.Scans;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchReaderTest {

    private static final String FIRST = "2026-000001";
    private static final String SECOND = "2026-000002";

    private final BatchReader reader = new BatchReader(Limits.ofPages(20));

    @TempDir
    Path folder;

    private Path work;

    @BeforeEach
    void makeRoom() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
    }

    @Test
    void aScannedFormOfTwoPagesIsRecognised() throws IOException {
        BatchReading reading = read(Scans.page(Scans.code(1, 2)), Scans.page(Scans.code(2, 2)));

        assertThat(reading.pages()).isEqualTo(2);
        assertThat(reading.papers()).singleElement().satisfies(paper -> {
            assertThat(paper.reason()).isEmpty();
            assertThat(paper.file()).as("the original itself").isEmpty();
            assertThat(FormCode.parse(paper.code().orElseThrow())).hasValueSatisfying(code -> {
                assertThat(code.caseNumber()).isEqualTo(FIRST);
                assertThat(code.kindCode()).isEqualTo("GPL");
                assertThat(code.version()).isEqualTo("1.0");
            });
        });
    }

    @Test
    void pagesInAnotherOrderAndUpsideDownAreRecognisedAndPutInOrder() throws IOException {
        BatchReading reading = read(Scans.upsideDown(Scans.page(Scans.code(2, 2))), Scans.page(Scans.code(1, 2)));

        assertThat(only(reading).reason()).isEmpty();
        assertThat(only(reading).pages()).containsExactly(2, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-4, -1.5, 2, 5})
    void aSkewedPageIsRecognised(double degrees) throws IOException {
        assertThat(only(read(Scans.skewed(Scans.page(Scans.code(1, 1)), degrees)))
                        .reason())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif"})
    void anImageFileIsRecognised(String format) throws IOException {
        Path file = folder.resolve("a." + format);
        assertThat(ImageIO.write(Scans.page(Scans.code(1, 1)), format, file.toFile()))
                .isTrue();

        assertThat(only(reader.read(file, work)).reason()).isEmpty();
    }

    @Test
    void aBatchOfTwoFormsIsPartedWhereTheCodeChanges() throws IOException {
        BatchReading reading = read(
                Scans.page(Scans.code(FIRST, 1, 2)),
                Scans.page(Scans.code(FIRST, 2, 2)),
                Scans.page(Scans.code(SECOND, 1, 1)));

        assertThat(reading.papers()).extracting(ScannedPaper::pages).containsExactly(List.of(1, 2), List.of(3));
        assertThat(reading.papers()).allMatch(paper -> paper.reason().isEmpty());
        for (ScannedPaper paper : reading.papers()) {
            BatchReading again = reader.read(work.resolve(paper.file()), Files.createTempDirectory(folder, "again"));
            assertThat(only(again).code()).isEqualTo(paper.code());
        }
    }

    @Test
    void thePartsOfABatchHaveTheSameBytesEachTime() throws IOException {
        Path file = Scans.pdf(
                folder.resolve("a.pdf"), Scans.page(Scans.code(FIRST, 1, 1)), Scans.page(Scans.code(SECOND, 1, 1)));
        Path other = Files.createDirectory(folder.resolve("other"));

        reader.read(file, work);
        reader.read(file, other);

        assertThat(work.resolve("paper-2.pdf")).hasSameBinaryContentAs(other.resolve("paper-2.pdf"));
    }

    @Test
    void aBatchAsTiffOfSeveralPagesIsPartedAtSeparatorSheets() throws IOException {
        Path file = Scans.tiff(
                folder.resolve("a.tif"),
                List.of(
                        Scans.bilevel(Scans.page(Scans.code(FIRST, 1, 1))),
                        Scans.bilevel(Scans.page(FormCode.separator())),
                        Scans.bilevel(Scans.page(null))));

        BatchReading reading = reader.read(file, work);

        assertThat(reading.separators()).containsExactly(2);
        assertThat(reading.papers())
                .extracting(paper -> paper.reason().map(Enum::name).orElse("certain"))
                .containsExactly("certain", "NO_CODE");
    }

    @Test
    void boxesAreReadWithHowSureItIs() throws IOException {
        BufferedImage page = Scans.page(Scans.code(1, 1), "YY-", 200);

        ScannedPaper paper = only(read(page));

        assertThat(paper.fields()).extracting(Field::name).containsExactly("answer1", "answer2", "answer3");
        assertThat(paper.fields()).extracting(Field::value).containsExactly("YES", "YES", "NONE");
        assertThat(paper.fields()).allMatch(field -> field.confidence() > 0.8);
        assertThat(paper.reason()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 16, 03-16", "12, 31, 12-31", "1, 1, 01-01"})
    void theTickedDayIsReadAlsoFromASkewedPage(int month, int day, String read) throws IOException {
        BufferedImage page = Scans.withDay(Scans.page(Scans.code(1, 1), "YY", 200), 200, month, day);

        assertThat(only(read(Scans.skewed(page, 2))).fields())
                .filteredOn(field -> field.name().equals(BoxReader.DAY))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.value()).isEqualTo(read);
                    assertThat(field.confidence()).isGreaterThan(0.8);
                });
    }

    @Test
    void aMonthWithoutADayIsForAPerson() throws IOException {
        BufferedImage page = Scans.withDay(Scans.page(Scans.code(1, 1), "YY", 200), 200, 5, 0);

        assertThat(only(read(page)).reason()).contains(Reason.ANSWER_UNCLEAR);
    }

    @Test
    void aTickedNoIsForAPerson() throws IOException {
        assertThat(only(read(Scans.page(Scans.code(1, 1), "YN-", 200))).reason())
                .contains(Reason.ANSWER_NO);
    }

    @Test
    void twoTicksThatExcludeEachOtherAreForAPerson() throws IOException {
        assertThat(only(read(Scans.page(Scans.code(1, 1), "BY", 200))).reason()).contains(Reason.ANSWER_UNCLEAR);
    }

    @Test
    void theSamePaperScannedAgainLooksTheSameAndAnotherOneDoesNot() throws IOException {
        BufferedImage page = Scans.page(Scans.code(1, 1));
        String first = only(read(page)).fingerprint();
        String again = only(read(Scans.skewed(page, 2))).fingerprint();
        String other = only(read(Scans.page(Scans.code(SECOND, 1, 1)))).fingerprint();

        assertThat(difference(first, again)).isLessThan(0.15);
        assertThat(difference(first, other)).isGreaterThan(0.2);
    }

    /** As the repository compares: the sum of differences by the sum of the darker. */
    private static double difference(String one, String other) {
        int different = 0;
        int darker = 0;
        for (int i = 0; i < one.length(); i++) {
            int a = Character.digit(one.charAt(i), 16);
            int b = Character.digit(other.charAt(i), 16);
            different += Math.abs(a - b);
            darker += Math.max(a, b);
        }
        return (double) different / Math.max(1, darker);
    }

    @Test
    void aPictureForTheRegistrarIsMade() throws IOException {
        ScannedPaper paper = only(read(Scans.page(null)));

        assertThat(ImageIO.read(work.resolve(paper.preview()).toFile()).getHeight())
                .isGreaterThan(800);
    }

    @Test
    void aPageWithoutACodeIsForAPerson() throws IOException {
        ScannedPaper paper = only(read(Scans.page(null)));

        assertThat(paper.reason()).contains(Reason.NO_CODE);
        assertThat(paper.code()).isEmpty();
    }

    @Test
    void aForeignCodeIsNoCodeOfOurs() throws IOException {
        assertThat(only(read(Scans.page("https://example.invalid/"))).reason()).contains(Reason.NO_CODE);
    }

    @Test
    void aForgedChecksumIsForAPersonAndTheRestOfTheBatchUnharmed() throws IOException {
        String forged = Scans.code(1, 1).replace(FIRST, SECOND);

        BatchReading reading = read(Scans.page(forged), Scans.page(Scans.code(FIRST, 1, 1)));

        assertThat(reading.papers())
                .extracting(paper -> paper.reason().map(Enum::name).orElse("certain"))
                .containsExactly("DAMAGED_CODE", "certain");
        assertThat(reading.papers().get(0).code()).isEmpty();
    }

    @Test
    void aMissingPageIsForAPersonWithTheBestGuess() throws IOException {
        ScannedPaper paper = only(read(Scans.page(Scans.code(1, 2))));

        assertThat(paper.reason()).contains(Reason.PAGES_MISSING);
        assertThat(paper.code()).isPresent();
    }

    @Test
    void aBlankBackOfASheetBelongsToItAndAnAttachmentIsForAPerson() throws IOException {
        assertThat(only(read(Scans.page(Scans.code(1, 1)), Scans.blank(200))).reason())
                .isEmpty();
        assertThat(only(read(Scans.page(Scans.code(1, 1)), Scans.page(null))).reason())
                .contains(Reason.EXTRA_PAGES);
    }

    @Test
    void anEmptyFileIsForAPerson() throws IOException {
        assertThat(only(reader.read(Files.createFile(folder.resolve("a.pdf")), work))
                        .reason())
                .contains(Reason.EMPTY);
    }

    @Test
    void aFileCutOffInTheMiddleIsForAPerson() throws IOException {
        byte[] whole = Files.readAllBytes(Scans.pdf(folder.resolve("whole.pdf"), Scans.page(Scans.code(1, 1))));
        Path cut = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(whole, whole.length / 3));

        assertThat(only(reader.read(cut, work)).reason()).isPresent();
    }

    @Test
    void garbageIsForAPerson() throws IOException {
        for (String content : new String[] {"%PDF-1.7\n<<garbage", "<script>alert(1)</script>", "GIF89a"}) {
            Path file = Files.write(folder.resolve("a.pdf"), content.getBytes(StandardCharsets.UTF_8));

            assertThat(only(reader.read(file, work)).reason()).contains(Reason.UNREADABLE);
        }
    }

    @Test
    void anEncryptedFileIsForAPerson() throws IOException {
        Path file = Scans.encryptedPdf(folder.resolve("a.pdf"), Scans.page(Scans.code(1, 1)));

        assertThat(only(reader.read(file, work)).reason()).contains(Reason.ENCRYPTED);
    }

    @Test
    void tooManyPagesAreNotOpened() throws IOException {
        Path file = Scans.pdf(
                folder.resolve("a.pdf"),
                Stream.generate(() -> Scans.blank(50)).limit(3).toArray(BufferedImage[]::new));

        assertThat(only(new BatchReader(Limits.ofPages(2)).read(file, work)).reason())
                .contains(Reason.TOO_LARGE);
    }

    private BatchReading read(BufferedImage... pages) throws IOException {
        return reader.read(Scans.pdf(folder.resolve("a.pdf"), pages), work);
    }

    private static ScannedPaper only(BatchReading reading) {
        assertThat(reading.papers()).hasSize(1);
        return reading.papers().get(0);
    }
}

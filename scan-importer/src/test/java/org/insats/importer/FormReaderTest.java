package org.insats.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {

    private final FormReader reader = new FormReader(20);

    @TempDir
    Path folder;

    @Test
    void aScannedFormOfTwoPagesIsRecognised() throws IOException {
        Path file = Scans.pdf(folder.resolve("a.pdf"), Scans.page(Scans.code(1, 2)), Scans.page(Scans.code(2, 2)));

        Reading reading = reader.read(file);

        assertThat(reading.reason()).isEmpty();
        assertThat(reading.pages()).isEqualTo(2);
        assertThat(reading.code()).hasValueSatisfying(code -> {
            assertThat(code.caseNumber()).isEqualTo("2026-000001");
            assertThat(code.kindCode()).isEqualTo("GPL");
            assertThat(code.version()).isEqualTo("1.0");
        });
    }

    @Test
    void pagesInAnotherOrderAndUpsideDownAreRecognised() throws IOException {
        Path file = Scans.pdf(
                folder.resolve("a.pdf"), Scans.upsideDown(Scans.page(Scans.code(2, 2))), Scans.page(Scans.code(1, 2)));

        assertThat(reader.read(file).reason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-4, -1.5, 2, 5})
    void aSkewedPageIsRecognised(double degrees) throws IOException {
        Path file = Scans.pdf(folder.resolve("a.pdf"), Scans.skewed(Scans.page(Scans.code(1, 1)), degrees));

        assertThat(reader.read(file).reason()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "tif"})
    void anImageFileIsRecognised(String format) throws IOException {
        Path file = folder.resolve("a." + format);
        assertThat(ImageIO.write(Scans.page(Scans.code(1, 1)), format, file.toFile()))
                .isTrue();

        assertThat(reader.read(file).reason()).isEmpty();
    }

    @Test
    void aPageWithoutACodeIsForAPerson() throws IOException {
        Reading reading = reader.read(Scans.pdf(folder.resolve("a.pdf"), Scans.page(null)));

        assertThat(reading.reason()).contains(Reading.Reason.NO_CODE);
        assertThat(reading.code()).isEmpty();
    }

    @Test
    void aForeignCodeIsNoCodeOfOurs() throws IOException {
        Path file = Scans.pdf(folder.resolve("a.pdf"), Scans.page("https://example.invalid/"));

        assertThat(reader.read(file).reason()).contains(Reading.Reason.NO_CODE);
    }

    @Test
    void aForgedChecksumIsForAPerson() throws IOException {
        String forged = Scans.code(1, 1).replace("2026-000001", "2026-000002");

        Reading reading = reader.read(Scans.pdf(folder.resolve("a.pdf"), Scans.page(forged)));

        assertThat(reading.reason()).contains(Reading.Reason.DAMAGED_CODE);
        assertThat(reading.code()).isEmpty();
    }

    @Test
    void twoFormsInOneFileAreForAPerson() throws IOException {
        Path file = Scans.pdf(
                folder.resolve("a.pdf"),
                Scans.page(Scans.code("2026-000001", 1, 1)),
                Scans.page(Scans.code("2026-000002", 1, 1)));

        assertThat(reader.read(file).reason()).contains(Reading.Reason.SEVERAL_FORMS);
    }

    @Test
    void aMissingPageIsForAPersonWithTheBestGuess() throws IOException {
        Reading reading = reader.read(Scans.pdf(folder.resolve("a.pdf"), Scans.page(Scans.code(1, 2))));

        assertThat(reading.reason()).contains(Reading.Reason.PAGES_MISSING);
        assertThat(reading.code()).isPresent();
    }

    @Test
    void anEmptyFileIsForAPerson() throws IOException {
        assertThat(reader.read(Files.createFile(folder.resolve("a.pdf"))).reason())
                .contains(Reading.Reason.EMPTY);
    }

    @Test
    void aFileCutOffInTheMiddleIsForAPerson() throws IOException {
        byte[] whole = Files.readAllBytes(Scans.pdf(folder.resolve("whole.pdf"), Scans.page(Scans.code(1, 1))));
        Path cut = Files.write(folder.resolve("cut.pdf"), Arrays.copyOf(whole, whole.length / 3));

        assertThat(reader.read(cut).reason()).isPresent();
    }

    @Test
    void garbageIsForAPerson() throws IOException {
        for (String content : new String[] {"%PDF-1.7\n<<garbage", "<script>alert(1)</script>", "GIF89a"}) {
            Path file = Files.write(folder.resolve("a.pdf"), content.getBytes(StandardCharsets.UTF_8));

            assertThat(reader.read(file).reason()).contains(Reading.Reason.UNREADABLE);
        }
    }

    @Test
    void anEncryptedFileIsForAPerson() throws IOException {
        Path file = Scans.encryptedPdf(folder.resolve("a.pdf"), Scans.page(Scans.code(1, 1)));

        assertThat(reader.read(file).reason()).contains(Reading.Reason.ENCRYPTED);
    }

    @Test
    void tooManyPagesAreNotOpened() throws IOException {
        Path file = Scans.pdf(
                folder.resolve("a.pdf"),
                Stream.generate(() -> Scans.page(null)).limit(3).toArray(java.awt.image.BufferedImage[]::new));

        assertThat(new FormReader(2).read(file).reason()).contains(Reading.Reason.TOO_LARGE);
    }
}

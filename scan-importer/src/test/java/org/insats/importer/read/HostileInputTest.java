package org.insats.importer.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.insats.importer.Scans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What strangers may send ends with a reason, within the limits, and the next file is read as if nothing had been. */
@Timeout(120)
class HostileInputTest {

    private static final int HEAP = 512;

    @TempDir
    Path folder;

    private Path work;
    private IsolatedReader reader;

    @BeforeEach
    void start() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        reader = new IsolatedReader(
                new IsolatedReader.Settings(HEAP, Duration.ofSeconds(10), Duration.ofSeconds(40), 200, "", "swe"));
    }

    @AfterEach
    void theNextFileIsReadAsIfNothingHadBeen() throws IOException {
        try (IsolatedReader closing = reader) {
            assertThat(closing).isNotNull();
            assertThat(only(read(Scans.pdf(folder.resolve("good.pdf"), Scans.page(Scans.code(1, 1)))))
                            .reason())
                    .isEmpty();
        }
    }

    @Test
    void tenThousandPagesAreNotOpened() throws IOException {
        assertReason(Reason.TOO_LARGE, pdf(pageTree(10_000)));
    }

    @Test
    void aPictureOfFourBillionPixelsIsNotOpened() throws IOException {
        assertReason(Reason.TOO_LARGE, pdf(picture("/FlateDecode", 60_000, 60_000, packed(new byte[1000]))));
        assertReason(Reason.TOO_LARGE, png(60_000, 60_000));
    }

    @Test
    void aPictureThatFillsTheHeapKillsOnlyTheProcessThatOpensIt() throws IOException {
        int side = 8_900;
        assertThat(only(read(pdf(colourPicture(side, packedZeros((long) side * side * 3)))))
                        .reason())
                .isIn(java.util.Optional.of(Reason.TOO_LARGE), java.util.Optional.of(Reason.NO_CODE));
    }

    @Test
    void aPageThatNeverEndsIsGivenUp() throws IOException {
        byte[] loop =
                packed("q 1 0 0 1 0 0 cm 0 0 500 700 re f Q\n".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII));

        assertThat(only(read(pdf(content(loop)))).reason())
                .isIn(java.util.Optional.of(Reason.TOO_SLOW), java.util.Optional.of(Reason.NO_CODE));
    }

    @Test
    void jpegTwoThousandAndJbigOdditiesAreForAPerson() throws IOException {
        assertThat(only(read(pdf(
                                picture("/JPXDecode", 1000, 1000, "no jpeg 2000".getBytes(StandardCharsets.US_ASCII)))))
                        .reason())
                .isPresent();
        assertThat(only(read(pdf(picture("/JBIG2Decode", 1000, 1000, "no jbig2".getBytes(StandardCharsets.US_ASCII)))))
                        .reason())
                .isPresent();
    }

    @Test
    void aPdfWithAScriptIsForAPerson() throws IOException {
        Path file = Scans.pdf(folder.resolve("a.pdf"), Scans.page(Scans.code(1, 1)));
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hej')"));
            pdf.save(folder.resolve("script.pdf").toFile());
        }

        assertReason(Reason.ACTIVE_CONTENT, folder.resolve("script.pdf"));
    }

    @Test
    void aForeignEntityInMetadataIsNeverFetched() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        });
        server.start();
        String xmp = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"http://127.0.0.1:"
                + server.getAddress().getPort() + "/e\">]><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">&e;</x:xmpmeta>";
        Path file = Scans.pdf(folder.resolve("a.pdf"), Scans.page(Scans.code(1, 1)));
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            PDMetadata metadata = new PDMetadata(pdf);
            metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
            pdf.getDocumentCatalog().setMetadata(metadata);
            pdf.save(folder.resolve("xxe.pdf").toFile());
        }

        assertThat(only(read(folder.resolve("xxe.pdf"))).reason()).isEmpty();
        assertThat(asked).hasValue(0);
        server.stop(0);
    }

    @Test
    void pagesThatContainThemselvesAndNestingWithoutEndAreForAPerson() throws IOException {
        String loop =
                "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>> endobj";
        assertThat(only(read(pdf(loop.getBytes(StandardCharsets.US_ASCII)))).reason())
                .isPresent();

        String nested = "1 0 obj <</Type/Catalog/Pages " + "[".repeat(200_000) + "]".repeat(200_000) + ">> endobj";
        assertThat(only(read(pdf(nested.getBytes(StandardCharsets.US_ASCII)))).reason())
                .isPresent();
    }

    @Test
    void aTiffWhosePagesGoInACircleIsForAPerson() throws IOException {
        ByteBuffer tiff = ByteBuffer.allocate(64).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        tiff.put("II*\0".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        tiff.putShort((short) 1)
                .putShort((short) 256)
                .putShort((short) 3)
                .putInt(1)
                .putInt(10)
                .putInt(8);
        Path file = Files.write(folder.resolve("circle.tif"), tiff.array());

        assertThat(only(read(file)).reason()).isPresent();
    }

    @Test
    void noiseInEveryFormatIsForAPerson() throws IOException {
        byte[] good = Files.readAllBytes(Scans.pdf(folder.resolve("g.pdf"), Scans.page(Scans.code(1, 1))));
        java.util.Random random = new java.util.Random(7);
        for (int round = 0; round < 12; round++) {
            byte[] bad = Arrays.copyOf(good, good.length);
            for (int i = 0; i < 400; i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            BatchReading reading = read(Files.write(folder.resolve("noise.pdf"), bad));
            assertThat(reading.papers()).as("seed 7, round " + round).isNotEmpty();
            reading.papers().stream()
                    .filter(paper -> paper.reason().isEmpty())
                    .forEach(paper -> assertThat(paper.code()).contains(Scans.code(1, 1)));
        }
    }

    private BatchReading read(Path file) throws IOException {
        return reader.read(file, work);
    }

    private void assertReason(Reason reason, Path file) throws IOException {
        assertThat(only(read(file)).reason()).contains(reason);
    }

    private static ScannedPaper only(BatchReading reading) {
        assertThat(reading.papers()).hasSize(1);
        return reading.papers().get(0);
    }

    private Path pdf(byte[] objects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        out.write(objects);
        out.write("\ntrailer <</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return Files.write(folder.resolve("hostile.pdf"), out.toByteArray());
    }

    private static byte[] pageTree(int pages) {
        StringBuilder objects = new StringBuilder(
                "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count " + pages + "/Kids[");
        IntStream.range(0, pages).forEach(page -> objects.append(page + 3).append(" 0 R "));
        objects.append("]>> endobj\n");
        IntStream.range(0, pages).forEach(page -> objects.append(page + 3)
                .append(" 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> endobj\n"));
        return objects.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] picture(String filter, int width, int height, byte[] data) throws IOException {
        return onePage(
                "<</Type/XObject/Subtype/Image/Width " + width + "/Height " + height
                        + "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter" + filter + "/Length " + data.length + ">>",
                data);
    }

    private static byte[] colourPicture(int side, byte[] data) throws IOException {
        return onePage(
                "<</Type/XObject/Subtype/Image/Width " + side + "/Height " + side
                        + "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/Length " + data.length + ">>",
                data);
    }

    private static byte[] onePage(String image, byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String draw = "q 595 0 0 842 0 0 cm /I Do Q";
        out.write(("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n"
                        + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                        + "/Resources<</XObject<</I 5 0 R>>>>>> endobj\n4 0 obj <</Length " + draw.length()
                        + ">> stream\n" + draw + "\nendstream endobj\n5 0 obj " + image + " stream\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(data);
        out.write("\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] content(byte[] packed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Count 1/Kids[3 0 R]>> endobj\n"
                        + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>> endobj\n"
                        + "4 0 obj <</Filter/FlateDecode/Length " + packed.length + ">> stream\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(packed);
        out.write("\nendstream endobj\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static byte[] packed(byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            packing.write(data);
        }
        return out.toByteArray();
    }

    private static byte[] packedZeros(long count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] zeros = new byte[1_000_000];
        try (OutputStream packing = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
            for (long left = count; left > 0; left -= zeros.length) {
                packing.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        }
        return out.toByteArray();
    }

    private Path png(int width, int height) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(17);
        head.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        head.put(new byte[] {8, 0, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(head.array());
        ByteBuffer file = ByteBuffer.allocate(8 + 4 + 17 + 4);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        file.putInt(13).put(head.array()).putInt((int) crc.getValue());
        return Files.write(folder.resolve("bomb.png"), file.array());
    }
}

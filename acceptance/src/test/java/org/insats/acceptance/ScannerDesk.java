package org.insats.acceptance;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Prints a form, has it come back as an image-only PDF and runs the scan importer as the program that it is. */
public final class ScannerDesk {

    private static final int DPI = 200;
    private static final String REGISTRAR = "prov.registrator";

    private final Target target;
    private final Path inbox;

    /** A desk with an empty inbox below {@code folder}; its account has the registrar's role only. */
    public ScannerDesk(Target target, People people, Path folder) {
        this.target = target;
        people.inGroup(REGISTRAR, "INSATS_REGISTRAR");
        try {
            inbox = Files.createDirectories(folder.resolve("inbox"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The registrar's own calls. */
    public Api registrar() {
        return target.as(REGISTRAR);
    }

    /** The folder the scanner writes to. */
    Path inbox() {
        return inbox;
    }

    /** What a scanner makes of a printed form: pages that hold one image each and no text. */
    static byte[] scanOf(byte[] form) {
        try (PDDocument printed = Loader.loadPDF(form);
                PDDocument scan = new PDDocument()) {
            PDFRenderer renderer = new PDFRenderer(printed);
            for (int page = 0; page < printed.getNumberOfPages(); page++) {
                addPage(scan, renderer.renderImageWithDPI(page, DPI, ImageType.GRAY));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            scan.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addPage(PDDocument scan, BufferedImage image) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        scan.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
            content.drawImage(
                    JPEGFactory.createFromImage(scan, image, 0.6f),
                    0,
                    0,
                    PDRectangle.A4.getWidth(),
                    PDRectangle.A4.getHeight());
        }
    }

    /** Puts a file in the inbox. */
    public Path drop(String fileName, byte[] content) {
        try {
            return Files.write(inbox.resolve(fileName), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the importer once over the inbox and waits for it. */
    public Run importAll() {
        Path output = inbox.resolveSibling("importer.log");
        Process process = start(target.base(), output);
        try {
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The importer did not end:\n" + Files.readString(output));
            }
            return new Run(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts the importer on the inbox and does not wait for it. */
    Process start(URI repository, Path output) {
        Path jar = Target.root().resolve("scan-importer/target/dist/scan-importer.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("Build the scan importer first (mvn package): no " + jar);
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                jar.toString(),
                "--inbox",
                inbox.toString(),
                "--repository",
                repository.toString(),
                "--user",
                REGISTRAR,
                "--quiet",
                "0",
                "--once"));
        builder.environment().put("INSATS_SCAN_PASSWORD", People.PASSWORD);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a run of the importer ended. */
    public record Run(int exitCode, String output) {}
}

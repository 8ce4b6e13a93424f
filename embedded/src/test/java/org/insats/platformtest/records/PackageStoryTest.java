package org.insats.platformtest.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.records.ArchivePackages;
import org.insats.records.archive.PackageCheck;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.util.StreamUtils;

/** The archive package of a closed file. */
@ExtendWith(Repository.class)
class PackageStoryTest {

    private static ArchivePackages packages() {
        return Story.bean("insats.archivePackages", ArchivePackages.class);
    }

    private static Map<String, byte[]> unpacked(Path file) {
        Map<String, byte[]> found = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                found.put(
                        entry.getName().substring(entry.getName().indexOf('/') + 1), StreamUtils.copyToByteArray(zip));
                entry = zip.getNextEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String text(Map<String, byte[]> files, String path) {
        assertThat(files).containsKey(path);
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    @Test
    @Covers({"RET-35", "RET-86", "RET-01", "RET-05", "RET-10", "RET-12", "RET-21", "RET-27", "RET-30", "RET-34"})
    void allRecordsWithTheirVersionsAndRetentionAreInAPackageThatPassesTheChecks() throws Exception {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = RecordsDesk.closedOn(story, "2026-05-29");

        Path file = story.as(desk.one(), () -> packages().write(story.caseNumber()));
        try (InputStream in = Files.newInputStream(file)) {
            assertThat(PackageCheck.check(in)).isEmpty();
        }
        Map<String, byte[]> files = unpacked(file);

        String index = text(files, "documentation/index.csv");
        for (String kind :
                new String[] {"order", "assignment", "decision", "consent", "meeting", "ending", "journalNote"}) {
            assertThat(index.lines())
                    .as(kind)
                    .anyMatch(line ->
                            line.contains(kind) && line.contains("DESTROY") && line.contains("SOL2025-FIVE-YEARS"));
        }
        assertThat(files.keySet()).anyMatch(path -> path.matches("representations/rep1/data/.*-BST-01/.*\\.pdf"));
        assertThat(text(files, "documentation/routine.json")).contains("motala-srv");
        assertThat(text(files, "documentation/verdict.json")).contains("2031-05-29");
        assertThat(text(files, "metadata/descriptive/case.xml")).contains("Test Barnsson", "order");
        assertThat(text(files, "documentation/access-log.csv")).isNotBlank();
        assertThat(text(files, "METS.xml")).doesNotContain("Barnsson");
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        receiptIsOfThisPackageOnly(story, desk, sha256);
        Files.delete(file);
    }

    private static void receiptIsOfThisPackageOnly(Story story, RecordsDesk desk, String sha256) {
        assertThat(Story.refusalOf(() ->
                        story.as(desk.one(), () -> packages().received(story.caseNumber(), "0".repeat(64), "K-1"))))
                .isEqualTo("INS-PACKAGE-OTHER");
        story.as(desk.one(), () -> packages().received(story.caseNumber(), sha256, "K-1"));
        assertThat(desk.verdict().path("lastEntry").asText()).isEqualTo("2026-05-29");
    }

    @Test
    @Covers("RET-86")
    void aPackageWithAChangedFileDoesNotPassAndAnOpenFileHasNone() throws Exception {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = RecordsDesk.closedOn(story, "2026-05-29");
        Path file = story.as(desk.one(), () -> packages().write(story.caseNumber()));

        Map<String, byte[]> files = unpacked(file);
        files.put("documentation/index.csv", "x".getBytes(StandardCharsets.UTF_8));
        files.put("documentation/more.txt", new byte[0]);
        Path changed = Files.createTempFile("changed", ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                out.putNextEntry(new ZipEntry("insats-" + story.caseNumber() + '/' + each.getKey()));
                out.write(each.getValue());
            }
        }
        try (InputStream in = Files.newInputStream(changed)) {
            assertThat(PackageCheck.check(in))
                    .anyMatch(finding -> finding.contains("checksum: documentation/index.csv"))
                    .anyMatch(finding -> finding.contains("not in METS: documentation/more.txt"));
        }
        Files.delete(file);
        Files.delete(changed);

        desk.reopened();
        assertThat(Story.refusalOf(() -> story.as(desk.one(), () -> packages().write(story.caseNumber()))))
                .isEqualTo("INS-CASE-OPEN");
    }
}

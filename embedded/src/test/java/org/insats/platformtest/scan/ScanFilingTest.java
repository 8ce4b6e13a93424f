package org.insats.platformtest.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.platform.InsatsFolders;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.print.PrintCode;
import org.insats.print.PrintService;
import org.insats.scan.QueuedScan;
import org.insats.scan.Receipt;
import org.insats.scan.ScanReading;
import org.insats.scan.ScanService;
import org.insats.scan.ScannedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class ScanFilingTest {

    private static final String LOOKS = "0123456789abcdef".repeat(36);
    private static final String OTHER_LOOKS = "fedcba9876543210".repeat(36);

    private Story story;

    @BeforeEach
    void anOrderIsSent() {
        story = Story.beginningOn("2026-03-02")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-03-02", "2027-03-01")
                .orderSent();
        story.on("2026-03-20");
    }

    @Test
    void aSignedCopyIsTheNextVersionBitForBitWithWhatWasReadOnIt() {
        byte[] paper = paper("signed");

        Receipt receipt = receive(paper, code(), reading(LOOKS, MonthDay.of(3, 16)), "picture", "text");

        assertThat(receipt.outcome()).isEqualTo(Receipt.Outcome.FILED);
        assertThat(receipt.sha256()).isEqualTo(sha256(paper));
        Document order = story.document(story.order());
        assertThat(content(order.node(), ContentModel.PROP_CONTENT)).isEqualTo(paper);
        assertThat(order.text(ins("sha256"))).contains(sha256(paper));
        assertThat(order.text(ins("scanFields")).orElseThrow()).contains("answer1");
        assertThat(new String(content(order.node(), ins("searchableCopy")), StandardCharsets.UTF_8))
                .isEqualTo("text");
    }

    @Test
    void deadlinesGoByTheDayOnThePaper() {
        receive(paper("dated"), code(), reading(LOOKS, MonthDay.of(3, 16)), "", "");

        assertThat(story.interventionProperty(CaseModel.FACTS).toString()).contains("2026-03-16");
    }

    @Test
    void aDayBeforeTheDocumentOrStillToComeIsForAPerson() {
        Receipt early = receive(paper("early"), code(), reading(LOOKS, MonthDay.of(2, 1)), "", "");
        assertThat(early.reason()).contains("INS-SCAN-DATE");

        assertThat(Story.refusalOf(() -> file(early, Optional.of(LocalDate.parse("2026-03-21")))))
                .isEqualTo("INS-SCAN-DATE");
        assertThat(file(early, Optional.of(LocalDate.parse("2026-03-17"))).outcome())
                .isEqualTo(Receipt.Outcome.FILED);
        assertThat(story.interventionProperty(CaseModel.FACTS).toString()).contains("2026-03-17");
    }

    @Test
    void aPaperThatLooksLikeOneInTheDocumentIsForAPerson() {
        assertThat(receive(paper("one"), code(), reading(LOOKS, null), "", "").outcome())
                .isEqualTo(Receipt.Outcome.FILED);

        assertThat(receive(paper("again"), code(), reading(LOOKS, null), "", "").reason())
                .contains("INS-SCAN-SAME_PAPER");
        assertThat(receive(paper("other"), code("1.0"), reading(OTHER_LOOKS, null), "", "")
                        .reason())
                .contains("INS-SCAN-VERSION");
        assertThat(receive(paper("one"), code(), reading(LOOKS, null), "", "").outcome())
                .isEqualTo(Receipt.Outcome.DUPLICATE);
    }

    @Test
    void aCodeOfAnotherCaseThatDoesNotExistIsForAPerson() {
        PrintCode code = new PrintCode("2026-999999", "BST", 1, "1.0");

        assertThat(receive(paper("foreign"), code.text(1, 1), reading(LOOKS, null), "", "")
                        .reason())
                .contains("INS-SCAN-UNKNOWN");
    }

    @Test
    void theRegistrarSeesReasonPictureAndBestGuess() {
        byte[] paper = paper("queued");
        Receipt receipt = story.as("admin", () -> scans().receive(new ScannedFile(
                sha256(paper),
                2,
                Optional.empty(),
                Optional.of("NO_CODE"),
                () -> new ByteArrayInputStream(paper),
                new ScanReading("", "1,2", LOOKS, "[]", Optional.of(story.caseNumber() + "-BST-01"), Optional.empty()),
                Optional.of(() -> stream("picture")),
                Optional.empty())));

        QueuedScan waiting = waiting(receipt.queueId());
        assertThat(waiting.reasonId()).isEqualTo("INS-SCAN-NO_CODE");
        assertThat(waiting.bestGuess()).isEqualTo(story.caseNumber() + "-BST-01");
        assertThat(waiting.hasPreview()).isTrue();
        assertThat(story.as("admin", () -> scans().preview(receipt.queueId())))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("picture");
    }

    @Test
    void everyFormIsPrintedBlankInBothLanguagesAndItsScanIsLedToTheCase() {
        PrintService printing = Story.bean("insats.printService", PrintService.class);
        for (String language : List.of("sv", "en")) {
            for (String kind : List.of("implementationPlan", "followUp", "journalNote")) {
                byte[] pdf = story.as(story.caseWorker(), () -> printing.blank(
                                kind, Optional.of(story.caseNumber()), java.util.Locale.forLanguageTag(language))
                        .pdf());
                assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
            }
        }
        PrintCode blank = new PrintCode(story.caseNumber(), "GPL", 0, "0.0");

        Receipt receipt = receive(paper("blank"), blank.text(1, 2), reading(LOOKS, null), "", "");

        assertThat(receipt.reason()).contains("INS-SCAN-BLANK_FORM");
        assertThat(waiting(receipt.queueId()).bestGuess()).isEqualTo(story.caseNumber());
    }

    @Test
    void aDroppedFileLeavesTheFolderOnlyWhenTheRegisterHasIt() {
        byte[] paper = paper("dropped");
        String id = drop(paper);
        assertThat(story.as("admin", () -> scans().dropped()))
                .extracting(ScanService.DroppedFile::id)
                .contains(id);
        assertThat(story.as("admin", () -> scans().droppedContent(id))).isEqualTo(paper);

        assertThat(Story.refusalOf(() -> take(id))).isEqualTo("INS-SCAN-NOT_TAKEN");
        receive(
                paper("part of the dropped batch"),
                code(),
                new ScanReading(sha256(paper), "1", LOOKS, "[]", Optional.empty(), Optional.empty()),
                "",
                "");
        take(id);

        assertThat(story.as("admin", () -> scans().dropped()))
                .extracting(ScanService.DroppedFile::id)
                .doesNotContain(id);
    }

    @Test
    void onlyFilesOfTheFolderAreDroppedFiles() {
        assertThat(Story.refusalOf(() -> take(story.order()))).isEqualTo("INS-NOT-FOUND");
    }

    private Boolean take(String id) {
        return story.as("admin", () -> {
            scans().taken(id);
            return true;
        });
    }

    private String drop(byte[] bytes) {
        return story.as("admin", () -> {
            NodeRef file = Story.bean("nodeService", NodeService.class)
                    .createNode(
                            Story.bean("insats.folders", InsatsFolders.class).scanInbox(),
                            ContentModel.ASSOC_CONTAINS,
                            QName.createQName("http://www.alfresco.org/model/content/1.0", "dropped"),
                            ContentModel.TYPE_CONTENT,
                            Map.of(ContentModel.PROP_NAME, sha256(bytes)))
                    .getChildRef();
            ContentWriter writer =
                    Story.bean("contentService", ContentService.class).getWriter(file, ContentModel.PROP_CONTENT, true);
            writer.setMimetype("application/pdf");
            writer.putContent(new ByteArrayInputStream(bytes));
            return file.getId();
        });
    }

    private QueuedScan waiting(String id) {
        return story.as("admin", () -> scans().queue(Optional.empty(), 200)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Receipt file(Receipt queued, Optional<LocalDate> paperDate) {
        String document = name();
        return story.as("admin", () -> scans().fileInDocument(queued.queueId(), document, paperDate));
    }

    private Receipt receive(byte[] paper, String code, ScanReading reading, String preview, String searchable) {
        return story.as("admin", () -> scans().receive(new ScannedFile(
                sha256(paper),
                1,
                Optional.of(code),
                Optional.empty(),
                () -> new ByteArrayInputStream(paper),
                reading,
                Optional.of(preview).filter(text -> !text.isEmpty()).map(text -> () -> stream(text)),
                Optional.of(searchable).filter(text -> !text.isEmpty()).map(text -> () -> stream(text)))));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ScanReading reading(String looks, MonthDay day) {
        return new ScanReading(
                "",
                "1",
                looks,
                "[{\"name\":\"answer1\",\"value\":\"YES\",\"confidence\":0.95}]",
                Optional.empty(),
                Optional.ofNullable(day));
    }

    private byte[] paper(String what) {
        return ("%PDF-1.4 " + story.order() + what).getBytes(StandardCharsets.US_ASCII);
    }

    private String name() {
        return story.document(story.order())
                .text(ContentModel.PROP_NAME)
                .orElseThrow()
                .replace(".pdf", "");
    }

    private String code() {
        Document order = story.document(story.order());
        return code(story.as(
                "admin", () -> Story.bean("insats.documents", Documents.class).versionLabel(order)));
    }

    private String code(String version) {
        String name = name();
        return new PrintCode(
                        name.substring(0, 11), name.substring(12, 15), Integer.parseInt(name.substring(16)), version)
                .text(1, 1);
    }

    private byte[] content(NodeRef node, QName property) {
        return story.as("admin", () -> {
            try (InputStream in = Story.bean("contentService", ContentService.class)
                    .getReader(node, property)
                    .getContentInputStream()) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static QName ins(String name) {
        return QName.createQName("http://insats.org/model/case/1.0", name);
    }

    private static ScanService scans() {
        return Story.bean("insats.scanService", ScanService.class);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

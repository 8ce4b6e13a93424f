package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets a clear answer: a 4xx, the id of a rule, a text, and nothing of it stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String V1 = CaseDesk.V1;
    private static final String PUBLIC = "/api/-default-/public/alfresco/versions/1";
    private static final String XXE =
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";

    private final Target target = Target.get();

    @TempDir
    Path folder;

    private Staff staff;
    private Api caseWorker;
    private CaseDesk desk;

    @BeforeAll
    void aCaseIsOpen() {
        staff = Staff.of(target, "bad");
        caseWorker = staff.caseWorker();
        desk = CaseDesk.open(caseWorker, CaseDesk.intake(staff.unit(), staff.performerUnit()));
    }

    private static void assertRefused(Api.Answer answer, int status, String id) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.errorId()).isEqualTo(id);
        assertThat(answer.json().at("/error/message").asText()).isNotBlank().doesNotStartWith("insats.");
    }

    private int documents() {
        return desk.overview(caseWorker).path("documents").size();
    }

    @Test
    void unknownKindIsRefused() {
        int before = documents();

        Api.Answer answer = desk.tryCreate(caseWorker, "noSuchKind", Map.of());

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.errorId()).isEqualTo("INS-KIND");
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void unknownRoutineAndServiceOpenNoCaseAndTheKnownOnesAreNamed() {
        Map<String, Object> intake = new HashMap<>(CaseDesk.intake(staff.unit(), staff.performerUnit()));
        int before = cases();

        intake.put("profile", "no-such-routine");
        Api.Answer profile = caseWorker.post(V1 + "/cases", intake);
        assertRefused(profile, 422, "INS-CASE-PROFILE");
        assertThat(profile.json().at("/error/message").asText()).contains("motala-srv", "malmo-contact");
        assertThat(profile.json().at("/error/field").asText()).isEqualTo("profile");

        intake.put("profile", "motala-srv");
        intake.put("service", "NO_SUCH_SERVICE");
        Api.Answer service = caseWorker.post(V1 + "/cases", intake);
        assertRefused(service, 422, "INS-CASE-SERVICE");
        assertThat(service.json().at("/error/message").asText()).contains("OPEN_CARE");
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void unknownFieldAndValueOutsideTheListAreRefused() {
        int before = documents();

        assertRefused(desk.tryCreate(caseWorker, "decision", Map.of("noSuchField", "x")), 422, "INS-FIELD");
        assertRefused(desk.tryCreate(caseWorker, "decision", Map.of("decisionType", "NONSENSE")), 422, "INS-VALUE");
        assertRefused(desk.tryCreate(caseWorker, "decision", Map.of("grantFrom", "2026-02-30")), 422, "INS-VALUE");
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void listThatDoesNotFollowItsSchemaIsRefused() {
        Api.Answer answer =
                desk.tryCreate(caseWorker, "assignment", Map.of("goals", List.of(Map.of("level", "NO_SUCH_LEVEL"))));

        assertRefused(answer, 422, "INS-DOC-JSON");
    }

    @Test
    @Covers("BR-111")
    void actWithoutAMandatoryFieldLeavesTheDraftAsItWas() {
        String draft = desk.create(caseWorker, "assignment", Map.of("followUpForms", "Möte"));
        JsonNode before = CaseDesk.read(caseWorker, draft);

        Api.Answer answer = CaseDesk.tryAct(caseWorker, draft, "communicate", Map.of());

        assertRefused(answer, 422, "INS-MANDATORY");
        assertThat(answer.json().at("/error/message").asText()).contains("(DOC-ASG-07)", "(DOC-ASG-08)");
        assertThat(answer.json().at("/error/field").asText()).isNotEmpty();
        assertThat(CaseDesk.read(caseWorker, draft)).isEqualTo(before);
    }

    @Test
    @Covers("BR-05")
    void grantThatEndsBeforeItStartsIsRefused() {
        String draft = desk.create(caseWorker, "decision", Map.of("grantFrom", "2026-05-01", "grantTo", "2026-10-31"));
        String version = CaseDesk.read(caseWorker, draft).path("version").asText();

        assertRefused(
                CaseDesk.tryChange(caseWorker, draft, version, Map.of("grantTo", "2026-04-30")), 422, "INS-BR-05");

        assertThat(CaseDesk.read(caseWorker, draft).at("/fields/grantTo").asText())
                .isEqualTo("2026-10-31");
    }

    @Test
    @Covers("DOC-PER-02")
    void wrongPersonalIdentityNumberOpensNoCaseAndIsNotRepeated() {
        Map<String, Object> intake = new HashMap<>(CaseDesk.intake(staff.unit(), staff.performerUnit()));
        intake.put("client", Map.of("name", "Test Testsson", "personalIdentityNumber", "191212121213"));
        int before = cases();

        Api.Answer answer = caseWorker.post(V1 + "/cases", intake);

        assertRefused(answer, 422, "INS-DOC-PER-02");
        assertThat(answer.text()).doesNotContain("191212121213").doesNotContain("Testsson");
        assertThat(cases()).isEqualTo(before);
    }

    private int cases() {
        return caseWorker.get(V1 + "/cases?size=500").expect(200).path("items").size();
    }

    @Test
    void strangerAndOtherUnitAreRefused() {
        Api stranger = target.as(new People(target.admin()).create("bad.utomstaende"));

        assertThat(stranger.get(V1 + "/cases/" + desk.caseNumber()).status()).isIn(403, 404);
        assertThat(desk.tryCreate(stranger, "journalNote", Map.of()).status()).isIn(403, 404);
        Api.Answer foreign = stranger.post(V1 + "/cases", CaseDesk.intake(staff.unit(), staff.performerUnit()));
        assertRefused(foreign, 403, "INS-UNIT");
        assertThat(Api.of(target.base(), "ingen", "fel").get(V1 + "/cases").status())
                .isEqualTo(401);
    }

    @Test
    void changeFromAStaleVersionIsRefused() {
        String note = desk.create(caseWorker, "journalNote", Map.of("noteType", "OTHER", "noteText", "Ett"));
        String stale = CaseDesk.read(caseWorker, note).path("version").asText();
        CaseDesk.change(caseWorker, note, Map.of("noteText", "Två"));

        assertRefused(CaseDesk.tryChange(caseWorker, note, stale, Map.of("noteText", "Tre")), 409, "INS-STALE");

        assertThat(CaseDesk.read(caseWorker, note).at("/fields/noteText").asText())
                .isEqualTo("Två");
    }

    @Test
    void ofTwoEditsAtOnceOneIsRefused() {
        String note = desk.create(caseWorker, "journalNote", Map.of("noteType", "OTHER", "noteText", "Ett"));
        desk.addMember(caseWorker, staff.followUpCaseWorker().userName(), "CASE_WORKER");
        String version = CaseDesk.read(caseWorker, note).path("version").asText();

        List<CompletableFuture<Integer>> edits = Stream.of(caseWorker, staff.followUpCaseWorker())
                .map(who -> CompletableFuture.supplyAsync(
                        () -> CaseDesk.tryChange(who, note, version, Map.of("noteText", "Av " + who.userName()))
                                .status()))
                .toList();

        assertThat(edits.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
        assertThat(CaseDesk.read(caseWorker, note).path("versions")).hasSize(2);
    }

    @Test
    void markupInATextIsDataAndComesBackEscaped() {
        String text = "<script>alert('x')</script>";
        String note = desk.create(caseWorker, "journalNote", Map.of("noteType", "OTHER", "noteText", text));

        Api.Answer read = caseWorker.get(V1 + "/documents/" + note);

        assertThat(read.json().at("/fields/noteText").asText()).isEqualTo(text);
        assertThat(read.text()).doesNotContain("<script>");
        Api.Answer refused = desk.tryCreate(caseWorker, text, Map.of(text, text));
        assertThat(refused.status()).isBetween(400, 422);
        assertThat(refused.text()).doesNotContain("<script>");
    }

    @Test
    void bodyThatIsNoJsonObjectIsRefused() {
        for (String body : List.of("{\"profile\":", "[]", "null", "{} {}", "[".repeat(2000), XXE)) {
            Api.Answer answer = caseWorker.postRaw(V1 + "/cases", body, "application/json");
            assertThat(answer.status()).as(body).isIn(400, 422);
            assertThat(answer.errorId()).as(body).startsWith("INS-");
            assertThat(answer.text()).doesNotContain("root:");
        }
    }

    @Test
    void bodyOverAMegabyteIsRefused() {
        Api.Answer answer = desk.tryCreate(
                caseWorker, "journalNote", Map.of("noteType", "OTHER", "noteText", "x".repeat(2_000_000)));

        assertRefused(answer, 413, "INS-SIZE");
    }

    @Test
    void emptyAndMismatchedScansAreRefusedWhole() {
        ScannerDesk scanner = new ScannerDesk(target, new People(target.admin()), folder.resolve("direct"));
        int waiting = waiting(scanner);

        assertThat(send(scanner, new byte[0], sha256(new byte[0])).status()).isIn(400, 422);
        Api.Answer mismatched = send(scanner, "%PDF-1.7 x".getBytes(StandardCharsets.US_ASCII), sha256(new byte[] {1}));
        assertRefused(mismatched, 422, "INS-SCAN-CHECKSUM");
        assertThat(send(scanner, new byte[] {1}, "../../etc/passwd").status()).isEqualTo(400);
        assertThat(caseWorker
                        .upload(V1 + "/scans", "file", "x.pdf", new byte[] {1}, Map.of("sha256", sha256(new byte[] {1
                        })))
                        .status())
                .isEqualTo(403);
        assertThat(waiting(scanner)).isEqualTo(waiting);
    }

    @Test
    void unreadableScansGoToTheQueueWithTheReasonAndNeverIntoACase() {
        ScannerDesk scanner = new ScannerDesk(target, new People(target.admin()), folder.resolve("inbox"));
        byte[] noise = new byte[50_000_000];
        new Random().nextBytes(noise);
        int before = documents();
        int waiting = waiting(scanner);
        scanner.drop("tom.pdf", new byte[0]);
        scanner.drop("trasig.pdf", ("%PDF-1.7\n" + noise[0] + noise[1] + " trasig").getBytes(StandardCharsets.UTF_8));
        scanner.drop("xxe.pdf", (XXE + noise[2] + noise[3]).getBytes(StandardCharsets.UTF_8));
        scanner.drop("stor.pdf", noise);

        ScannerDesk.Run run = scanner.importAll();

        assertThat(run.output()).contains("filed 0", "to the queue 2", "refused 2");
        assertThat(scanner.inbox().resolve("refused").resolve(sha256(noise) + ".pdf.reason.txt"))
                .content()
                .contains("Larger than 40000000 bytes: scan it in parts");
        assertThat(waiting(scanner)).as(run.output()).isEqualTo(waiting + 2);
        scanner.registrar()
                .get(V1 + "/scans/queue?size=200")
                .expect(200)
                .path("items")
                .forEach(entry -> assertThat(entry.path("reason").asText()).isNotBlank());
        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void scanOverTheLimitIsRefusedWholeWithTheLimit() {
        ScannerDesk scanner = new ScannerDesk(target, new People(target.admin()), folder.resolve("large"));
        byte[] large = new byte[50_000_000];
        new Random().nextBytes(large);
        int waiting = waiting(scanner);

        Api.Answer refused = send(scanner, large, sha256(large));

        assertRefused(refused, 413, "INS-SCAN-SIZE");
        assertThat(refused.json().at("/error/message").asText()).contains("40000000");
        assertThat(waiting(scanner)).isEqualTo(waiting);
        Api.Answer again = send(scanner, large, sha256(large));
        assertThat(again.errorId()).as("nothing of it was kept").isEqualTo("INS-SCAN-SIZE");
    }

    private static int waiting(ScannerDesk scanner) {
        return scanner.registrar()
                .get(V1 + "/scans/queue?size=200")
                .expect(200)
                .path("items")
                .size();
    }

    private static Api.Answer send(ScannerDesk scanner, byte[] content, String sha256) {
        return scanner.registrar()
                .upload(V1 + "/scans", "file", "../../x.pdf", content, Map.of("sha256", sha256, "pages", "1"));
    }

    @Test
    void nameThatClimbsOutIsRefused() {
        String caseFile = desk.overview(caseWorker).path("id").asText();

        Api.Answer answer = caseWorker.upload(
                PUBLIC + "/nodes/" + caseFile + "/children",
                "filedata",
                "x.txt",
                new byte[] {1},
                Map.of("name", "../../x.txt"));

        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(caseWorker.get(V1 + "/documents/..%2F..%2Fadmin").status()).isBetween(400, 499);
        assertThat(caseWorker.get(V1 + "/cases/%2E%2E%2F%2E%2E").status()).isBetween(400, 499);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

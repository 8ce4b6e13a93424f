package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the platform's public REST API offers everybody stays shut for what belongs to a case. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedDoorsTest {

    private static final String PUBLIC = "/api/-default-/public/alfresco/versions/1";

    private final Target target = Target.get();
    private Staff staff;
    private Api caseWorker;
    private CaseDesk desk;
    private String note;

    @BeforeAll
    void aNoteInTwoVersions() {
        staff = Staff.of(target, "dor");
        caseWorker = staff.caseWorker();
        desk = CaseDesk.open(caseWorker, CaseDesk.intake(staff.unit(), staff.performerUnit()));
        note = desk.create(caseWorker, "journalNote", Map.of("noteType", "OTHER", "noteText", "Ett"));
        CaseDesk.change(caseWorker, note, Map.of("noteText", "Två"));
    }

    private static void assertRefused(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    }

    private JsonNode versions() {
        return target.admin()
                .get(PUBLIC + "/nodes/" + note + "/versions")
                .expect(200)
                .at("/list/entries");
    }

    @Test
    @Covers("BR-111")
    void versionsAreNeitherDeletedNorRevertedToNotEvenByAnAdministrator() {
        int before = versions().size();
        String first = versions().get(before - 1).at("/entry/id").asText();

        for (Api who : List.of(caseWorker, target.admin())) {
            assertRefused(who.delete(PUBLIC + "/nodes/" + note + "/versions/" + first));
            assertRefused(who.post(PUBLIC + "/nodes/" + note + "/versions/" + first + "/revert", Map.of()));
        }

        assertThat(versions()).hasSize(before);
        assertThat(CaseDesk.read(caseWorker, note).at("/fields/noteText").asText())
                .isEqualTo("Två");
    }

    @Test
    @Covers("BR-111")
    void versioningIsNotSwitchedOff() {
        for (Api who : List.of(caseWorker, target.admin())) {
            Set<String> aspects = new HashSet<>();
            who.get(PUBLIC + "/nodes/" + note)
                    .expect(200)
                    .at("/entry/aspectNames")
                    .forEach(name -> aspects.add(name.asText()));
            assertThat(aspects).contains("cm:versionable");
            aspects.remove("cm:versionable");
            assertRefused(who.put(PUBLIC + "/nodes/" + note, Map.of("aspectNames", aspects)));
            assertRefused(who.put(
                    PUBLIC + "/nodes/" + note, Map.of("properties", Map.of("cm:autoVersionOnUpdateProps", false))));
        }
    }

    @Test
    void nothingIsSharedCopiedOrMovedOut() {
        String home = folderOutside();

        assertRefused(caseWorker.post(PUBLIC + "/shared-links", Map.of("nodeId", note)));
        assertRefused(caseWorker.post(PUBLIC + "/nodes/" + note + "/copy", Map.of("targetParentId", home)));
        assertRefused(caseWorker.post(PUBLIC + "/nodes/" + note + "/move", Map.of("targetParentId", home)));
        assertRefused(target.admin().post(PUBLIC + "/nodes/" + note + "/move", Map.of("targetParentId", home)));
        assertRefused(caseWorker.delete(PUBLIC + "/nodes/" + note));
        assertThat(caseWorker
                        .get(PUBLIC + "/nodes/" + home + "/children")
                        .expect(200)
                        .at("/list/entries"))
                .isEmpty();
        assertThat(CaseDesk.status(caseWorker, note)).isEqualTo("DRAFT");
    }

    /** The user's home; the embedded repository has none. */
    private String folderOutside() {
        Api.Answer home = caseWorker.get(PUBLIC + "/nodes/-my-");
        JsonNode folder = home.status() == 200
                ? home.json()
                : target.admin()
                        .post(
                                PUBLIC + "/nodes/-root-/children",
                                Map.of("name", "utanfor " + staff.unit(), "nodeType", "cm:folder"))
                        .expect(201);
        return folder.at("/entry/id").asText();
    }

    @Test
    void plainFileDroppedInBecomesAnIncomingDocument() {
        String caseFile = desk.overview(caseWorker).path("id").asText();

        Api.Answer dropped = caseWorker.upload(
                PUBLIC + "/nodes/" + caseFile + "/children",
                "filedata",
                "brev.txt",
                new byte[] {65},
                Map.of("name", "brev till Test Testsson.txt"));

        assertThat(dropped.status()).as(dropped.text()).isEqualTo(201);
        JsonNode entry = caseWorker
                .get(PUBLIC + "/nodes/" + dropped.json().at("/entry/id").asText())
                .expect(200)
                .path("entry");
        assertThat(entry.path("nodeType").asText()).isEqualTo("ins:incomingDocument");
        assertThat(entry.path("name").asText()).startsWith(desk.caseNumber()).doesNotContain("Testsson");
    }

    @Test
    void fixedFieldsAndOwnerAreNotSetPastTheRules() {
        assertRefused(
                caseWorker.put(PUBLIC + "/nodes/" + note, Map.of("properties", Map.of("ins:status", "ESTABLISHED"))));
        assertRefused(caseWorker.put(PUBLIC + "/nodes/" + note, Map.of("name", "Test Testsson.pdf")));
        caseWorker.put(PUBLIC + "/nodes/" + note, Map.of("properties", Map.of("cm:owner", caseWorker.userName())));

        JsonNode read = target.admin().get(PUBLIC + "/nodes/" + note).expect(200);
        assertThat(read.at("/entry/properties/cm:owner/id")
                        .asText(read.at("/entry/properties/cm:owner").asText()))
                .isEqualTo("insats.service");
        assertThat(CaseDesk.status(caseWorker, note)).isEqualTo("DRAFT");
    }

    @Test
    @Covers("BR-111")
    void contentOfAFixedDocumentIsNotReplacedAtAnyDoor() {
        String fixed = desk.create(caseWorker, "journalNote", Map.of("noteType", "OTHER", "noteText", "Ett"));
        String version = CaseDesk.act(caseWorker, fixed, "establish", Map.of())
                .path("version")
                .asText();
        byte[] before = content(fixed);

        for (Api who : List.of(caseWorker, target.admin())) {
            Api.Answer refused = who.put(PUBLIC + "/nodes/" + fixed + "/content", new byte[] {65}, "application/pdf");
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.text()).contains("INS-BR-111:");
            if (!target.isEmbedded()) {
                assertRefused(who.put(webDav(fixed), new byte[] {65}, "application/pdf"));
            }
        }

        assertThat(content(fixed)).isEqualTo(before);
        assertThat(CaseDesk.read(caseWorker, fixed).path("version").asText()).isEqualTo(version);
    }

    private byte[] content(String document) {
        Api.Answer read = target.admin().get(PUBLIC + "/nodes/" + document + "/content");
        read.expect(200);
        return read.bytes();
    }

    private String webDav(String document) {
        JsonNode entry = target.admin()
                .get(PUBLIC + "/nodes/" + document + "?include=path")
                .expect(200)
                .path("entry");
        return "/webdav"
                + entry.at("/path/name")
                        .asText()
                        .substring("/Company Home".length())
                        .replace(" ", "%20")
                + '/'
                + entry.path("name").asText();
    }

    @Test
    @Covers("BR-111")
    void nothingOfACaseIsDeletedByAnAdministrator() {
        String fixed = desk.create(caseWorker, "journalNote", Map.of("noteType", "OTHER", "noteText", "Ett"));
        CaseDesk.act(caseWorker, fixed, "establish", Map.of());
        String caseFile = desk.overview(caseWorker).path("id").asText();

        Api.Answer record = target.admin().delete(PUBLIC + "/nodes/" + fixed);
        assertThat(record.status()).as(record.text()).isEqualTo(422);
        assertThat(record.text()).contains("INS-KEPT:");
        for (String node : List.of(note, caseFile, desk.interventionId())) {
            Api.Answer refused = target.admin().delete(PUBLIC + "/nodes/" + node + "?permanent=true");
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.text()).contains("INS-DELETE-IN-CASE:");
        }
        assertThat(CaseDesk.status(caseWorker, fixed)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers("ORD-59")
    void draftIsDeletedByItsAuthorInTheCase() {
        String draft = desk.create(caseWorker, "journalNote", Map.of("noteType", "OTHER", "noteText", "Ett"));
        CaseDesk.change(caseWorker, draft, Map.of("noteText", "Två"));

        caseWorker.delete(CaseDesk.V1 + "/documents/" + draft).expect(200);

        assertThat(caseWorker.get(CaseDesk.V1 + "/documents/" + draft).status()).isEqualTo(404);
        assertThat(target.admin().get(PUBLIC + "/nodes/" + draft).status()).isEqualTo(404);
        assertThat(target.admin().get(PUBLIC + "/nodes/" + draft + "/versions").status())
                .isEqualTo(404);
    }
}

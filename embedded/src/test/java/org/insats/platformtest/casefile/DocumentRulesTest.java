package org.insats.platformtest.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.V1;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import org.insats.embedded.Http.Answer;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentRulesTest {

    private final Repository repository = Repository.shared();
    private User worker;
    private JsonNode opened;
    private String caseNumber;

    @BeforeEach
    void openCase() {
        worker = repository.user("CASE_WORKER_SOC");
        opened = worker.openCase();
        caseNumber = opened.path("caseNumber").asText();
    }

    private JsonNode note() {
        return worker.create(caseNumber, "journalNote", "{\"noteText\":\"Samtal\",\"noteType\":\"FAMILY_CONTACT\"}");
    }

    private Answer put(JsonNode document, String fields) {
        return worker.http()
                .put(
                        API + "/documents/" + document.path("id").asText(),
                        "{\"version\":\"" + document.path("version").asText() + "\",\"fields\":" + fields + "}");
    }

    private Answer putOverRest(JsonNode document, String properties) {
        return worker.http().put(V1 + "/nodes/" + document.path("id").asText(), "{\"properties\":" + properties + "}");
    }

    private static void assertRefused(Answer answer, int status, String id, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        JsonNode error = answer.json().path("error");
        assertThat(error.path("id").asText()).isEqualTo(id);
        assertThat(error.path("message").asText()).isNotBlank();
        if (field != null) {
            assertThat(error.path("field").asText()).isEqualTo(field);
        }
    }

    private static void assertRefusedOverRest(Answer answer, String id) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(id + ":");
    }

    @Test
    @Covers({"DOC-COM-01", "DOC-COM-02", "DOC-COM-03", "DOC-COM-04", "DOC-COM-05", "DOC-COM-06"})
    void aDocumentGetsTheCommonFieldsAndAnImpersonalName() {
        JsonNode note = note();

        assertThat(note.path("name").asText()).isEqualTo(caseNumber + "-JRN-01.pdf");
        assertThat(note.path("caseNumber").asText()).isEqualTo(caseNumber);
        assertThat(note.path("status").asText()).isEqualTo("DRAFT");
        JsonNode fields = note.path("fields");
        assertThat(fields.path("clientRef").asText())
                .isEqualTo(opened.path("clientId").asText());
        assertThat(fields.path("author").asText()).isEqualTo(worker.name());
        assertThat(fields.path("documentResponsible").asText()).isEqualTo(worker.name());
        assertThat(fields.path("documentDate").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    @Covers("DOC-COM-07")
    void everyChangeMakesAVersionAndTheEarlierOneStays() {
        JsonNode note = note();
        JsonNode changed = require(put(note, "{\"noteText\":\"Nytt samtal\"}"), 200);

        assertThat(changed.path("version").asText())
                .isNotEqualTo(note.path("version").asText());
        JsonNode versions =
                require(worker.http().get(V1 + "/nodes/" + note.path("id").asText() + "/versions"), 200);
        assertThat(versions.path("list").path("entries")).hasSize(2);
    }

    @Test
    void savingOverAnothersChangeIsRefused() {
        JsonNode note = note();
        require(put(note, "{\"noteText\":\"Först\"}"), 200);

        assertRefused(put(note, "{\"noteText\":\"Sist\"}"), 409, "INS-STALE", "version");
        assertThat(worker.document(note.path("id").asText())
                        .path("fields")
                        .path("noteText")
                        .asText())
                .isEqualTo("Först");
    }

    @Test
    void badInputIsRefusedWithTheFieldAndLeavesNothing() {
        JsonNode note = note();

        assertRefused(put(note, "{\"nonsense\":\"x\"}"), 422, "INS-FIELD", "nonsense");
        assertRefused(put(note, "{\"noteType\":\"NONSENSE\"}"), 422, "INS-VALUE", "noteType");
        assertRefused(put(note, "{\"documentDate\":\"2026-02-30\"}"), 422, "INS-VALUE", "documentDate");
        assertRefused(put(note, "{\"participants\":[{\"who\":1}]}"), 422, "INS-DOC-JSON", "participants");
        assertRefused(put(note, "{\"status\":\"ESTABLISHED\"}"), 422, "INS-FIELD", "status");
        assertRefused(
                worker.http().put(API + "/documents/" + note.path("id").asText(), "{\"fields\":"),
                400,
                "INS-JSON",
                null);
        assertThat(worker.document(note.path("id").asText()).path("versions")).hasSize(1);
    }

    @Test
    @Covers("DOC-COM-04")
    void aDocumentIsNotDatedInTheFuture() {
        assertRefused(put(note(), "{\"documentDate\":\"2999-01-01\"}"), 422, "INS-DOC-COM-04", "documentDate");
    }

    @Test
    @Covers("DOC-JRN-04")
    void aNoteWithoutTextIsNotEstablished() {
        JsonNode note = worker.create(caseNumber, "journalNote", "{\"noteType\":\"OTHER\"}");

        assertRefused(worker.act(note.path("id").asText(), "establish", "{}"), 422, "INS-MANDATORY", "noteText");
    }

    @Test
    @Covers("BR-111")
    void anEstablishedDocumentIsFixedAtEveryDoor() {
        JsonNode note = note();
        JsonNode fixed = require(worker.act(note.path("id").asText(), "establish", "{}"), 200);

        assertRefused(put(fixed, "{\"noteText\":\"Ändrat\"}"), 422, "INS-BR-111", null);
        assertRefusedOverRest(putOverRest(fixed, "{\"ins:noteText\":\"Ändrat\"}"), "INS-BR-111");
        assertThat(repository
                        .admin()
                        .put(V1 + "/nodes/" + fixed.path("id").asText() + "/content", "x")
                        .status())
                .isEqualTo(422);
        assertThat(worker.act(fixed.path("id").asText(), "establish", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void whatIsMissingIsNamedWithItsIdentifier() {
        JsonNode note = worker.create(caseNumber, "journalNote", "{\"noteType\":\"OTHER\"}");

        Answer answer = worker.act(note.path("id").asText(), "establish", "{}");

        assertThat(answer.json().at("/error/message").asText()).contains("(DOC-JRN-04)");
    }

    @Test
    @Covers("BR-111")
    void whatIsWrongInAFixedDocumentIsMarked() {
        JsonNode note = note();
        require(worker.act(note.path("id").asText(), "establish", "{}"), 200);

        assertRefused(worker.act(note.path("id").asText(), "markErroneous", "{}"), 422, "INS-REASON", "reason");
        JsonNode marked =
                require(worker.act(note.path("id").asText(), "markErroneous", "{\"reason\":\"Fel ärende\"}"), 200);

        assertThat(marked.path("erroneous").asBoolean()).isTrue();
        assertThat(marked.path("record").path("version").asText()).isEqualTo("1.1");
        assertThat(marked.path("version").asText()).isEqualTo("1.1");
    }

    @Test
    void theSystemsFieldsAreNotWrittenOverRest() {
        JsonNode note = note();

        assertRefusedOverRest(putOverRest(note, "{\"ins:status\":\"ESTABLISHED\"}"), "INS-FIELD-SYSTEM");
        assertRefusedOverRest(putOverRest(note, "{\"ins:serial\":7}"), "INS-FIELD-SYSTEM");
        assertRefusedOverRest(putOverRest(note, "{\"cm:title\":\"Barn Testsson\"}"), "INS-IMPERSONAL");
        assertRefusedOverRest(putOverRest(note, "{\"cm:autoVersionOnUpdateProps\":false}"), "INS-VERSIONS");
        assertRefusedOverRest(putOverRest(note, "{\"ins:participants\":\"[{]\"}"), "INS-DOC-JSON");
    }

    @Test
    void aDocumentMadeOverRestGetsNumberStatusAndOwnerToo() {
        JsonNode made = require(
                worker.http()
                        .post(
                                V1 + "/nodes/" + opened.path("id").asText() + "/children",
                                "{\"name\":\"Barn Testsson\",\"nodeType\":\"ins:journalNote\",\"properties\":{\"ins:noteText\":\"Samtal\",\"ins:status\":\"ESTABLISHED\"}}"),
                201);
        JsonNode note = worker.document(made.path("entry").path("id").asText());

        assertThat(note.path("name").asText()).isEqualTo(caseNumber + "-JRN-01.pdf");
        assertThat(note.path("status").asText()).isEqualTo("DRAFT");
        assertThat(worker.http()
                        .delete(V1 + "/nodes/" + note.path("id").asText())
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Covers("DLC-01")
    void aDateOfLawIsTheDayInStockholmWhateverTheBrowserSends() {
        JsonNode note = note();
        require(putOverRest(note, "{\"ins:documentDate\":\"2026-03-01T23:30:00.000+0000\"}"), 200);

        assertThat(worker.document(note.path("id").asText())
                        .path("fields")
                        .path("documentDate")
                        .asText())
                .isEqualTo("2026-03-02");
    }

    @Test
    @Covers({"DOC-PER-02", "DOC-PER-08"})
    void aWrongPersonalIdentityNumberIsRefused() {
        String wrong =
                "{\"name\":\"Test Testsson\",\"relation\":\"PARENT\",\"personalIdentityNumber\":\"191212121213\"}";
        String right =
                "{\"name\":\"Test Testsson\",\"relation\":\"PARENT\",\"personalIdentityNumber\":\"19121212-1212\"}";
        String path = API + "/cases/" + caseNumber + "/persons";

        assertRefused(worker.http().post(path, wrong), 422, "INS-DOC-PER-02", "personalIdentityNumber");
        assertRefused(worker.http().post(path, "{\"name\":\"Test Testsson\"}"), 422, "INS-DOC-PER-08", "relation");
        String person = require(worker.http().post(path, right), 201).path("id").asText();
        assertRefusedOverRest(
                worker.http()
                        .put(
                                V1 + "/nodes/" + person,
                                "{\"properties\":{\"ins:personalIdentityNumber\":\"191212121213\"}}"),
                "INS-DOC-PER-02");
    }

    @Test
    void theModelOfAKindTellsAFormWhatItNeeds() {
        JsonNode model = require(worker.http().get(API + "/model/assignment"), 200);

        assertThat(model.path("label").asText()).isEqualTo("Uppdrag");
        assertThat(model.path("fields").findValuesAsText("name")).contains("needs", "goals", "child");
        assertThat(model.path("statuses").findValuesAsText("label")).contains("Samtycke finns");
    }
}

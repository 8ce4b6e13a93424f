package org.insats.platformtest.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.V1;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.insats.embedded.Http.Answer;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordTest {

    private final Repository repository = Repository.shared();
    private User worker;
    private JsonNode opened;

    @BeforeEach
    void openCase() {
        worker = repository.user("CASE_WORKER_SOC");
        opened = worker.openCase();
    }

    @Test
    void theRecordIsAPdfOfTheFieldsWithItsChecksum() throws IOException, NoSuchAlgorithmException {
        JsonNode note = worker.create(
                opened.path("caseNumber").asText(),
                "journalNote",
                "{\"noteText\":\"Åkte hem till <b>familjen</b>\",\"noteType\":\"FAMILY_CONTACT\",\"participants\":[{\"personId\":\""
                        + opened.path("clientId").asText() + "\"}]}");
        String id = note.path("id").asText();
        JsonNode established = require(worker.act(id, "establish", "{}"), 200);

        byte[] pdf =
                worker.http().get(V1 + "/nodes/" + id + "/content").response().body();

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)))
                .isEqualTo(established.path("record").path("sha256").asText());
        assertThat(text(pdf))
                .contains("Journalanteckning")
                .contains("Åkte hem till <b>familjen</b>")
                .contains("Kontakt med familjen")
                .contains("Barn Testsson")
                .contains("Fastställd");
    }

    @Test
    void aPersonWithProtectedIdentityIsPrintedByNumber() throws IOException {
        String hidden = require(
                        worker.http()
                                .post(
                                        API + "/cases/"
                                                + opened.path("caseNumber").asText() + "/persons",
                                        "{\"name\":\"Hemlig Testsson\",\"relation\":\"PARENT\",\"protectedIdentity\":true}"),
                        201)
                .path("id")
                .asText();
        JsonNode note = worker.create(
                opened.path("caseNumber").asText(),
                "journalNote",
                "{\"noteText\":\"Samtal\",\"noteType\":\"OTHER\",\"participants\":[{\"personId\":\"" + hidden
                        + "\"}]}");
        require(worker.act(note.path("id").asText(), "establish", "{}"), 200);

        String text = text(worker.http()
                .get(V1 + "/nodes/" + note.path("id").asText() + "/content")
                .response()
                .body());

        assertThat(text).doesNotContain("Hemlig").contains("-P03 (skyddade personuppgifter)");
    }

    @Test
    void theFormCarriesACodeAndNoPersonInItsMetadata() throws IOException {
        JsonNode assignment =
                worker.create(opened.path("caseNumber").asText(), "assignment", "{\"needs\":\"Stöd i vardagen\"}");

        Answer form =
                worker.http().get(API + "/documents/" + assignment.path("id").asText() + "/form.pdf");

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.header("Content-Type")).startsWith("application/pdf");
        assertThat(text(form.response().body())).contains("Stöd i vardagen").contains("underskrift");
        try (PDDocument pdf = Loader.loadPDF(form.response().body())) {
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo(opened.path("caseNumber").asText() + "-UPP-01");
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}

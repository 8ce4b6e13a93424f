package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The archivist's year: a file is closed, judged, held and let go, proposed, approved, destroyed and certified. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(StopAtFirstFailure.class)
class RecordsStoryTest {

    private static final String V1 = CaseDesk.V1;
    private static final String NODES = "/api/-default-/public/alfresco/versions/1/nodes/";

    private TestClock clock;
    private Staff staff;
    private Api archivist;
    private Api other;
    private CaseDesk desk;
    private String folder;
    private String number;

    @BeforeAll
    void people() {
        Target target = Target.get();
        clock = new TestClock(target.admin());
        clock.setTo("2026-02-09");
        staff = Staff.of(target, "arkiv");
        People people = new People(target.admin());
        String run = "arkiv" + Long.toString(System.currentTimeMillis(), 36);
        archivist = target.as(people.inGroup(run + ".arkivarie1", "INSATS_ARCHIVIST"));
        other = target.as(people.inGroup(run + ".arkivarie2", "INSATS_ARCHIVIST"));
    }

    @AfterAll
    void backToday() {
        clock.reset();
    }

    private String caseAddress() {
        return V1 + "/cases/" + desk.caseNumber();
    }

    @Test
    @Order(1)
    @Covers("RET-67")
    void theArchivistSeesTheRulesAndPutsThoseOfTheUnitsMunicipalityInForce() {
        ObjectNode rules = archivist.get(V1 + "/retention/rules").expect(200).deepCopy();
        ((ObjectNode) rules.path("municipalities")).put(staff.unit(), "1280");
        rules.put("version", "prov-" + staff.unit().toLowerCase(Locale.ROOT));

        assertThat(staff.caseWorker().put(V1 + "/retention/rules", rules).status())
                .isEqualTo(403);
        archivist.put(V1 + "/retention/rules", rules).expect(200);

        assertThat(archivist.get(V1 + "/retention/rules").expect(200).path("version"))
                .isEqualTo(rules.path("version"));
    }

    @Test
    @Order(2)
    @Covers("RET-35")
    void theCaseWorkerClosesTheFileOnceNothingInItIsOpen() {
        Map<String, Object> intake = new HashMap<>(CaseDesk.intake(staff.unit(), staff.performerUnit()));
        intake.remove("service");
        intake.put("client", Map.of("name", "Test Gallringsson", "birthDate", "2013-05-14"));
        desk = CaseDesk.open(staff.caseWorker(), intake);
        folder = staff.caseWorker().get(caseAddress()).expect(200).path("id").asText();
        String note = desk.create(staff.caseWorker(), "journalNote", Map.of("noteText", "Samtal", "noteType", "OTHER"));
        JsonNode toMend =
                staff.caseWorker().get(caseAddress() + "/closing").expect(200).path("toMend");
        assertThat(toMend.findValuesAsText("item")).contains("DRAFT");
        assertThat(staff.caseWorker().post(caseAddress() + "/close", Map.of()).status())
                .isEqualTo(422);

        CaseDesk.act(staff.caseWorker(), note, "establish", Map.of());
        assertThat(staff.caseWorker()
                        .get(caseAddress() + "/closing")
                        .expect(200)
                        .path("toMend"))
                .isEmpty();
        staff.caseWorker().post(caseAddress() + "/close", Map.of()).expect(200);

        assertThat(desk.tryCreate(staff.caseWorker(), "journalNote", Map.of("noteText", "Ny"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Order(3)
    @Covers({"RET-60", "RET-62", "RET-80"})
    void theVerdictSaysInPlainWordsWhenTheFileIsDestroyed() {
        JsonNode verdict = archivist.get(caseAddress() + "/retention").expect(200);

        assertThat(verdict.path("outcome").asText()).isEqualTo("RUNNING");
        assertThat(verdict.path("duty").asText()).isEqualTo("2031-02-09");
        assertThat(verdict.path("completeBy").asText()).isEqualTo("2032-12-31");
        assertThat(verdict.path("explanation").toString()).contains("fem år").doesNotContain("Gallringsson");
        assertThat(archivist
                        .in("en")
                        .get(caseAddress() + "/retention")
                        .expect(200)
                        .path("explanation")
                        .toString())
                .contains("five years");
        assertThat(archivist
                        .get(V1 + "/records/coming?unit=" + staff.unit() + "&year=2031")
                        .expect(200)
                        .path("items")
                        .findValuesAsText("caseNumber"))
                .containsExactly(desk.caseNumber());
    }

    @Test
    @Order(4)
    @Covers("RET-86")
    void thePackageIsAZipFileWhoseReceiptIsRegistered() {
        Api.Answer answer = archivist.get(caseAddress() + "/package");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(staff.caseWorker().get(caseAddress() + "/package").status()).isEqualTo(403);
        assertThat(archivist
                        .post(caseAddress() + "/package/receipt", Map.of("sha256", "0", "receipt", "K-1"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Order(5)
    @Covers("RET-81")
    void aHeldFileIsNotProposedAndResistsTheAdministrator() {
        clock.setTo("2031-03-03");
        String hold = archivist
                .post(V1 + "/records/holds", Map.of("caseNumber", desk.caseNumber(), "reason", "Tillsyn"))
                .expect(201)
                .path("id")
                .asText();
        clock.runRecordsJobs();
        assertThat(archivist
                        .post(V1 + "/records/disposals", Map.of("unit", staff.unit(), "year", 2031))
                        .status())
                .isEqualTo(422);
        assertThat(Target.get().admin().delete(NODES + folder).status()).isIn(403, 409, 422);

        archivist
                .post(V1 + "/records/holds/" + hold + "/lift", Map.of("reason", "Klart"))
                .expect(200);
        assertThat(archivist
                        .post(V1 + "/records/holds/" + hold + "/confirm", Map.of())
                        .status())
                .isEqualTo(422);
        other.post(V1 + "/records/holds/" + hold + "/confirm", Map.of()).expect(200);
    }

    @Test
    @Order(6)
    @Covers("RET-84")
    void oneProposesAnotherApprovesAndTheFileIsGone() {
        clock.runRecordsJobs();
        JsonNode proposed = archivist
                .post(V1 + "/records/disposals", Map.of("unit", staff.unit(), "year", 2031))
                .expect(201);
        number = proposed.path("number").asText();
        assertThat(proposed.path("items").findValuesAsText("caseNumber")).containsExactly(desk.caseNumber());
        assertThat(archivist
                        .post(V1 + "/records/disposals/" + number + "/approve", Map.of())
                        .status())
                .isEqualTo(422);
        other.post(V1 + "/records/disposals/" + number + "/approve", Map.of()).expect(200);

        clock.runRecordsJobs();

        JsonNode done = archivist.get(V1 + "/records/disposals/" + number).expect(200);
        assertThat(done.path("state").asText()).isEqualTo("DONE");
        assertThat(done.path("files").path("DONE").asInt()).isEqualTo(1);
        assertThat(staff.caseWorker().get(caseAddress()).status()).isEqualTo(404);
        assertThat(Target.get().admin().get(NODES + folder).status()).isEqualTo(404);
    }

    @Test
    @Order(7)
    @Covers("RET-84")
    void theCertificateNamesRuleDayOfficersAndNumbersAndNobodyElse() {
        JsonNode certificate = archivist
                .get(V1 + "/records/disposals/" + number + "/certificate?format=json")
                .expect(200);

        assertThat(certificate.path("files").path(0).path("file").asText()).isEqualTo(desk.caseNumber());
        assertThat(certificate.path("files").path(0).path("documents").asInt()).isEqualTo(1);
        assertThat(certificate.path("proposedBy").asText()).isEqualTo(archivist.userName());
        assertThat(certificate.path("approvedBy").asText()).isEqualTo(other.userName());
        assertThat(certificate.path("remains").path("database").path("found").asInt(-1))
                .isZero();
        assertThat(certificate.toString()).doesNotContain("Gallringsson", "Samtal", "Tillsyn");
        assertThat(archivist
                        .get(V1 + "/records/disposals/" + number + "/certificate")
                        .status())
                .isEqualTo(200);
        assertThat(staff.caseWorker()
                        .get(V1 + "/records/disposals/" + number + "/certificate")
                        .status())
                .isEqualTo(403);
    }
}

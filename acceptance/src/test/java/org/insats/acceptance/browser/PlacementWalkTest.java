package org.insats.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import org.insats.acceptance.Api;
import org.insats.acceptance.PlacementDesk;
import org.insats.acceptance.StopAtFirstFailure;
import org.insats.acceptance.Target;
import org.insats.acceptance.TestClock;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A placement in profile {@code motala-rop} walked in the browser, from the order over the weekly meeting and the register to the start
 * and a complaint, each step by the one whose step it is. On the workbench, and with {@code -Dshare.url=} and {@code -Drepo.url=} in a
 * genuine Share. Only people, the register's entry and the clock are prepared otherwise.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(StopAtFirstFailure.class)
class PlacementWalkTest {

    private static final String V1 = "/s/insats/v1";

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());
    private PlacementDesk staff;
    private ShareDesk desk;
    private String contractor;
    private String caseNumber;
    private String order;
    private String weekly;
    private String match;
    private String agreement;
    private String meeting;

    @BeforeAll
    void peopleAndRegisterAreInPlace() {
        String share = System.getProperty("share.url", "");
        assumeTrue(target.isEmbedded() || !share.isEmpty(), "the workbench belongs to the embedded repository");
        clock.setTo("2026-03-02");
        staff = new PlacementDesk(target, "vandring");
        contractor = staff.approved("CONTACT_FAMILY", false);
        desk = share.isEmpty()
                ? ShareDesk.atWorkbench(target.workbench(), "sv")
                : ShareDesk.at(URI.create(share.replaceAll("/?$", "/")), "sv");
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
        if (desk != null) {
            desk.close();
        }
    }

    private JsonNode read(Api who, String path) {
        return who.get(V1 + "/" + path).expect(200);
    }

    private String status(Api who, String document) {
        return read(who, "documents/" + document).path("status").asText();
    }

    private void shoot(String name) {
        desk.browser().shoot("placement-" + name);
    }

    private void assertNoBarriers() {
        assertThat(desk.browser().accessibilityFindings(desk.frame())).isEmpty();
    }

    @Test
    @Order(1)
    void theCaseIsOpenedForAPlacementGroupChosenFromAList() {
        desk.sitDown(staff.caseWorker);
        desk.page("insats-new-case");
        desk.choose("profile", "motala-rop");
        desk.choose("service", "CONTACT_FAMILY");
        desk.choose("unit", staff.unit);
        desk.choose("performerUnit", staff.group);
        desk.fill("name", "Test Testsson");
        desk.fill("birthDate", "2015-05-14");
        desk.browser().click("insats-new-case button[type=submit]");
        desk.browser().waitUntil("document.querySelector('insats-case .path')");
        desk.settle();

        caseNumber = desk.shown();

        assertThat(caseNumber).matches("2026-\\d{6}");
    }

    @Test
    @Order(2)
    @Covers({"ORD-03", "BR-01"})
    void theOrderGoesOutWithTheDecision() {
        desk.startDocument(caseNumber, "decision");
        desk.choose("insdec:decisionType", "GRANT");
        desk.choose("insdec:legalBasis", "SOL");
        desk.fill("insdec:grantFrom", "2026-04-01");
        desk.fill("insdec:grantTo", "2027-03-31");
        desk.saveNew();
        desk.act("decide");
        desk.perform();
        desk.startDocument(caseNumber, "order");
        desk.choose("insord:channel", "ROP_IFO");
        Map.of(
                        "extent", "Var tredje helg",
                        "needsToMeet", "Avlösning",
                        "purpose", "Fler trygga vuxna",
                        "clientInterests", "Djur",
                        "clientAbilities", "Hjälper till",
                        "clientNeeds", "Tydliga tider",
                        "allergies", "Inga kända",
                        "contractorRequirements", "Eget rum",
                        "contractorWishes", "Bor nära")
                .forEach((field, text) -> desk.fill("insord:" + field, text));
        shoot("01-order-form");
        order = desk.saveNew();
        desk.act("send");
        desk.perform();

        assertThat(status(staff.caseWorker, order)).isEqualTo("RECEIVED");
    }

    @Test
    @Order(3)
    @Covers({"ORD-50", "CON-110"})
    void theSectionManagerAllocatesItAtTheWeeklyMeeting() {
        clock.setTo("2026-03-04");
        desk.sitDown(staff.sectionManager);
        desk.page("insats-meetings");
        assertNoBarriers();
        desk.browser().click("insats-meetings form button[type=submit]");
        desk.browser().waitUntil("document.querySelector('insats-meeting [data-allocate]')");
        weekly = desk.shown();
        assertThat(desk.browser().text()).contains(caseNumber).doesNotContain("Djur");
        shoot("02-agenda");
        assertNoBarriers();
        desk.browser().choose("insats-meeting td select", staff.placementWorker.userName());
        desk.browser().click("[data-allocate='" + order + "']");
        desk.browser().waitUntil("!document.querySelector('[data-allocate]')");
        desk.settle();

        assertThat(status(staff.placementWorker, order)).isEqualTo("ALLOCATED");
    }

    @Test
    @Order(4)
    @Covers({"TMP-42", "DOC-ENUM-13"})
    void theMinutesNameNoClientAndCloseTheMeeting() {
        desk.browser().type("insats-meeting textarea", "Test Testsson togs upp");
        desk.browser().click("[data-minutes]");
        assertThat(desk.browser().see("insats-meeting [role=alert]").getText()).contains("INS-MEETING-NAMES");
        desk.browser().retype("insats-meeting textarea", "En familj är under utredning");
        desk.browser().click("insats-meeting input[value='" + staff.placementWorker.userName() + "']");
        desk.browser().click("[data-minutes]");
        desk.browser()
                .waitUntil("document.querySelector('insats-meeting') && !document.querySelector('[data-minutes]')");
        desk.settle();
        shoot("03-minutes");

        JsonNode minuted = read(staff.sectionManager, "unit-meetings/" + weekly);

        assertThat(minuted.path("status").asText()).isEqualTo("MINUTED");
        assertThat(minuted.path("present"))
                .extracting(JsonNode::asText)
                .contains(staff.placementWorker.userName(), staff.sectionManager.userName());
        assertThat(minuted.path("notes").asText()).isEqualTo("En familj är under utredning");
    }

    @Test
    @Order(5)
    @Covers({"MAT-01", "ORD-54"})
    void thePlacementWorkerProposesSomebodyOfTheRegister() {
        desk.sitDown(staff.placementWorker);
        desk.page("insats-cases");
        assertThat(desk.browser().text())
                .as("who carries out sees the case in the list")
                .contains(caseNumber);
        desk.document(caseNumber, order);
        desk.act("firstContact");
        desk.input("text", "Söker bland dem som är utredda");
        desk.perform();
        desk.act("search");
        desk.perform();
        match = latest("match");
        desk.document(caseNumber, match);
        desk.act("propose");
        desk.browser().click(".register input[value='" + contractor + "']");
        assertThat(desk.browser().see("form[data-act='propose']").getText())
                .as("by name nobody is proposed where contractors are investigated")
                .doesNotContain("Uppdragstagarens namn");
        desk.input("matchingAssessment", "Djur hemma");
        shoot("04-propose");
        assertNoBarriers();
        desk.perform();

        assertThat(read(staff.placementWorker, "documents/" + match)
                        .at("/fields/registerEntry")
                        .asText())
                .isEqualTo(contractor);
    }

    private String latest(String kind) {
        String found = "";
        for (JsonNode document :
                read(staff.placementWorker, "cases/" + caseNumber).path("documents")) {
            if (kind.equals(document.path("kind").asText())) {
                found = document.path("id").asText();
            }
        }
        return found;
    }

    @Test
    @Order(6)
    @Covers({"MAT-02", "MAT-09"})
    void theCaseWorkerAgreesOnTheMatch() {
        desk.sitDown(staff.caseWorker);
        desk.document(caseNumber, match);
        desk.act("discuss");
        desk.perform();
        desk.act("agree");
        desk.perform();

        assertThat(status(staff.caseWorker, match)).isEqualTo("AGREED");
    }

    @Test
    @Order(7)
    @Covers("BR-40")
    void theAgreementIsWrittenInTheContractorsFile() {
        desk.sitDown(staff.placementWorker);
        desk.page("insats-contractors");
        desk.browser().waitUntil("document.querySelector('insats-contractors td')");
        assertNoBarriers();
        shoot("05-register");
        desk.page("insats-contractor?contractor=" + contractor);
        shoot("06-contractor");
        assertNoBarriers();
        desk.browser().click("[data-kind='agreement']");
        desk.browser().waitUntil("document.querySelector('insats-new-document form')");
        desk.settle();
        desk.chooseOnly("insagr:interventionRef");
        desk.choose("insagr:startAgreedByAll", "true");
        desk.fill("insagr:startAgreedDate", "2026-04-01");
        desk.fill("insagr:validFrom", "2026-04-01");
        desk.fill("insagr:validTo", "2027-03-31");
        desk.fill("insagr:remuneration", "Enligt tabell");
        shoot("07-agreement-form");
        agreement = desk.saveNew();
        desk.act("establish");
        desk.perform();
        assertNoBarriers();

        assertThat(status(staff.placementWorker, agreement)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Order(8)
    @Covers({"STA-01", "BR-53"})
    void thePlacementStarts() {
        clock.setTo("2026-04-01");
        desk.sitDown(staff.caseWorker);
        desk.startDocument(caseNumber, "implementationPlan");
        Map.of(
                        "goalsAndPurpose", "Avlösning",
                        "interventionContent", "Var tredje helg",
                        "responsibilityDivision", "Handläggaren följer upp",
                        "followUpMethod", "Gemensam uppföljning")
                .forEach((field, text) -> desk.fill("inspln:" + field, text));
        desk.fill("ins:participation", "Barnet hälsade på");
        desk.tick("ins:preparedWith", "Test Testsson");
        desk.saveNew();
        desk.act("establish");
        desk.perform();
        desk.startDocument(caseNumber, "meeting");
        meeting = desk.saveNew();
        desk.act("book");
        desk.browser().retype("[data-input='date'] input.date", "2026-04-01");
        desk.perform();
        desk.edit();
        desk.choose("insmtg:assignmentReviewed", "true");
        desk.tick("ins:participants", "Test Testsson", "(Socialsekreterare", "(Placeringshandläggare");
        desk.save();
        desk.act("hold");
        desk.perform();
        desk.act("execute");
        desk.perform();

        JsonNode overview = read(staff.caseWorker, "cases/" + caseNumber);
        assertThat(overview.at("/interventions/0/state").asText()).isEqualTo("RUNNING");
        assertThat(status(staff.caseWorker, order)).isEqualTo("STARTED");
    }

    @Test
    @Order(9)
    @Covers({"CMP-01", "BR-40"})
    void theCaseWorkerComplainsFromTheCaseAndPassesItOnToSomebodyChosen() {
        desk.page("insats-case?case=" + caseNumber);
        shoot("08-case");
        assertNoBarriers();
        desk.browser().click("[data-report='complaint']");
        desk.browser().waitUntil("document.querySelector('insats-new-document form')");
        desk.settle();
        desk.choose("inscmp:kind", "COMPLAINT");
        desk.fill("inscmp:description", "Kom inte i tid");
        desk.choose("inscmp:serious", "false");
        String complaint = desk.saveNew();
        assertNoBarriers();
        desk.act("forward");
        desk.inputChoice("to", staff.sectionManager.userName());
        shoot("09-forward");
        desk.perform();

        JsonNode read = read(staff.sectionManager, "documents/" + complaint);
        assertThat(read.path("status").asText()).isEqualTo("FORWARDED");
        assertThat(read.at("/fields/concernsIntervention").asText())
                .isEqualTo(read(staff.caseWorker, "cases/" + caseNumber)
                        .at("/interventions/0/id")
                        .asText());
        assertThat(desk.browser().title()).doesNotContain("Testsson");
        desk.page("insats-case?case=" + caseNumber);
        assertThat(desk.browser().text()).contains("Synpunkt eller klagomål");
    }
}

package org.insats.platformtest.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Interventions;
import org.insats.deadline.DeadlineService;
import org.insats.deadline.calc.Fact;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.PlacementStory;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class AgreementStoryTest {

    private static final String TERMS =
            "\"remuneration\":\"Enligt tabell\",\"validFrom\":\"2026-03-15\",\"validTo\":\"2026-08-31\"";
    private static final String AGREED_START = "\"startAgreedByAll\":true,\"startAgreedDate\":\"2026-03-15\"";

    private static QName field(String name) {
        return QName.createQName("http://insats.org/model/agreement/1.0", name);
    }

    private static String agreement(PlacementStory placement, String contractor, String fields) {
        return placement.document(
                placement.worker(),
                contractor,
                "agreement",
                "{\"interventionRef\":\"" + placement.story().interventionId() + "\"" + fields + "}");
    }

    private static String drawnUp(PlacementStory placement, String contractor) {
        String agreement = agreement(placement, contractor, ",\"noticePeriodDays\":30," + AGREED_START + ',' + TERMS);
        placement.act(agreement, "establish", "{}");
        return agreement;
    }

    private static String refused(PlacementStory placement, String document, String action) {
        return Story.refusalOf(() -> placement.act(document, action, "{}"));
    }

    @Test
    @Covers({"INV-24", "MAT-01", "MAT-09", "DOC-CTR-04", "DOC-CTR-06"})
    void noMatchIsAgreedWithAContractorWhoIsNotApproved() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        String contractor = placement.contractor("CONTACT_PERSON", "");
        String match = placement.discussed(contractor);
        Story story = placement.story();
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), match, "agree", "{}")))
                .isEqualTo("INS-INV-24");
        assertThat(story.document(match).properties().toString()).doesNotContain("Kontaktsson");

        placement.approve(contractor);
        story.act(story.caseWorker(), match, "agree", "{}");

        assertThat(story.status(match)).isEqualTo("AGREED");
        assertThat(placement.read(contractor).properties().toString()).contains(story.interventionId());
    }

    @Test
    @Covers({"INV-24", "MAT-01"})
    void whereTheRoutineInvestigatesATypedNameIsNotEnoughNorAnotherSort() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String match = story.create(placement.worker(), "match", "{}");
        String family = placement.contractor("CONTACT_FAMILY", "");
        assertThat(Story.refusalOf(() -> placement.act(
                        match,
                        "propose",
                        "{\"registerId\":\"" + family + "\",\"matchingAssessment\":\"Samma intressen\"}")))
                .isEqualTo("INS-MAT-01");
        placement.act(
                match,
                "propose",
                "{\"contractorName\":\"Test Kontaktsson\",\"matchingAssessment\":\"Samma intressen\"}");
        story.act(story.caseWorker(), match, "discuss", "{}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), match, "agree", "{}")))
                .isEqualTo("INS-INV-24");
    }

    @Test
    @Covers({"INV-23", "MAT-10"})
    void aContractorWhoIsNotApprovedSendsTheMatchBackToTheSearch() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contractor("CONTACT_PERSON", "");
        String investigation = placement.document(
                placement.worker(),
                contractor,
                "contractorInvestigation",
                "{\"forIntervention\":\"" + story.interventionId() + "\"}");
        String match = placement.discussed(contractor);

        placement.act(investigation, "abandon", "{\"resultText\":\"Tackade nej\"}");

        assertThat(story.status(match)).isEqualTo("REJECTED");
        assertThat(story.documentsOf("match")).hasSize(2).last().satisfies(next -> assertThat(next.status())
                .isEqualTo("SEARCHING"));
    }

    @Test
    @Covers({"BR-30", "INV-21", "DOC-INV-HVB-06"})
    void aHomeWithoutAgreementAsksForAReason() {
        PlacementStory placement = PlacementStory.granted("RESIDENTIAL_CARE_HOME");
        Story story = placement.story();
        String without = placement.contractor("RESIDENTIAL_CARE_HOME", ",\"underMunicipalAgreement\":false");
        String match = placement.discussed(without);
        assertThat(story.warnings(match)).contains("BR-30");
        story.act(story.caseWorker(), match, "reject", "{\"rejectedBy\":\"FAMILY\",\"reason\":\"För långt bort\"}");
        String next = story.create(placement.worker(), "match", "{}");

        placement.act(
                next,
                "propose",
                "{\"registerId\":\"" + without
                        + "\",\"matchingAssessment\":\"Rätt behandling\",\"reasonNotAgreementHome\":\"Enda med rätt behandling\"}");

        assertThat(story.warnings(next)).doesNotContain("BR-30");
        String with = placement.homeUnderAgreement("RESIDENTIAL_CARE_HOME");
        assertThat(story.warnings(placement.discussed(with))).doesNotContain("BR-30");
    }

    @Test
    @Covers({
        "STA-03",
        "BR-36",
        "BR-39",
        "CON-06",
        "DL-61",
        "DOC-AGR-01",
        "DOC-AGR-02",
        "DOC-AGR-03",
        "DOC-AGR-04",
        "DOC-AGR-05",
        "DOC-AGR-08"
    })
    void theAgreementIsDrawnUpWhenEverybodyAgreesOnTheStart() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contactPerson();
        String match = story.documentsOf("match").get(0).id();
        story.act(story.caseWorker(), match, "agreeStart", "{\"agreedStart\":\"2026-03-15\"}");
        assertThat(story.openDeadline("DL-61").dueDate()).hasToString("Optional[2026-03-14]");
        assertThat(refused(placement, match, "drawUpAgreement")).isEqualTo("INS-STA-03");
        String agreement = agreement(placement, contractor, "");
        Document begun = story.document(agreement);
        assertThat(begun.text(field("contractor"))).contains(contractor);
        assertThat(begun.text(field("preparedBy"))).contains(placement.worker());
        assertThat(refused(placement, agreement, "establish")).isEqualTo("INS-MANDATORY");
        story.update(placement.worker(), agreement, "{" + TERMS + "}");
        assertThat(refused(placement, agreement, "establish")).isEqualTo("INS-MANDATORY");
        story.update(placement.worker(), agreement, "{\"startAgreedByAll\":false,\"startAgreedDate\":\"2026-03-15\"}");
        assertThat(refused(placement, agreement, "establish")).isEqualTo("INS-BR-39");
        story.update(placement.worker(), agreement, "{\"startAgreedByAll\":true,\"validTo\":\"2026-09-01\"}");
        assertThat(refused(placement, agreement, "establish")).isEqualTo("INS-DOC-AGR-08");
        assertThat(Story.refusalOf(() -> story.update(placement.worker(), agreement, "{\"validTo\":\"2026-03-01\"}")))
                .isEqualTo("INS-DOC-AGR-08");
        story.update(placement.worker(), agreement, "{\"validTo\":\"2026-08-31\"}");

        placement.act(agreement, "establish", "{}");

        assertThat(story.status(agreement)).isEqualTo("ESTABLISHED");
        assertThat(story.document(agreement).isFilled(CaseModel.RECORD_HASH)).isTrue();
        assertThat(story.deadlines("DL-61")).allMatch(deadline -> !deadline.isOpen());
        assertThat(story.document(match)
                        .date(QName.createQName("http://insats.org/model/match/1.0", "agreementDrawnUp")))
                .contains(LocalDate.parse("2026-03-02"));
    }

    @Test
    @Covers({"BR-37", "BR-39", "INV-24"})
    void onlyThePlacementWorkerOfTheCaseDrawsItUpAndOnlyForWhoIsMatched() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contractor("CONTACT_PERSON", "");
        String early = agreement(placement, contractor, ',' + AGREED_START + ',' + TERMS);
        assertThat(refused(placement, early, "establish")).isEqualTo("INS-INV-24");
        placement.approve(contractor);
        assertThat(refused(placement, early, "establish")).isEqualTo("INS-BR-39");
        assertThat(Story.refusalOf(() -> placement.document(story.caseWorker(), contractor, "agreement", "{}")))
                .isEqualTo("INS-ROLE");
        PlacementStory other = PlacementStory.granted("CONTACT_PERSON");
        String foreign = placement.document(
                placement.worker(),
                contractor,
                "agreement",
                "{\"interventionRef\":\"" + other.story().interventionId() + "\"," + AGREED_START + ',' + TERMS + "}");

        assertThat(refused(placement, foreign, "establish")).isEqualTo("INS-BR-37");
        assertThat(Story.refusalOf(() -> placement.document(
                        placement.worker(),
                        contractor,
                        "agreement",
                        "{\"interventionRef\":\"00000000-0000-0000-0000-000000000000\"}")))
                .isEqualTo("INS-DOC-AGR-02");
    }

    @Test
    @Covers({"BR-39", "DOC-AGR-09", "EXT-03"})
    void aContinuedGrantHasAnAgreementOfItsOwnThatReplacesTheOneBefore() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contactPerson();
        String first = drawnUp(placement, contractor);
        placement.write(
                CaseModel.GRANT_PERIODS,
                "[{\"from\":\"2026-03-01\",\"to\":\"2026-08-31\"},{\"from\":\"2026-09-01\",\"to\":\"2027-02-28\"}]");
        placement.write(CaseModel.GRANT_TO, LawDate.toStored(LocalDate.parse("2027-02-28")));

        placement.act(first, "renew", "{}");

        String second = placement.draftAgreement(Story.node(contractor));
        assertThat(story.document(second).text(field("replacesAgreement"))).contains(first);
        assertThat(story.document(second).text(field("remuneration"))).contains("Enligt tabell");
        story.update(
                placement.worker(),
                second,
                "{\"validFrom\":\"2026-09-01\",\"validTo\":\"2027-02-28\"," + AGREED_START + "}");
        placement.act(second, "establish", "{}");
        assertThat(story.status(first)).isEqualTo("REPLACED");
        assertThat(story.document(first).text(field("replacedBy"))).contains(second);
        assertThat(story.interventionProperty(CaseModel.GRANT_PERIODS).toString())
                .contains("\"agreementOn\":\"2026-03-02\"");
    }

    @Test
    @Covers({"DL-49", "DOC-AGR-10", "END-28"})
    void anInterruptionTerminatesTheAgreementByItsOwnNoticePeriod() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String agreement = drawnUp(placement, placement.contactPerson());
        story.standsRunning("2026-03-15").on("2026-04-20");
        story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> {
                    Interventions interventions = Story.bean("insats.interventions", Interventions.class);
                    interventions.noteFact(story.intervention(), Fact.INTERRUPTED, LocalDate.parse("2026-04-20"));
                    interventions.noteFact(
                            story.intervention(), Fact.INTERRUPTION_REPORTED, LocalDate.parse("2026-04-20"));
                    Story.bean("insats.deadlineService", DeadlineService.class).recompute(story.intervention());
                }));
        assertThat(story.openDeadline("DL-49").dueDate()).hasToString("Optional[2026-04-23]");
        assertThat(refused(placement, agreement, "terminate")).isEqualTo("INS-DOC-AGR-10");

        placement.act(agreement, "terminate", "{\"reason\":\"Uppdraget avbröts\"}");

        Document terminated = story.document(agreement);
        assertThat(terminated.status()).isEqualTo("CLOSED");
        assertThat(terminated.date(field("terminationDate"))).hasToString("Optional[2026-04-20]");
        assertThat(terminated.date(field("lastDay"))).hasToString("Optional[2026-05-20]");
        assertThat(story.deadlines("DL-49")).allMatch(deadline -> !deadline.isOpen());
    }

    private static String decision(PlacementStory placement, String purpose) {
        Story story = placement.story();
        String decision = story.create(
                story.caseWorker(),
                "decision",
                "{\"decisionType\":\"SPECIAL\",\"specialPurpose\":\"" + purpose
                        + "\",\"legalBasis\":\"SOL\",\"decisionMaker\":\"" + story.caseWorker() + "\"}");
        story.act(story.caseWorker(), decision, "decide", "{}");
        return decision;
    }

    @Test
    @Covers({"BR-16", "ORD-87", "STA-05", "DOC-AGR-06", "DOC-ENUM-22"})
    void activitiesArePaidThroughTheAllowanceByASeparateDecisionOnly() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String agreement = agreement(
                placement,
                placement.contactPerson(),
                ",\"activityCosts\":true,\"expenseAllowance\":\"Enligt tabell\"," + AGREED_START + ',' + TERMS);
        assertThat(refused(placement, agreement, "establish")).isEqualTo("INS-BR-16");
        story.update(
                placement.worker(),
                agreement,
                "{\"activityCostDecision\":\"" + decision(placement, "CLIENT_EQUIPMENT") + "\"}");
        assertThat(refused(placement, agreement, "establish")).isEqualTo("INS-BR-16");
        story.update(
                placement.worker(),
                agreement,
                "{\"activityCostDecision\":\"" + decision(placement, "CLIENT_ACTIVITY_COST") + "\"}");

        placement.act(agreement, "establish", "{}");

        assertThat(story.status(agreement)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({
        "STA-13",
        "BR-31",
        "BR-36",
        "DOC-ENR-01",
        "DOC-ENR-02",
        "DOC-ENR-03",
        "DOC-ENR-04",
        "DOC-ENR-05",
        "SRV-RULE-04"
    })
    void aHomeUnderAgreementIsEnrolledInByNotice() {
        PlacementStory placement = PlacementStory.granted("RESIDENTIAL_CARE_HOME");
        Story story = placement.story();
        String home = placement.homeUnderAgreement("RESIDENTIAL_CARE_HOME");
        placement.matched(home);
        String agreement = agreement(placement, home, ',' + TERMS);
        assertThat(refused(placement, agreement, "establish")).isEqualTo("INS-BR-36");
        String notice = story.create(placement.worker(), "enrolmentNotice", "{}");
        assertThat(refused(placement, notice, "establish")).isEqualTo("INS-DOC-ENR-03");
        story.update(placement.worker(), notice, "{\"enrolmentDate\":\"2027-01-01\"}");
        assertThat(refused(placement, notice, "establish")).isEqualTo("INS-DOC-ENR-05");
        story.update(placement.worker(), notice, "{\"enrolmentDate\":\"2026-03-15\"}");

        placement.act(notice, "establish", "{}");

        Document written = story.document(notice);
        assertThat(written.status()).isEqualTo("ESTABLISHED");
        assertThat(written.text(field("home"))).contains(home);
        assertThat(written.text(field("writtenBy"))).contains(placement.worker());
        assertThat(written.text(field("municipalAgreementRef"))).contains("AVTAL-7");
        assertThat(written.text(CaseModel.CLIENT_REF)).contains(story.client());
    }

    @Test
    @Covers({"STA-13", "BR-36"})
    void aStateInstitutionHasNeither() {
        PlacementStory placement = PlacementStory.granted("STATE_INSTITUTION");
        Story story = placement.story();
        String institution = placement.contractor("STATE_INSTITUTION", ",\"underMunicipalAgreement\":false");
        placement.matched(institution);
        String agreement = agreement(placement, institution, ',' + TERMS);
        String notice = story.create(placement.worker(), "enrolmentNotice", "{\"enrolmentDate\":\"2026-03-15\"}");

        assertThat(refused(placement, agreement, "establish")).isEqualTo("INS-BR-36");
        assertThat(refused(placement, notice, "establish")).isEqualTo("INS-BR-36");
    }

    @Test
    @Covers({"STA-06", "DL-51", "DOC-MEA-01", "DOC-MEA-02", "ORD-94", "CON-94", "ROLE-17"})
    void theMealDeductionIsTickedOffTwiceEachByItsOwn() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        story.standsRunning("2026-03-02");
        assertThat(story.deadlines("DL-51")).hasSize(2).allMatch(deadline -> deadline.isOpen());
        String record = story.create(placement.worker(), "allowanceRecord", "{}");
        assertThat(refused(placement, record, "informFamily")).isEqualTo("INS-ROLE");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), record, "informSecretary", "{}")))
                .isEqualTo("INS-ROLE");

        story.act(story.caseWorker(), record, "informFamily", "{\"date\":\"2026-03-02\"}");
        assertThat(story.deadlines("DL-51").stream().filter(deadline -> deadline.isOpen()))
                .hasSize(1);
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), record, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        placement.act(record, "informSecretary", "{\"date\":\"2026-03-02\"}");

        assertThat(story.deadlines("DL-51")).noneMatch(deadline -> deadline.isOpen());
        assertThat(story.document(record).text(field("familyInformedBy"))).contains(story.caseWorker());
        assertThat(story.document(record).text(field("secretaryInformedBy"))).contains(placement.worker());
        story.act(story.caseWorker(), record, "establish", "{}");
        assertThat(story.status(record)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"BR-16", "BR-17", "STA-04", "STA-05", "DOC-MEA-03", "DOC-MEA-04", "DOC-MEA-05", "DOC-AGR-07"})
    void theContractorsEquipmentIsThePlacementWorkersAndTheClientsTheCaseWorkers() {
        PlacementStory placement = PlacementStory.granted("FOSTER_HOME");
        Story story = placement.story();
        String record = story.create(placement.worker(), "allowanceRecord", "{}");
        String decision = decision(placement, "CLIENT_EQUIPMENT");
        String input = "{\"decisionId\":\"" + decision + "\"}";
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), record, "equipContractor", "{}")))
                .isEqualTo("INS-ROLE");
        assertThat(Story.refusalOf(() -> placement.act(record, "equipClient", input)))
                .isEqualTo("INS-ROLE");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), record, "equipClient", "{}")))
                .isEqualTo("INS-BR-17");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), record, "payActivities", input)))
                .isEqualTo("INS-BR-16");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), record, "informFamily", "{}")))
                .isEqualTo("INS-STA-06");

        placement.act(record, "equipContractor", "{\"text\":\"Säng\",\"amount\":1200}");
        story.act(story.caseWorker(), record, "equipClient", input);
        story.act(
                story.caseWorker(),
                record,
                "payActivities",
                "{\"decisionId\":\"" + decision(placement, "CLIENT_ACTIVITY_COST") + "\"}");

        Document noted = story.document(record);
        assertThat(noted.text(field("contractorEquipment"))).contains("Säng");
        assertThat(noted.properties().get(field("contractorEquipmentAmount"))).isEqualTo(1200);
        assertThat(noted.text(field("clientEquipmentDecision"))).contains(decision);
        assertThat(noted.isFilled(field("activityCostDecision"))).isTrue();
    }

    @Test
    @Covers({"INV-05", "INV-24", "BR-31"})
    void anAgreementOfTheMunicipalityThatRanOutExemptsNobody() {
        PlacementStory placement = PlacementStory.granted("RESIDENTIAL_CARE_HOME");
        Story story = placement.story();
        String over = placement.contractor(
                "RESIDENTIAL_CARE_HOME",
                ",\"underMunicipalAgreement\":true,\"municipalAgreementRef\":\"AVTAL-6\","
                        + "\"municipalAgreementFrom\":\"2024-01-01\",\"municipalAgreementTo\":\"2026-03-01\"");
        String match = placement.discussed(over);
        assertThat(story.warnings(match)).contains("BR-30");
        String investigation = placement.document(placement.worker(), over, "contractorInvestigation", "{}");
        assertThat(refused(placement, investigation, "exempt")).isEqualTo("INS-INV-05");
        placement.act(investigation, "inform", "{\"date\":\"2026-03-02\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), match, "agree", "{}")))
                .isEqualTo("INS-INV-24");
        story.act(
                story.caseWorker(), match, "reject", "{\"rejectedBy\":\"CASE_WORKER\",\"reason\":\"Avtalet är slut\"}");

        String valid = placement.homeUnderAgreement("RESIDENTIAL_CARE_HOME");
        String next = story.documentsOf("match").get(1).id();
        placement.act(next, "propose", "{\"registerId\":\"" + valid + "\",\"matchingAssessment\":\"Ligger nära\"}");
        story.act(story.caseWorker(), next, "discuss", "{}");
        story.act(story.caseWorker(), next, "agree", "{}");
        assertThat(story.status(next)).isEqualTo("AGREED");
    }

    @Test
    @Covers({"INV-22", "INV-04"})
    void anApprovalServesTheNextAssignmentWithoutAnEndAndAKnownHomeIsInvestigatedInReducedForm() {
        PlacementStory first = PlacementStory.granted("CONTACT_PERSON");
        String contractor = first.contactPerson();
        PlacementStory next = PlacementStory.granted("CONTACT_PERSON");
        next.worksFor(first);
        next.story().on("2029-03-02");
        String match = next.discussed(contractor);
        next.story().act(next.story().caseWorker(), match, "agree", "{}");
        assertThat(next.story().status(match)).isEqualTo("AGREED");
        assertThat(first.read(contractor)
                        .text(QName.createQName("http://insats.org/model/contractor/1.0", "earlierAssignments")))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains(first.story().interventionId(), next.story().interventionId()));

        PlacementStory known = PlacementStory.granted("FOSTER_HOME");
        String home = known.contractor("FOSTER_HOME", "");
        String investigation = known.document(
                known.worker(), home, "contractorInvestigation", "{\"eligibility\":\"EARLIER_ASSIGNMENT\"}");
        assertThat(refused(known, investigation, "interview")).isEqualTo("INS-INV-04-GROUND");
        known.hasAssignment(home);
        known.act(investigation, "interview", "{}");
        assertThat(known.story().status(investigation)).isEqualTo("INTERVIEWING");
    }

    @Test
    @Covers("STA-12")
    void theRemunerationToAHomeIsThePlacementWorkers() {
        PlacementStory placement = PlacementStory.granted("STATE_INSTITUTION");
        Story story = placement.story();
        String record = story.create(story.caseWorker(), "allowanceRecord", "{}");
        String settled = "{\"text\":\"Dygnsavgift enligt myndighetens prislista\"}";
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), record, "settleRemuneration", settled)))
                .isEqualTo("INS-ROLE");
        assertThat(refused(placement, record, "settleRemuneration")).isEqualTo("INS-STA-12");

        placement.act(record, "settleRemuneration", settled);

        assertThat(story.document(record).text(field("homeRemuneration")))
                .contains("Dygnsavgift enligt myndighetens prislista");
        assertThat(story.document(record).text(field("homeRemunerationBy"))).contains(placement.worker());
        assertThat(Story.refusalOf(() -> story.update(story.caseWorker(), record, "{\"homeRemuneration\":\"Annat\"}")))
                .isEqualTo("INS-FIELD-SYSTEM");
        PlacementStory elsewhere = PlacementStory.granted("SUPPORTED_HOUSING");
        String home = elsewhere.contractor("SUPPORTED_HOUSING", ",\"underMunicipalAgreement\":false");
        assertThat(Story.refusalOf(() -> elsewhere.document(
                        elsewhere.story().caseWorker(), home, "agreement", "{\"remuneration\":\"Enligt tabell\"}")))
                .isEqualTo("INS-ROLE");
    }

    @Test
    @Covers({"TMP-43", "INV-24"})
    void urgencyLiftsNoInvestigationAndWhatIsMissingIsShown() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contractor("CONTACT_PERSON", "");
        assertThat(story.warnings(placement.discussed(contractor))).doesNotContain("TMP-43");
        placement.markUrgent();
        String match = story.documentsOf("match").get(0).id();
        assertThat(story.warnings(match)).contains("TMP-43");
        assertThat(placement.openSteps(contractor)).contains("HOME_VISIT", "INTERVIEW", "EXTRACT_CRIMINAL_REGISTER");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), match, "agree", "{}")))
                .isEqualTo("INS-INV-24");

        String investigation = placement.document(placement.worker(), contractor, "contractorInvestigation", "{}");
        placement.act(investigation, "inform", "{\"date\":\"2026-03-02\"}");
        assertThat(placement.openSteps(contractor)).contains("INTERVIEW").doesNotContain("HOME_VISIT");
        placement.act(investigation, "abandon", "{\"resultText\":\"Börjar om\"}");
        placement.approve(contractor);

        assertThat(placement.openSteps(contractor)).isEmpty();
        assertThat(story.warnings(match)).doesNotContain("TMP-43");
        story.act(story.caseWorker(), match, "agree", "{}");
    }

    @Test
    @Covers({"EXT-03", "DOC-EXT-05", "DL-25"})
    void theExtensionNamesTheAgreementThatIsDrawnUpForItsPeriod() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String first = drawnUp(placement, placement.contactPerson());
        placement.followRoutine("malmo-contact");
        story.standsRunning("2026-03-15");
        String extension = story.create(story.caseWorker(), "extension", "{\"needRemains\":true}");
        String decision = story.create(
                story.caseWorker(),
                "decision",
                "{\"decisionType\":\"CONTINUED_GRANT\",\"legalBasis\":\"SOL\",\"grantFrom\":\"2026-09-01\","
                        + "\"grantTo\":\"2027-02-28\",\"extendsDecision\":\""
                        + story.caseFile().getId() + "\"}");
        story.act(story.caseWorker(), decision, "decide", "{}");
        story.act(story.caseWorker(), extension, "sendCopy", "{}");
        assertThat(story.status(extension)).isEqualTo("COPIES_SENT");
        assertThat(Story.refusalOf(
                        () -> placement.act(extension, "registerAgreement", "{\"newAgreement\":\"" + first + "\"}")))
                .isEqualTo("INS-DOC-EXT-05");
        placement.act(first, "renew", "{}");
        String second = placement.draftAgreement(story.document(first).caseFile());
        story.update(
                placement.worker(),
                second,
                "{\"validFrom\":\"2026-09-01\",\"validTo\":\"2027-02-28\"," + AGREED_START + "}");

        placement.act(second, "establish", "{}");

        assertThat(placement.field(extension, "extension", "newAgreementRef")).contains(second);
        assertThat(story.status(extension)).isEqualTo("COMPLETED");
    }

    @Test
    @Covers({"DL-58", "DL-62", "DOC-CTR-08"})
    void contactsAndExtractsReachTheInterventionsInformation() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contactPerson();
        story.standsRunning("2026-03-15").on("2026-05-04");
        assertThat(story.openDeadline("DL-58").dueDate()).hasToString("Optional[2026-06-15]");
        assertThat(story.deadlines("DL-62")).isNotEmpty();

        String contact = placement.document(
                placement.worker(),
                contractor,
                "contractorContact",
                "{\"contactDate\":\"2026-05-04\",\"contactKind\":\"SUPPORT_AND_SUPERVISION\",\"contactText\":\"Handledning\"}");
        placement.act(contact, "establish", "{}");

        assertThat(story.openDeadline("DL-58").dueDate()).hasToString("Optional[2026-08-04]");
    }
}

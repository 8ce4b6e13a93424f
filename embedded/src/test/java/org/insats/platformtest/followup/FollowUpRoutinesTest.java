package org.insats.platformtest.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Follow-ups as the routines differ in them: contact person with child talk, assignments with three levels, family therapist. */
@ExtendWith(Repository.class)
class FollowUpRoutinesTest {

    @Test
    @Covers({"FUP-03", "STA-34", "FUP-11"})
    void theFollowUpBookedAtTheStartUpMeetingStandsAsBooked() {
        Story story = contact();

        Document followUp = story.documentsOf("followUp").get(0);
        assertThat(followUp.status()).isEqualTo("BOOKED");
        assertThat(followUp.properties().toString()).contains("2026");
    }

    @Test
    @Covers({"FUP-12", "FUP-20", "DL-31", "DOC-FUP-18", "DOC-CHT-01", "CON-63", "PRF-31"})
    void theMeetingIsNotHeldBeforeTheChildWasOfferedATalk() {
        Story story = contact().on("2026-06-01");
        String followUp = story.documentsOf("followUp").get(0).id();

        assertThat(Story.refusalOf(() -> hold(story, followUp, true))).isEqualTo("INS-FUP-20");
        String talk = story.create(story.caseWorker(), "childTalk", "{}");
        assertThat(Story.refusalOf(() -> hold(story, followUp, true))).isEqualTo("INS-FUP-20");
        story.act(story.caseWorker(), talk, "offer", "{\"date\":\"2026-05-18\"}");
        hold(story, followUp, true);

        assertThat(story.status(followUp)).isEqualTo("HELD");
        assertThat(story.document(followUp).properties().toString()).contains(talk);
    }

    @Test
    @Covers({"FUP-21", "CON-64", "DOC-CHT-04"})
    void aTalkFoundUnsuitableAnswersForTheOffer() {
        Story story = contact().on("2026-06-01");
        String followUp = story.documentsOf("followUp").get(0).id();
        String talk = story.create(story.caseWorker(), "childTalk", "{}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), talk, "findUnsuitable", "{}")))
                .isEqualTo("INS-DOC-CHT-09");
        story.act(
                story.caseWorker(),
                talk,
                "findUnsuitable",
                "{\"reason\":\"Nyligen sjuk\",\"ageMaturityAssessment\":\"Tio år, förstår frågorna\"}");
        hold(story, followUp, true);

        assertThat(story.status(talk)).isEqualTo("NOT_SUITABLE");
        assertThat(story.status(followUp)).isEqualTo("HELD");
    }

    @Test
    @Covers({"FUP-22", "FUP-23", "BR-76", "CON-11", "DOC-CHT-05", "DOC-CHT-06", "DOC-CHT-07", "DOC-CHT-08", "ROLE-26"})
    void aTalkIsHeldOnlyAfterTheGuardiansWereInformedWhateverTheyAnswered() {
        Story story = contact().on("2026-05-30");
        String talk = story.create(story.caseWorker(), "childTalk", "{\"ageMaturityAssessment\":\"Tio år, mogen\"}");
        story.act(story.caseWorker(), talk, "offer", "{\"date\":\"2026-05-18\"}");
        story.act(story.caseWorker(), talk, "accept", "{}");
        String held = "{\"date\":\"2026-05-25\",\"childView\":\"Vill fortsätta\"}";

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), talk, "hold", held)))
                .isEqualTo("INS-STATE");
        assertThat(Story.refusalOf(
                        () -> story.act(story.caseWorker(), talk, "informGuardians", "{\"date\":\"2026-05-26\"}")))
                .isEqualTo("INS-FUP-22");
        story.act(
                story.caseWorker(),
                talk,
                "informGuardians",
                "{\"date\":\"2026-05-26\",\"guardianConsent\":\"REFUSED\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), talk, "hold", held)))
                .isEqualTo("INS-FUP-23");
        story.act(
                story.caseWorker(),
                talk,
                "informGuardians",
                "{\"date\":\"2026-05-24\",\"guardianConsent\":\"REFUSED\"}");
        story.act(story.caseWorker(), talk, "hold", held);

        assertThat(story.status(talk)).isEqualTo("HELD");
        assertThat(story.document(talk).isFilled(CaseModel.RECORDED_AT)).isTrue();
    }

    @Test
    @Covers({
        "FUP-04",
        "DL-43",
        "DOC-RPT-01",
        "DOC-RPT-02",
        "DOC-RPT-03",
        "DOC-RPT-04",
        "DOC-RPT-05",
        "CON-92",
        "ROLE-20"
    })
    void theContractorReportsAsOftenAsThePlanSays() {
        Story story = contact().on("2026-03-16");
        String plan = story.create(
                story.caseWorker(),
                "implementationPlan",
                """
                {"goalsAndPurpose":"Fritid","interventionContent":"Träffar","responsibilityDivision":"Handläggaren",
                 "followUpMethod":"Möte","participation":"Deltog","preparedWith":["%s"],"needs":"En vuxen",
                 "frequency":"Varje vecka","content":"Bad","reportFrequency":"Var fjärde vecka","reportInterval":4,"reportIntervalUnit":"WEEKS",
                 "reportMethod":"Telefon"}
                """
                        .formatted(story.guardian()));
        story.act(story.caseWorker(), plan, "establish", "{}");
        assertThat(story.openDeadline("DL-43").dueDate()).hasToString("Optional[2026-04-06]");
        for (String half :
                List.of("{\"reportInterval\":1}", "{\"reportInterval\":0,\"reportIntervalUnit\":\"MONTHS\"}")) {
            assertThat(Story.refusalOf(() -> story.create(story.caseWorker(), "implementationPlan", half)))
                    .isEqualTo("INS-DL-43");
        }

        story.on("2026-04-02");
        String report = story.create(
                story.caseWorker(), "contractorReport", "{\"meetingContent\":\"Badade\",\"howItWorks\":\"Bra\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), report, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), report, "{\"changeNeeded\":\"Inget\"}");
        story.act(story.caseWorker(), report, "establish", "{}");

        assertThat(story.openDeadline("DL-43").dueDate()).hasToString("Optional[2026-04-30]");
    }

    @Test
    @Covers("ROLE-30")
    void somebodyOfAnotherBodyIsInvitedToTheFollowUpByWhatTheyAre() {
        Story story = contact();
        String followUp = story.create(story.caseWorker(), "followUp", "{}");

        story.act(
                story.caseWorker(),
                followUp,
                "book",
                "{\"date\":\"2026-06-01\",\"invited\":[{\"text\":\"Skolans kurator\"}]}");

        assertThat(story.document(followUp).properties().toString()).contains("Skolans kurator");
    }

    @Test
    @Covers({"FUP-05", "DOC-COL-01", "DOC-COL-02", "DOC-COL-03", "DOC-COL-04", "ROLE-30"})
    void cooperationWithOtherBodiesIsRecorded() {
        Story story = contact();
        String network = story.create(
                story.caseWorker(), "cooperation", "{\"cooperationKind\":\"NETWORK_MEETING\",\"sipNeed\":false}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), network, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), network, "{\"otherBodies\":\"Skolan\"}");
        story.act(story.caseWorker(), network, "establish", "{}");

        assertThat(story.status(network)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"FUP-15", "BR-60", "CON-62", "DOC-MTG-07", "PRF-28", "ROLE-25"})
    void theChildIsGivenTheChanceAndTheMeetingIsAdapted() {
        Story story = contact().on("2026-06-01");
        String followUp = offered(story);

        assertThat(Story.refusalOf(() -> hold(story, followUp, false))).isEqualTo("INS-BR-60");
        assertThat(Story.refusalOf(() -> story.act(
                        story.caseWorker(),
                        followUp,
                        "hold",
                        "{\"participants\":" + Story.persons(story.family()) + "}")))
                .isEqualTo("INS-MANDATORY");
        hold(story, followUp, true);

        assertThat(story.status(followUp)).isEqualTo("HELD");
    }

    @Test
    @Covers({"FUP-17", "FUP-27", "BR-70", "PRF-55", "DOC-FUP-11", "DOC-FUP-12", "DOC-FUP-25", "PRF-30"})
    void aContactPersonIsFollowedUpByDevelopmentAndTheScaleForEveryGoal() {
        Story story = contact().on("2026-06-01");
        String followUp = offered(story);
        hold(story, followUp, true);
        String results = story.goalResults(followUp, "POSITIVE_NOT_MET");
        String rest =
                """
                "participation":"Barnet berättade","outcome":["CONTINUE"],"nextFollowUpDate":"2026-07-20"
                """;

        story.update(
                story.caseWorker(),
                followUp,
                "{" + rest + ",\"development\":\"Gladare\",\"agreedContent\":\"Bad\",\"goalResult\":"
                        + results.replace("\"POSITIVE_NOT_MET\"", "null") + "}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "document", "{}")))
                .isEqualTo("INS-BR-70");
        story.update(
                story.caseWorker(),
                followUp,
                "{\"goalResult\":" + results + ",\"development\":\"\",\"agreedContent\":\"\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "document", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(
                story.caseWorker(), followUp, "{\"development\":\"Gladare\",\"agreedContent\":\"Bad varje vecka\"}");
        story.act(story.caseWorker(), followUp, "document", "{}");

        assertThat(story.status(followUp)).isEqualTo("DOCUMENTED");
    }

    @Test
    @Covers({"FUP-14", "DOC-MTG-16"})
    void whatWasGatheredBeforeTheMeetingIsNamed() {
        Story story = contact().on("2026-06-01");
        String followUp = story.documentsOf("followUp").get(0).id();

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "prepare", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), followUp, "{\"basisDocuments\":[\"" + followUp + "\"]}");
        story.act(story.caseWorker(), followUp, "prepare", "{}");

        assertThat(story.status(followUp)).isEqualTo("PREPARED");
    }

    @Test
    @Covers({"FUP-36", "BR-100", "CON-23", "DOC-FUP-24"})
    void aFamilyThatDeclinesRaisesTheQuestionOfConcern() {
        Story story = contact().on("2026-06-01");
        String followUp = offered(story);
        hold(story, followUp, true);
        story.update(
                story.caseWorker(),
                followUp,
                """
                {"participation":"Barnet berättade","outcome":["END"],"endingReason":"FAMILY_DECLINES",
                 "development":"Oförändrad","goalResult":%s}
                """
                        .formatted(story.goalResults(followUp, "NO_CHANGE")));

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "document", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), followUp, "{\"concern\":true,\"concernText\":\"Hemmiljön\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "document", "{}")))
                .isEqualTo("INS-FUP-36");
        story.update(story.caseWorker(), followUp, "{\"outcome\":[\"END\",\"NEW_INVESTIGATION\"]}");
        story.act(story.caseWorker(), followUp, "document", "{}");

        assertThat(story.status(followUp)).isEqualTo("DOCUMENTED");
    }

    @Test
    @Covers({"BR-71", "FUP-30"})
    void everyGoalMetIsAProposalAndTheCaseWorkerDecides() {
        Story story = contact().on("2026-06-01");
        String followUp = offered(story);
        hold(story, followUp, true);
        story.update(
                story.caseWorker(),
                followUp,
                """
                {"participation":"Barnet berättade","outcome":["CONTINUE"],"nextFollowUpDate":"2026-07-20",
                 "development":"Bra","agreedContent":"Bad varje vecka","goalResult":%s}
                """
                        .formatted(story.goalResults(followUp, "POSITIVE_MET")));

        story.act(story.caseWorker(), followUp, "document", "{}");

        assertThat(story.document(followUp).properties().toString()).contains("goalsMetProposed=true");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("RUNNING");
    }

    @Test
    @Covers({"FUP-18", "FUP-25", "BR-72", "DOC-FUP-06", "DOC-FUP-13", "DOC-FUP-09"})
    void anAssignmentIsFollowedUpByConformityProgressAndTheComingPeriod() {
        Story story = assignments().on("2026-06-01");
        String followUp = held(story);
        story.update(story.caseWorker(), followUp, documented(story, followUp, "[\"CONTINUE\"]"));
        assertThat(Story.refusalOf(
                        () -> story.update(story.caseWorker(), followUp, "{\"goals\":[{\"text\":\"Omskrivet mål\"}]}")))
                .startsWith("INS-");

        story.update(story.caseWorker(), followUp, "{\"nextPeriodGoals\":\"\",\"carriedOutAsDecidedText\":\"\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "document", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(
                story.caseWorker(),
                followUp,
                "{\"nextPeriodGoals\":\"Matematik\",\"carriedOutAsDecidedText\":\"Enligt planen\"}");
        story.act(story.caseWorker(), followUp, "document", "{}");

        assertThat(story.status(followUp)).isEqualTo("DOCUMENTED");
    }

    @Test
    @Covers({"FUP-32", "DOC-FUP-14", "DOC-FUP-15", "DOC-FUP-20", "DOC-FUP-19", "DOC-FUP-23"})
    void theOutcomeAnswersWhetherPlanAndAssignmentChangeAndNothingOfItIsLeftOut() {
        Story story = assignments().on("2026-06-01");
        String followUp = held(story);
        story.update(
                story.caseWorker(), followUp, documented(story, followUp, "[\"CONTINUE\",\"ASSIGNMENT_REVISED\"]"));
        story.update(
                story.caseWorker(),
                followUp,
                "{\"changeLevel\":\"REMAINING_GOALS\",\"changeLevelReason\":\"Målet kvarstår\"}");
        String reset = "{\"participation\":\"Barnet berättade\",\"nextFollowUpDate\":\"2026-09-01\"}";
        for (String field : List.of("participation", "nextFollowUpDate")) {
            story.update(story.caseWorker(), followUp, "{\"" + field + "\":\"\"}");
            assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "document", "{}")))
                    .as(field)
                    .isEqualTo("INS-MANDATORY");
            story.update(story.caseWorker(), followUp, reset);
        }
        story.act(story.caseWorker(), followUp, "document", "{}");

        assertThat(story.document(followUp).properties().toString())
                .contains("assignmentChangeNeeded=true", "planRevisionNeeded=false");
    }

    @Test
    @Covers({"REV-07", "FUP-31"})
    void whatHasToChangeIsPutOnALevelWithAReason() {
        Story story = assignments().on("2026-06-01");
        String followUp = held(story);
        story.update(story.caseWorker(), followUp, documented(story, followUp, "[\"CONTINUE\",\"PLAN_REVISED\"]"));

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "document", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(
                story.caseWorker(),
                followUp,
                "{\"changeLevel\":\"REMAINING_GOALS\",\"changeLevelReason\":\"Målet kvarstår\"}");
        story.act(story.caseWorker(), followUp, "document", "{}");

        assertThat(story.status(followUp)).isEqualTo("DOCUMENTED");
    }

    @Test
    @Covers({"REV-07", "REV-10"})
    void aLevelOfNewNeedsLeadsToAnInvestigationAlsoWhereNoNewNeedIsNamed() {
        Story story = assignments().on("2026-06-01");
        String followUp = held(story);
        story.update(story.caseWorker(), followUp, documented(story, followUp, "[\"CONTINUE\",\"PLAN_REVISED\"]"));
        story.update(
                story.caseWorker(),
                followUp,
                "{\"newNeeds\":false,\"changeLevel\":\"NEW_NEEDS\",\"changeLevelReason\":\"Helt nytt\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "document", "{}")))
                .isEqualTo("INS-REV-10");
        story.update(
                story.caseWorker(), followUp, "{\"outcome\":[\"CONTINUE\",\"PLAN_REVISED\",\"NEW_INVESTIGATION\"]}");
        story.act(story.caseWorker(), followUp, "document", "{}");
        assertThat(story.status(followUp)).isEqualTo("DOCUMENTED");
    }

    @Test
    @Covers({"FUP-35", "END-24"})
    void anOutcomeToEndLeadsOnToTheDraftOfTheEndingAndOnlyOne() {
        Story story = therapist().on("2026-06-01");
        story.create(story.treatmentLead(), "followUp", "{}");
        String followUp = story.create(story.treatmentLead(), "followUp", "{}");
        story.act(story.caseWorker(), followUp, "book", "{\"date\":\"2026-06-01\"}");
        story.update(
                story.treatmentLead(),
                followUp,
                "{\"participation\":\"Samtal\",\"development\":\"Klart\",\"outcome\":[\"END\"],\"endingReason\":\"NEED_CEASED\"}");
        story.act(story.treatmentLead(), followUp, "prepare", "{}");
        story.act(story.caseWorker(), followUp, "hold", "{\"participants\":" + Story.persons(story.family()) + "}");
        story.documentsOf("journalNote").stream()
                .filter(note ->
                        note.text(CaseModel.RELATED_TO).filter(followUp::equals).isPresent())
                .forEach(note -> story.act(story.caseWorker(), note.id(), "establish", "{}"));
        assertThat(story.documentsOf("ending")).isEmpty();

        story.act(story.caseWorker(), followUp, "document", "{}");

        assertThat(story.documentsOf("ending")).singleElement().satisfies(ending -> {
            assertThat(ending.status()).isEqualTo("DRAFT");
            assertThat(ending.properties().toString()).contains("endingReason=NEED_CEASED", "lastFollowUp=" + followUp);
        });
    }

    @Test
    @Covers({"EXT-04", "FUP-34"})
    void theExtensionCarriesTheContentAgreedAtTheFollowUp() {
        Story story = contact().on("2026-06-01");
        String followUp = offered(story);
        hold(story, followUp, true);
        story.update(
                story.caseWorker(),
                followUp,
                """
                {"participation":"Barnet berättade","development":"Simmar","outcome":["EXTEND"],
                 "agreedContent":"Simning varje vecka","nextFollowUpDate":"2026-11-02","goalResult":%s}
                """
                        .formatted(story.goalResults(followUp, "POSITIVE_NOT_MET")));
        story.act(story.caseWorker(), followUp, "document", "{}");
        assertThat(story.documentsOf("extension")).singleElement().satisfies(extension -> assertThat(
                        extension.properties().toString())
                .contains("agreedContent=Simning varje vecka"));
    }

    @Test
    @Covers({"REV-10", "FUP-33", "REV-11", "DOC-FUP-16", "BR-10"})
    void newNeedsLeadToAnInvestigationAndThePlanWaitsForIt() {
        Story story = assignments();
        String plan = planned(story);
        story.on("2026-06-01");
        String followUp = held(story);
        story.update(story.caseWorker(), followUp, documented(story, followUp, "[\"CONTINUE\",\"PLAN_REVISED\"]"));
        story.update(
                story.caseWorker(),
                followUp,
                "{\"newNeeds\":true,\"newNeedsText\":\"Missbruk\",\"changeLevel\":\"NEW_NEEDS\",\"changeLevelReason\":\"Helt nytt\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "document", "{}")))
                .isEqualTo("INS-FUP-33");
        story.update(
                story.caseWorker(), followUp, "{\"outcome\":[\"CONTINUE\",\"PLAN_REVISED\",\"NEW_INVESTIGATION\"]}");
        story.act(story.caseWorker(), followUp, "document", "{}");

        story.act(story.treatmentLead(), plan, "revise", "{\"reason\":\"Nya behov\"}");
        String revised = story.documentsOf("implementationPlan").get(1).id();
        story.update(story.treatmentLead(), revised, "{\"participation\":\"Deltog\"}");
        assertThat(Story.refusalOf(() -> story.act(story.treatmentLead(), revised, "establish", "{}")))
                .isEqualTo("INS-BR-10");
        String note = story.create(
                story.caseWorker(),
                "journalNote",
                "{\"noteType\":\"EXCEPTIONAL_DECISION_BASIS\",\"noteText\":\"Brådskande\",\"servesAsDecisionBasis\":true,\"relatedTo\":\""
                        + followUp + "\"}");
        story.act(story.caseWorker(), note, "establish", "{}");
        story.act(story.treatmentLead(), revised, "establish", "{}");

        assertThat(story.status(plan)).isEqualTo("REPLACED");
        assertThat(story.document(revised).text(CaseModel.GOALS))
                .isEqualTo(story.document(plan).text(CaseModel.GOALS));
    }

    @Test
    @Covers("REV-07")
    void changedNeedsWaitForADecision() {
        Story story = assignments();
        String plan = planned(story);
        story.on("2026-06-01");
        String followUp = held(story);
        story.update(story.caseWorker(), followUp, documented(story, followUp, "[\"CONTINUE\",\"PLAN_REVISED\"]"));
        story.update(
                story.caseWorker(),
                followUp,
                "{\"changeLevel\":\"CHANGED_NEEDS\",\"changeLevelReason\":\"Mer omfattande stöd\"}");
        story.act(story.caseWorker(), followUp, "document", "{}");
        story.act(story.treatmentLead(), plan, "revise", "{\"reason\":\"Ändrade behov\"}");
        String revised = story.documentsOf("implementationPlan").get(1).id();
        story.update(story.treatmentLead(), revised, "{\"participation\":\"Deltog\"}");

        assertThat(Story.refusalOf(() -> story.act(story.treatmentLead(), revised, "establish", "{}")))
                .isEqualTo("INS-REV-07");
    }

    @Test
    @Covers({"FUP-09", "DL-17", "PRF-32", "FUP-28"})
    void theFirstMeetingWithTheTherapistIsAfterThreeMonthsAndTheNextAreFollowUps() {
        Story story = therapist().on("2026-06-01");
        String first = story.create(story.caseWorker(), "followUp", "{}");
        assertThat(story.document(first).properties().toString()).contains("FIRST_FOLLOW_UP_3_MONTHS");
        story.act(story.caseWorker(), first, "book", "{\"date\":\"2026-06-01\"}");
        story.act(story.caseWorker(), first, "hold", "{\"participants\":" + Story.persons(story.family()) + "}");
        story.update(
                story.treatmentLead(),
                first,
                """
                {"participation":"Samtal","outcome":["CONTINUE"],"nextFollowUpDate":"2026-09-01","development":"Fungerar"}
                """);
        story.act(story.caseWorker(), first, "document", "{}");

        String second = story.create(story.caseWorker(), "followUp", "{}");
        assertThat(story.status(first)).isEqualTo("DOCUMENTED");
        assertThat(story.document(second).properties().toString()).doesNotContain("FIRST_FOLLOW_UP_3_MONTHS");
    }

    @Test
    @Covers({"FUP-13", "BR-77", "FUP-19", "DL-32", "PRF-29"})
    void theTherapistFillsInBeforeTheMeetingAndTheCaseWorkerJournalsIt() {
        Story story = therapist().on("2026-06-01");
        story.create(story.caseWorker(), "followUp", "{}");
        String followUp = story.create(story.caseWorker(), "followUp", "{}");
        story.act(story.caseWorker(), followUp, "book", "{\"date\":\"2026-06-01\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "prepare", "{}")))
                .isEqualTo("INS-ROLE");
        story.update(
                story.treatmentLead(),
                followUp,
                """
                {"participation":"Samtal","development":"Fungerar","outcome":["CONTINUE"],"nextFollowUpDate":"2026-09-01"}
                """);
        story.act(story.treatmentLead(), followUp, "prepare", "{}");
        story.act(story.caseWorker(), followUp, "hold", "{\"participants\":" + Story.persons(story.family()) + "}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "document", "{}")))
                .isEqualTo("INS-FUP-19");
        story.act(
                story.caseWorker(),
                story.documentsOf("journalNote").stream()
                        .filter(note -> note.text(CaseModel.RELATED_TO)
                                .filter(followUp::equals)
                                .isPresent())
                        .findFirst()
                        .orElseThrow()
                        .id(),
                "establish",
                "{}");
        story.act(story.caseWorker(), followUp, "document", "{}");

        assertThat(story.status(followUp)).isEqualTo("DOCUMENTED");
        assertThat(story.document(followUp).properties().toString()).contains("filledInBy=" + story.treatmentLead());
    }

    @Test
    @Covers({"FUP-15", "BR-111"})
    void theCaseWorkerPutsRightWhatTheTherapistFilledInAndMarksAMistake() {
        Story story = therapist().on("2026-06-01");
        String followUp = story.create(story.treatmentLead(), "followUp", "{}");
        story.act(story.caseWorker(), followUp, "book", "{\"date\":\"2026-06-01\"}");
        story.update(story.treatmentLead(), followUp, "{\"development\":\"Fungerar\"}");
        story.act(story.treatmentLead(), followUp, "prepare", "{}");

        story.update(story.caseWorker(), followUp, "{\"participation\":\"Barnet var med\"}");
        story.act(story.caseWorker(), followUp, "hold", "{\"participants\":" + Story.persons(story.family()) + "}");
        story.update(story.caseWorker(), followUp, "{\"outcome\":[\"CONTINUE\"],\"nextFollowUpDate\":\"2026-09-01\"}");
        story.act(story.caseWorker(), followUp, "document", "{}");
        assertThat(story.document(followUp).properties().toString()).contains("filledInBy=" + story.treatmentLead());

        story.act(story.caseWorker(), followUp, "markErroneous", "{\"reason\":\"Fel insats\"}");
        assertThat(story.document(followUp).isFilled(CaseModel.ERRONEOUS_AT)).isTrue();
    }

    @Test
    @Covers({"BR-74", "FUP-08", "CON-49", "DOC-MTG-15", "ROLE-25", "ROLE-26"})
    void aFollowUpCoversTheTimeSinceTheLastAndSaysWhoAskedForIt() {
        Story story = assignments().on("2026-06-01");
        String first = held(story);
        story.update(story.caseWorker(), first, documented(story, first, "[\"CONTINUE\"]"));
        story.act(story.caseWorker(), first, "document", "{}");
        story.on("2026-07-01");

        String second = story.create(story.caseWorker(), "followUp", "{}");
        story.act(story.caseWorker(), second, "book", "{\"date\":\"2026-07-08\",\"initiatedBy\":\"FAMILY\"}");

        String all = story.document(second).properties().toString();
        assertThat(all).contains("initiatedBy=FAMILY").containsPattern("periodFrom=Mon Jun 01");
    }

    private static Story contact() {
        Story story = Story.beginningOn("2026-03-09")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .standsGranted("2026-03-09", "2026-09-08", "Ett eget fritidsintresse")
                .standsMatched();
        return started(story, ",\"nextMeeting\":\"2026-06-01\"");
    }

    private static Story assignments() {
        return started(
                Story.beginningOn("2026-03-09")
                        .caseOpened("bas-assignments", "OPEN_CARE")
                        .standsGranted("2026-03-09", "2026-09-08", "Skolan fungerar"),
                ",\"needsPresented\":\"Behov\",\"methodsPresented\":\"Samtal\",\"roleAgreement\":\"Roller\"");
    }

    private static Story therapist() {
        return started(
                Story.beginningOn("2026-03-02")
                        .caseOpened("malmo-family-therapist", "FAMILY_THERAPIST")
                        .standsGranted("2026-03-02", "2026-09-01"),
                "");
    }

    private static Story started(Story story, String more) {
        String meeting = story.create(story.caseWorker(), "meeting", "{}");
        story.act(
                story.caseWorker(),
                meeting,
                "book",
                "{\"date\":\"" + story.today() + "\",\"invited\":" + Story.persons(story.family()) + "}");
        story.act(
                story.caseWorker(), meeting, "hold", "{\"participants\":" + Story.persons(story.family()) + more + "}");
        story.act(story.caseWorker(), meeting, "execute", "{}");
        return story;
    }

    private static String offered(Story story) {
        String talk = story.create(story.caseWorker(), "childTalk", "{}");
        story.act(story.caseWorker(), talk, "offer", "{}");
        return story.documentsOf("followUp").get(0).id();
    }

    private static void hold(Story story, String followUp, boolean withChild) {
        String participants = Story.persons(story.family().stream()
                .filter(id -> withChild || !id.equals(story.client()))
                .toList());
        story.act(
                story.caseWorker(),
                followUp,
                "hold",
                "{\"adaptation\":\"Bilder och kort möte\",\"participants\":" + participants + "}");
    }

    private static String held(Story story) {
        String followUp = story.create(story.caseWorker(), "followUp", "{}");
        story.act(story.caseWorker(), followUp, "book", "{\"date\":\"" + story.today() + "\"}");
        story.act(story.caseWorker(), followUp, "hold", "{\"participants\":" + Story.persons(story.family()) + "}");
        return followUp;
    }

    private static String documented(Story story, String followUp, String outcomes) {
        return """
                {"participation":"Barnet berättade","outcome":%s,"nextFollowUpDate":"2026-09-01",
                 "carriedOutAsDecided":true,"carriedOutAsDecidedText":"Enligt planen","nextPeriodGoals":"Matematik",
                 "goalResult":%s}
                """
                .formatted(outcomes, story.goalResults(followUp, "POSITIVE_NOT_MET"));
    }

    private static String planned(Story story) {
        String assignment = story.create(story.caseWorker(), "assignment", "{}");
        String plan = story.create(
                story.treatmentLead(),
                "implementationPlan",
                """
                {"goalsAndPurpose":"Skolan","interventionContent":"Samtal","responsibilityDivision":"Behandlaren",
                 "followUpMethod":"Möte","participation":"Deltog","preparedWith":["%s"],"assignmentRef":"%s"}
                """
                        .formatted(story.guardian(), assignment));
        story.act(story.treatmentLead(), plan, "establish", "{}");
        return plan;
    }
}

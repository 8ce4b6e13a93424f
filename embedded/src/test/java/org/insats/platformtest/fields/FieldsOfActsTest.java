package org.insats.platformtest.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.insats.platform.RuleViolation;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fields that an act fills in, or that hold only in a certain situation. */
@ExtendWith(Repository.class)
class FieldsOfActsTest {

    @Test
    @Covers({"DOC-DEC-12", "DOC-DEC-13"})
    void theDecisionSaysWhenItWasExecutedAndByWhom() {
        Story story = Story.beginningOn("2026-03-09")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-03-09", "2026-09-08")
                .orderSent()
                .allocated();
        String decision = story.documentsOf("decision").get(0).id();
        assertThat(story.fieldsOf(decision).has("executedDate")).isFalse();

        story.on("2026-03-16").started();

        assertThat(story.fieldsOf(decision).path("executedDate").asText()).isEqualTo("2026-03-16");
        assertThat(story.fieldsOf(decision).path("executedBy").asText()).isEqualTo(story.unitManager());
    }

    @Test
    @Covers({"DOC-IVG-02", "DOC-ENUM-31"})
    void anInvestigationIsOpenedByADecisionThatIsFoundWhereItIsNotNamed() {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        String investigation = story.create(
                story.caseWorker(), "investigation", "{\"openedDate\":\"2026-03-09\",\"reason\":\"OTHER\"}");
        assertThat(fieldOf(() -> story.act(story.caseWorker(), investigation, "establish", "{}")))
                .isEqualTo("openingDecision");
        String decision = story.create(
                story.caseWorker(), "decision", "{\"decisionType\":\"OPEN_INVESTIGATION\",\"legalBasis\":\"SOL\"}");
        story.act(story.caseWorker(), decision, "decide", "{}");

        story.act(story.caseWorker(), investigation, "establish", "{}");

        assertThat(story.fieldsOf(investigation).path("openingDecision").asText())
                .isEqualTo(decision);
    }

    @Test
    @Covers({"DOC-IVG-06", "DOC-IVG-07"})
    void noInvestigationIsOpenedForAnExtensionWhileAnotherIsOpen() {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        String first = story.openInvestigation(story.caseWorker(), "OTHER");
        assertThat(story.fieldsOf(first).path("alreadyOngoing").booleanValue()).isFalse();
        assertThat(Story.refusalOf(() -> story.openInvestigation(story.caseWorker(), "EXTENSION")))
                .isEqualTo("INS-DOC-IVG-06");
        String second = story.openInvestigation(story.caseWorker(), "OTHER");
        assertThat(story.fieldsOf(second).path("alreadyOngoing").booleanValue()).isTrue();

        for (String open : List.of(first, second)) {
            story.on("2026-03-20").act(story.caseWorker(), open, "close", "{\"date\":\"2026-03-19\"}");
        }

        assertThat(story.fieldsOf(first).path("closedDate").asText()).isEqualTo("2026-03-19");
        assertThat(story.status(story.openInvestigation(story.caseWorker(), "EXTENSION")))
                .isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"DOC-CHT-03", "DOC-CHT-09", "DOC-CHT-02", "DOC-ENUM-38"})
    void aChildWhoDoesNotWantToTalkIsWrittenDownWithTheReason() {
        Story story = Story.beginningOn("2026-03-09").caseOpened("malmo-contact", "CONTACT_PERSON");
        String talk = story.create(story.caseWorker(), "childTalk", "{}");
        story.act(story.caseWorker(), talk, "offer", "{}");
        assertThat(fieldOf(() -> story.act(story.caseWorker(), talk, "decline", "{}")))
                .isEqualTo("reason");
        assertThat(fieldOf(() -> story.act(story.caseWorker(), talk, "decline", "{\"reason\":\"Vill inte\"}")))
                .isEqualTo("ageMaturityAssessment");

        story.act(
                story.caseWorker(),
                talk,
                "decline",
                "{\"reason\":\"Vill inte\",\"ageMaturityAssessment\":\"Tio år, vet vad det gäller\"}");

        JsonNode fields = story.fieldsOf(talk);
        assertThat(fields.path("childWants").booleanValue()).isFalse();
        assertThat(fields.path("notHeldReason").asText()).isEqualTo("Vill inte");
        assertThat(story.status(talk)).isEqualTo("DECLINED_BY_CHILD");
    }

    @Test
    @Covers({"DOC-CHT-03", "DOC-CHT-01", "DOC-CHT-05", "DOC-CHT-06", "DOC-CHT-07"})
    void aTalkGoesFromOfferToHeldWithItsDates() {
        Story story = Story.beginningOn("2026-03-09").caseOpened("malmo-contact", "CONTACT_PERSON");
        String talk = story.create(story.caseWorker(), "childTalk", "{\"ageMaturityAssessment\":\"Tio år\"}");

        story.act(story.caseWorker(), talk, "offer", "{\"date\":\"2026-03-05\"}");
        story.act(story.caseWorker(), talk, "accept", "{}");
        story.act(
                story.caseWorker(),
                talk,
                "informGuardians",
                "{\"date\":\"2026-03-06\",\"guardianConsent\":\"REFUSED\"}");
        story.act(story.caseWorker(), talk, "hold", "{\"date\":\"2026-03-07\",\"childView\":\"Bra\"}");

        JsonNode fields = story.fieldsOf(talk);
        assertThat(fields.path("childWants").booleanValue()).isTrue();
        assertThat(List.of("offeredDate", "guardiansInformedDate", "guardianConsent", "heldDate"))
                .extracting(name -> fields.path(name).asText())
                .containsExactly("2026-03-05", "2026-03-06", "REFUSED", "2026-03-07");
    }

    @Test
    @Covers({"DOC-SUM-05", "DOC-SUM-06", "DOC-SUM-04"})
    void theSummarySaysToWhomItWasHandedOverAndByWhom() {
        Situation.Ready ready = Situation.SUMMARY.prepare();
        Story story = ready.story();

        story.act(ready.user(), ready.document(), "handOver", "{}");

        JsonNode fields = story.fieldsOf(ready.document());
        assertThat(fields.path("handedOverTo").asText()).isEqualTo(story.performerUnit());
        assertThat(fields.path("handedOverBy").asText()).isEqualTo(story.caseWorker());
        assertThat(fields.path("handedOverAt").asText()).isEqualTo("2026-03-09");
    }

    @Test
    @Covers({"DOC-END-01", "DOC-END-09", "DOC-END-10", "DOC-END-11"})
    void eachStepOfTheEndingLeavesItsDate() {
        Story story = Story.beginningOn("2026-03-09").running().on("2026-06-01");
        String ending = story.endedByCaseWorker();
        story.on("2026-06-04").act(story.treatmentLead(), ending, "finishDocumentation", "{}");
        story.on("2026-06-08").act(story.unitManager(), ending, "close", "{}");

        JsonNode fields = story.fieldsOf(ending);
        assertThat(List.of("closedByCaseWorker", "performerDocumentationDone", "closedByPerformer"))
                .extracting(name -> fields.path(name).asText())
                .containsExactly("2026-06-01", "2026-06-04", "2026-06-08");
        assertThat(story.document(ending).intervention()).contains(story.intervention());
    }

    @Test
    @Covers({"DOC-END-05", "DOC-END-12", "DOC-FUP-21", "DOC-FUP-22", "DOC-ENUM-28", "DOC-GAP-02"})
    void anEndWithTheGoalsMetNamesTheFollowUpThatShowsItAndTheRiskAsJudgedThere() {
        Story story = contact();
        String ending = story.create(story.caseWorker(), "ending", "{}");
        String followUp = held(story);
        String wrong = documented(story, followUp, "{\"now\":\"NONE\",\"future\":\"LOW\"}");
        story.update(story.caseWorker(), followUp, wrong);
        assertThat(fieldOf(() -> document(story, followUp, ending))).isEqualTo("riskAssessment");
        story.update(story.caseWorker(), followUp, "{\"riskAssessment\":{\"now\":\"LOW\",\"future\":\"LOW\"}}");

        document(story, followUp, ending);

        JsonNode fields = story.fieldsOf(ending);
        assertThat(fields.path("lastFollowUp").asText()).isEqualTo(followUp);
        assertThat(fields.at("/riskAssessment/now").asText()).isEqualTo("LOW");
    }

    private static void document(Story story, String followUp, String ending) {
        if (!story.status(followUp).equals("DOCUMENTED")) {
            story.act(story.caseWorker(), followUp, "document", "{}");
        }
        story.update(
                story.caseWorker(),
                ending,
                "{\"endingKind\":\"PLANNED\",\"endingReason\":\"GOALS_MET\",\"endingReasonText\":\"Målen är nådda\"}");
        story.act(story.caseWorker(), ending, "end", "{}");
    }

    private static String documented(Story story, String followUp, String risk) {
        return """
                {"participation":"Barnet berättade","outcome":["END"],"endingReason":"GOALS_MET","development":"Mycket",
                 "goalResult":%s,"riskAssessment":%s}
                """
                .formatted(story.goalResults(followUp, "POSITIVE_MET"), risk);
    }

    @Test
    @Covers({"DOC-FUP-02", "DOC-FUP-04", "DOC-FUP-26"})
    void aFollowUpBelongsToOneInterventionAndSaysWhoFilledItInAndWhenTheGrantEnds() {
        Story story = Story.beginningOn("2026-03-09").running().on("2026-06-01");
        Story other = Story.beginningOn("2026-03-09").running().on("2026-06-01");
        assertThat(Story.refusalOf(
                        () -> story.createFor(story.followUpWorker(), "followUp", other.interventionId(), "{}")))
                .isEqualTo("INS-DOC-FUP-02");

        Situation.Ready ready = Situation.FOLLOW_UP.prepare();
        ready.story().act(ready.user(), ready.document(), "document", "{}");

        JsonNode fields = ready.story().fieldsOf(ready.document());
        assertThat(ready.story().document(ready.document()).intervention())
                .contains(ready.story().intervention());
        assertThat(fields.path("filledInBy").asText()).isEqualTo(ready.user());
        assertThat(fields.path("grantPeriodEnd").asText()).isEqualTo("2027-03-08");
    }

    @Test
    @Covers({"DOC-MTG-07", "CON-62", "DOC-MTG-06"})
    void theFollowUpMeetingIsAdaptedToTheChildWhoIsGivenTheChanceToTakePart() {
        Story story = contact();
        String followUp = story.create(story.caseWorker(), "followUp", "{}");
        story.act(story.caseWorker(), followUp, "book", "{\"date\":\"" + story.today() + "\"}");
        String everybody = Story.persons(story.family());
        String adults = Story.persons(story.guardians());

        assertThat(fieldOf(
                        () -> story.act(story.caseWorker(), followUp, "hold", "{\"participants\":" + everybody + "}")))
                .isEqualTo("adaptation");
        String adapted = "{\"adaptation\":\"Korta pass\",\"participants\":";
        assertThat(fieldOf(() -> story.act(story.caseWorker(), followUp, "hold", adapted + adults + "}")))
                .isEqualTo("childAbsenceReason");
        story.update(
                story.caseWorker(),
                followUp,
                "{\"overrides\":[{\"field\":\"adaptation\",\"reason\":\"Van vid möten\"}]}");
        story.act(story.caseWorker(), followUp, "hold", "{\"participants\":" + everybody + "}");

        assertThat(story.status(followUp)).isEqualTo("HELD");
    }

    @Test
    @Covers({"CON-103", "DOC-COL-01"})
    void coordinationWithOthersIsWrittenDownByTheCaseWorkerInEachOfItsForms() {
        Story story = Story.beginningOn("2026-03-09").caseOpened("malmo-contact", "CONTACT_PERSON");

        for (String form : List.of("NETWORK_MEETING", "SIG", "SIP", "COLLABORATION_DOCUMENT")) {
            String made = story.create(
                    story.caseWorker(),
                    "cooperation",
                    "{\"cooperationKind\":\"%s\",\"otherBodies\":\"Skolan, vårdcentralen\",\"sipNeed\":false}"
                            .formatted(form));
            story.act(story.caseWorker(), made, "establish", "{}");
            assertThat(story.fieldsOf(made).path("responsible").asText()).isEqualTo(story.caseWorker());
            assertThat(story.status(made)).isEqualTo("ESTABLISHED");
        }
    }

    @Test
    @Covers({"DOC-IMP-13", "DOC-IMP-12", "DOC-IMP-CP-10"})
    void aPlanSaysWhetherItWasThereAtTheStart() {
        Situation.Ready before = Situation.COMBINED_PLAN.prepare();
        before.story().act(before.user(), before.document(), "establish", "{\"date\":\"2026-03-09\"}");
        Situation.Ready late = Situation.COMBINED_PLAN.prepare();
        late.story().standsRunning("2026-03-09").on("2026-03-16");
        late.story().act(late.user(), late.document(), "establish", "{\"date\":\"2026-03-16\"}");

        assertThat(before.story()
                        .fieldsOf(before.document())
                        .path("availableAtStartUp")
                        .booleanValue())
                .isTrue();
        assertThat(before.story()
                        .fieldsOf(before.document())
                        .path("establishedDate")
                        .asText())
                .isEqualTo("2026-03-09");
        assertThat(late.story()
                        .fieldsOf(late.document())
                        .path("availableAtStartUp")
                        .booleanValue())
                .isFalse();
        assertThat(late.story()
                        .fieldsOf(late.document())
                        .path("establishedDate")
                        .asText())
                .isEqualTo("2026-03-16");
    }

    @Test
    @Covers("DOC-IMP-CP-09")
    void theFollowUpMeetingBookedAtTheStartUpStandsInThePlanAMonthBeforeTheGrantEnds() {
        Situation.Ready ready = Situation.COMBINED_PLAN.prepare();
        Story story = ready.story();
        story.update(ready.user(), ready.document(), "{\"bookedFollowUp\":\"2026-08-09\"}");
        assertThat(fieldOf(() -> story.act(ready.user(), ready.document(), "establish", "{}")))
                .isEqualTo("bookedFollowUp");
        story.update(ready.user(), ready.document(), "{\"bookedFollowUp\":null}");
        story.act(ready.user(), ready.document(), "establish", "{}");
        assertThat(story.fieldsOf(ready.document()).has("bookedFollowUp")).isFalse();

        started(story, ",\"nextMeeting\":\"2026-08-03\"");

        assertThat(story.fieldsOf(ready.document()).path("bookedFollowUp").asText())
                .isEqualTo("2026-08-03");
    }

    @Test
    @Covers({"DOC-IMP-OC-07", "DOC-IMP-14"})
    void aRevisedPlanSaysWhoRevisedIt() {
        Situation.Ready ready = Situation.OPEN_CARE_PLAN.prepare();
        Story story = ready.story();
        story.act(ready.user(), ready.document(), "establish", "{}");

        story.act(ready.user(), ready.document(), "revise", "{\"reason\":\"Nytt arbetssätt\"}");

        JsonNode revised =
                story.fieldsOf(story.documentsOf("implementationPlan").get(1).id());
        assertThat(revised.path("revisedBy").asText()).isEqualTo(story.treatmentLead());
        assertThat(revised.path("revisedFrom").asText()).isEqualTo(ready.document());
        assertThat(revised.path("revisionReason").asText()).isEqualTo("Nytt arbetssätt");
    }

    @Test
    @Covers({"DOC-GAP-05", "DOC-IMP-OC-03"})
    void aPlanOfOpenCareNeedsNoSignatures() {
        Situation.Ready ready = Situation.OPEN_CARE_PLAN.prepare();

        ready.story().act(ready.user(), ready.document(), "establish", "{}");

        assertThat(ready.story().fieldsOf(ready.document()).has("signatures")).isFalse();
        assertThat(ready.story().status(ready.document())).isEqualTo("ESTABLISHED");
    }

    @Test
    @Covers({"DOC-GAP-04", "DOC-IMP-HVB-02", "DOC-IMP-HVB-04"})
    void goalsAndFollowUpFormsOfAHomesPlanAreAskedForOnce() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("bas-assignments", "RESIDENTIAL_CARE_HOME")
                .standsGranted("2026-03-02", "2026-09-01");
        String plan = story.create(story.caseWorker(), "implementationPlan", "{\"goalsDelegated\":false}");

        String asked = messageOf(() -> story.act(story.caseWorker(), plan, "establish", "{}"));

        assertThat(asked.split("Former för uppföljning", -1)).hasSize(2);
        assertThat(asked.split(" Mål \\(", -1)).as(asked).hasSize(2);
    }

    @Test
    @Covers({"DOC-IMP-FH-03", "DOC-IMP-FH-07"})
    void aFosterHomesPlanAsksForGoalsAndRecommendsThePointsOfTheRegulation() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("bas-assignments", "FOSTER_HOME")
                .standsGranted("2026-03-02", "2026-09-01");
        String plan = story.create(story.caseWorker(), "implementationPlan", "{}");

        String asked = messageOf(() -> story.act(story.caseWorker(), plan, "establish", "{}"));

        assertThat(asked).contains(" Mål (").doesNotContain("skolgång").doesNotContain("Umgänge");
        assertThat(story.hintedFields(plan))
                .contains(
                        "whenHow",
                        "followUpForms",
                        "caseWorkerContact",
                        "schooling",
                        "healthCare",
                        "otherBodiesInterventions",
                        "contactArrangements");
    }

    @Test
    @Covers({"DOC-GAP-06", "DOC-ASG-10", "DOC-ASG-11", "DOC-ASG-12", "DOC-ASG-13"})
    void anAssignmentToAFosterHomeAsksForWhatOneOfOpenCareDoes() {
        for (String service : List.of("OPEN_CARE", "FOSTER_HOME")) {
            Story story = Story.beginningOn("2026-03-02")
                    .caseOpened("bas-assignments", service)
                    .basisEstablished()
                    .granted("2026-03-02", "2026-09-01")
                    .personsWhole();
            String assignment = story.create(story.caseWorker(), "assignment", "{}");

            String asked = messageOf(() -> story.act(story.caseWorker(), assignment, "send", "{}"));

            assertThat(asked)
                    .contains(
                            "Former för uppföljning",
                            "Information som ska återföras vid avslut",
                            "Insatser av andra huvudmän",
                            "Behov av SIP");
        }
    }

    @Test
    @Covers({"DOC-GAP-03", "DOC-FUP-11", "DOC-ENUM-14", "BR-70"})
    void theFourStepsAreTheSameInBothRoutinesThatUseTheScale() {
        Story assignments = Story.beginningOn("2026-03-09")
                .caseOpened("bas-assignments", "OPEN_CARE")
                .standsGranted("2026-03-09", "2026-09-08", "Skolan fungerar");
        started(assignments, ",\"needsPresented\":\"B\",\"methodsPresented\":\"S\",\"roleAgreement\":\"R\"");
        for (Story story : List.of(contact(), assignments)) {
            String followUp = held(story);
            story.update(
                    story.caseWorker(),
                    followUp,
                    """
                    {"participation":"Barnet berättade","outcome":["CONTINUE"],"nextFollowUpDate":"2026-09-01","development":"Framåt",
                     "agreedContent":"Samma","carriedOutAsDecided":true,"carriedOutAsDecidedText":"Ja","nextPeriodGoals":"Läsa"}
                    """);
            for (String step : List.of("POSITIVE_MET", "POSITIVE_NOT_MET", "NO_CHANGE", "NEGATIVE")) {
                story.update(
                        story.caseWorker(), followUp, "{\"goalResult\":" + story.goalResults(followUp, step) + "}");
            }
            String rated = story.fieldsOf(followUp).path("goalResult").toString();
            String unrated = rated.replaceAll(",?\"attainment\":\"NEGATIVE\"", "");
            story.update(story.caseWorker(), followUp, "{\"goalResult\":" + unrated + "}");
            assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), followUp, "document", "{}")))
                    .isEqualTo("INS-BR-70");
            story.update(story.caseWorker(), followUp, "{\"goalResult\":" + rated + "}");
            story.act(story.caseWorker(), followUp, "document", "{}");
            assertThat(story.status(followUp)).isEqualTo("DOCUMENTED");
        }
    }

    @Test
    @Covers({"DOC-GAP-01", "DOC-REF-04", "DOC-REF-09"})
    void aReferralGoesOutWithTheMunicipalitysOwnFormAndTheFewFieldsBeside() {
        Situation.Ready ready = Situation.REFERRAL.prepare();
        Story story = ready.story();
        String form = story.create(story.caseWorker(), "journalNote", "{}");
        story.update(
                ready.user(),
                ready.document(),
                "{\"formFile\":\"" + form + "\",\"needEstablishedDate\":\"2026-03-02\"}");

        story.act(ready.user(), ready.document(), "send", "{}");

        assertThat(story.fieldsOf(ready.document()).path("formFile").asText()).isEqualTo(form);
        assertThat(story.fieldsOf(ready.document()).path("needEstablishedDate").asText())
                .isEqualTo("2026-03-02");
    }

    @Test
    @Covers({"DOC-MTG-13", "DOC-MTG-17", "DOC-MTG-18", "DOC-MTG-21"})
    void aPlanningMeetingRecommendsWhatIsToBeMadeConcreteAndClear() {
        Story story = Story.beginningOn("2026-03-09")
                .caseOpened("bas-assignments", "OPEN_CARE")
                .standsGranted("2026-03-09", "2026-09-08", "Skolan fungerar");
        String meeting = story.create(story.caseWorker(), "meeting", "{\"meetingType\":\"PLANNING\"}");
        String startUp = story.create(story.caseWorker(), "meeting", "{\"meetingType\":\"START_UP\"}");

        assertThat(story.hintedFields(meeting))
                .contains("performerKnown", "goalsMadeConcrete", "rolesClarified")
                .doesNotContain("assignmentReviewed");
        assertThat(story.hintedFields(startUp)).contains("assignmentReviewed").doesNotContain("performerKnown");
        story.update(story.caseWorker(), meeting, "{\"performerKnown\":true}");
        assertThat(story.hintedFields(meeting)).doesNotContain("performerKnown");
    }

    @Test
    @Covers({"DOC-GOA-R1", "DOC-GOA-R3", "DOC-GOA-10"})
    void manyGoalsAndGoalsThatCannotBeJudgedAreHintedAt() {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        List<String> goals = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            goals.add("{\"text\":\"Mål " + number + "\",\"level\":\"GOAL\",\"attainmentCriterion\":\"Syns\"}");
        }
        String basis = story.create(story.caseWorker(), "decisionBasis", "{\"goals\":" + goals.subList(0, 5) + "}");
        assertThat(story.hints(basis)).doesNotContain("DOC-GOA-R1", "DOC-GOA-R3");

        story.update(story.caseWorker(), basis, "{\"goals\":" + goals + "}");
        assertThat(story.hints(basis)).contains("DOC-GOA-R1").doesNotContain("DOC-GOA-R3");
        story.update(story.caseWorker(), basis, "{\"goals\":[{\"text\":\"Må bra\",\"level\":\"GOAL\"}]}");

        assertThat(story.hints(basis)).contains("DOC-GOA-R3").doesNotContain("DOC-GOA-R1");
    }

    @Test
    @Covers({"DOC-GOA-07", "DOC-GOA-09", "DOC-GOA-04", "DOC-ENUM-05"})
    void aGoalIsAimedAtAnInterventionOfItsCaseAndSaysWhatKindOfRequirementItIs() {
        Story story = Story.beginningOn("2026-03-02").caseOpened().investigationOpened();
        Story other = Story.beginningOn("2026-03-02").caseOpened();
        String goal =
                "[{\"text\":\"Eget rum\",\"level\":\"GOAL\",\"requirementKind\":\"MUST\",\"interventionRef\":\"%s\"}]";
        String basis = story.create(
                story.caseWorker(),
                "decisionBasis",
                """
                {"basisKind":"NEW_INTERVENTION","analysisAndAssessment":"B","centralNeeds":"B","receptiveness":"G",
                 "participation":"S","goals":%s}
                """
                        .formatted(goal.formatted(other.interventionId())));
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), basis, "establish", "{}")))
                .isEqualTo("INS-DOC-GOA-09");
        story.update(
                story.caseWorker(), basis, "{\"goals\":" + goal.formatted("").replace("MUST", "SHOULD") + "}");
        story.act(story.caseWorker(), basis, "establish", "{}");

        JsonNode carried = story.fieldsOf(story.create(story.caseWorker(), "assignment", "{}"))
                .path("goals")
                .path(0);
        assertThat(carried.path("interventionRef").asText()).isEqualTo(story.interventionId());
        assertThat(carried.path("requirementKind").asText()).isEqualTo("SHOULD");
        assertThat(Story.refusalOf(() -> story.create(
                        story.caseWorker(),
                        "decisionBasis",
                        "{\"goals\":" + goal.formatted("").replace("MUST", "KANSKE") + "}")))
                .isEqualTo("INS-DOC-JSON");
    }

    @Test
    @Covers({"DOC-PER-01", "DOC-PER-05", "DOC-PER-06", "DOC-PER-07"})
    void aPersonHasANameAndWhoeverNeedsAnInterpreterALanguage() {
        Story story = Story.beginningOn("2026-03-09").caseOpened();
        assertThat(fieldOf(() -> story.addPerson("{\"relation\":\"PARENT\"}"))).isEqualTo("name");
        assertThat(fieldOf(() -> story.addPerson(
                        "{\"name\":\"Test Tolksson\",\"relation\":\"PARENT\",\"interpreterNeed\":true}")))
                .isEqualTo("interpreterLanguage");
        assertThat(fieldOf(() -> story.addPerson(
                        "{\"name\":\"Test Tolksson\",\"relation\":\"PARENT\",\"interpreterNeed\":\"ja\"}")))
                .isEqualTo("interpreterNeed");

        String person = story.addPerson(
                """
                {"name":"Test Tolksson","relation":"PARENT","interpreterNeed":true,"interpreterLanguage":"Finska",
                 "communicationSupportNeed":"Bildstöd"}
                """);

        JsonNode read = story.person(person);
        assertThat(read.path("name").asText()).isEqualTo("Test Tolksson");
        assertThat(read.path("interpreterNeed").booleanValue()).isTrue();
        assertThat(read.path("interpreterLanguage").asText()).isEqualTo("Finska");
        assertThat(read.path("communicationSupportNeed").asText()).isEqualTo("Bildstöd");
    }

    // How it is told.

    private static Story contact() {
        Story story = Story.beginningOn("2026-03-09")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .standsGranted("2026-03-09", "2026-09-08", "Ett eget fritidsintresse")
                .standsMatched();
        started(story, ",\"nextMeeting\":\"2026-06-01\"");
        String talk = story.on("2026-06-01")
                .create(story.caseWorker(), "childTalk", "{\"ageMaturityAssessment\":\"Tio år\"}");
        story.act(story.caseWorker(), talk, "offer", "{}");
        return story;
    }

    private static void started(Story story, String more) {
        String everybody = Story.persons(story.everybody());
        String meeting = story.create(
                story.caseWorker(),
                "meeting",
                "{\"meetingType\":\"START_UP\",\"invited\":%s,\"participants\":%s%s}"
                        .formatted(everybody, everybody, more));
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"" + story.today() + "\"}");
        story.act(story.caseWorker(), meeting, "hold", "{}");
        story.standsRunning(story.today().toString());
    }

    private static String held(Story story) {
        String followUp = story.documentsOf("followUp").stream()
                .map(document -> document.id())
                .findFirst()
                .orElseGet(() -> story.create(story.caseWorker(), "followUp", "{}"));
        if (story.status(followUp).equals("PLANNED")) {
            story.act(story.caseWorker(), followUp, "book", "{\"date\":\"" + story.today() + "\"}");
        }
        story.act(
                story.caseWorker(),
                followUp,
                "hold",
                "{\"adaptation\":\"Korta pass\",\"participants\":" + Story.persons(story.family()) + "}");
        return followUp;
    }

    private static String fieldOf(Runnable attempt) {
        return violation(attempt).refusal().field().orElse("");
    }

    private static String messageOf(Runnable attempt) {
        return " " + violation(attempt).getMessage().replace("INS-MANDATORY: Fyll i detta först:", ",");
    }

    private static RuleViolation violation(Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RuleViolation violation) {
                    return violation;
                }
            }
            throw e;
        }
        throw new AssertionError("Nothing was refused");
    }
}

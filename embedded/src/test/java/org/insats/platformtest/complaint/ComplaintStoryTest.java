package org.insats.platformtest.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Interventions;
import org.insats.complaint.ComplaintViews;
import org.insats.contractor.Contractor;
import org.insats.deadline.DeadlineService;
import org.insats.deadline.calc.Fact;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.PlacementStory;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.platformtest.story.Variant;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class ComplaintStoryTest {

    private static QName field(String name) {
        return QName.createQName("http://insats.org/model/complaint/1.0", name);
    }

    private static String complaint(PlacementStory placement, String contractor, String more) {
        Story story = placement.story();
        return placement.document(
                story.caseWorker(),
                contractor,
                "complaint",
                "{\"kind\":\"COMPLAINT\",\"description\":\"Kom för sent\",\"serious\":false,\"concernsIntervention\":\""
                        + story.interventionId() + "\"" + more + "}");
    }

    /** A foster home of the register, agreed on as it stands after a full investigation. */
    private static String fosterHome(PlacementStory placement) {
        String contractor = placement.contractor("FOSTER_HOME", "");
        placement.discussed(contractor);
        placement.hasAssignment(contractor);
        return contractor;
    }

    private static String forwarded(PlacementStory placement, String complaint) {
        Story story = placement.story();
        story.act(story.caseWorker(), complaint, "forward", "{\"to\":\"" + placement.worker() + "\"}");
        return complaint;
    }

    @Test
    @Covers({
        "CMP-01",
        "CMP-04",
        "CMP-06",
        "BR-40",
        "CON-97",
        "CON-116",
        "DL-27",
        "ORD-100",
        "PRF-39",
        "DOC-CMP-01",
        "DOC-CMP-02",
        "DOC-CMP-03",
        "DOC-CMP-04",
        "DOC-CMP-05",
        "DOC-CMP-06"
    })
    void aComplaintIsPassedOnAtOnceAndItsOutcomeIsSeenByWhoReportedIt() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contactPerson();
        story.standsRunning("2026-03-02");
        Object state = story.interventionProperty(CaseModel.INTERVENTION_STATE);
        String complaint = complaint(placement, contractor, "");
        assertThat(story.document(complaint).text(field("contractor"))).contains(contractor);
        assertThat(story.document(complaint).date(field("receivedDate"))).hasToString("Optional[2026-03-02]");
        assertThat(story.openDeadline("DL-27").dueDate()).hasToString("Optional[2026-03-03]");
        assertThat(Story.refusalOf(() -> story.act(
                        story.caseWorker(), complaint, "forward", "{\"to\":\"" + story.unitManager() + "\"}")))
                .isEqualTo("INS-CMP-01");

        forwarded(placement, complaint);

        assertThat(story.status(complaint)).isEqualTo("FORWARDED");
        assertThat(story.document(complaint).text(field("forwardedTo"))).contains(placement.worker());
        assertThat(story.document(complaint).isFilled(field("forwardedAt"))).isTrue();
        assertThat(story.deadlines("DL-27")).allMatch(deadline -> !deadline.isOpen());
        assertThat(Story.refusalOf(
                        () -> story.act(story.caseWorker(), complaint, "handle", "{\"outcome\":\"Samtal\"}")))
                .isEqualTo("INS-ROLE");
        assertThat(Story.refusalOf(() -> placement.act(complaint, "handle", "{}")))
                .isEqualTo("INS-CMP-04");
        placement.act(complaint, "handle", "{\"outcome\":\"Samtal hållet\"}");
        assertThat(story.as(story.caseWorker(), () -> story.read(complaint))).isEqualTo("HANDLED");
        assertThat(Story.refusalOf(() -> story.as(story.followUpWorker(), () -> story.read(complaint))))
                .isEqualTo("INS-NOT-FOUND");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo(state);
        assertThat(story.documentsOf("complaint")).isEmpty();
    }

    @Test
    @Covers({"DOC-CMP-02", "DOC-CMP-03", "DOC-CMP-07", "CMP-05", "DOC-CMP-01"})
    void aComplaintSaysWhatItIsAndWhetherItIsSerious() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contactPerson();
        String bare = placement.document(story.caseWorker(), contractor, "complaint", "{}");
        assertThat(Story.refusalOf(() -> forwarded(placement, bare))).isEqualTo("INS-MANDATORY");
        for (String left : List.of("kind", "description", "serious")) {
            String without = complaint(placement, contractor, "");
            story.update(story.caseWorker(), without, "{\"" + left + "\":null}");
            assertThat(Story.refusalOf(() -> forwarded(placement, without)))
                    .as(left)
                    .isEqualTo("INS-MANDATORY");
        }
        assertThat(Story.refusalOf(
                        () -> story.update(story.caseWorker(), bare, "{\"kind\":\"FEEDBACK_AFTER_ASSIGNMENT\"}")))
                .isEqualTo("INS-CMP-05");
        assertThat(Story.refusalOf(() -> story.update(
                        story.caseWorker(),
                        bare,
                        "{\"concernsIntervention\":\"00000000-0000-0000-0000-000000000000\"}")))
                .isEqualTo("INS-DOC-CMP-01");
    }

    @Test
    @Covers({"CMP-02", "CMP-03", "BR-101", "CON-117", "DL-53", "DOC-CMP-07", "DOC-CMP-08", "PRF-39"})
    void aSeriousComplaintOnAFosterHomeFollowsTheSeparateRoutine() {
        PlacementStory placement = PlacementStory.granted("FOSTER_HOME");
        Story story = placement.story();
        String contractor = fosterHome(placement);
        story.standsRunning("2026-03-02");
        String complaint = forwarded(placement, complaint(placement, contractor, ""));
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), complaint, "judgeSerious", "{}")))
                .isEqualTo("INS-CMP-03");

        story.act(story.caseWorker(), complaint, "judgeSerious", "{\"reason\":\"Uppgift om våld\"}");

        assertThat(story.status(complaint)).isEqualTo("SERIOUS");
        assertThat(story.openDeadline("DL-53").dueDate()).hasToString("Optional[2026-03-02]");
        assertThat(Story.refusalOf(() -> placement.act(complaint, "handle", "{\"outcome\":\"Samtal\"}")))
                .isEqualTo("INS-STATE");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), complaint, "startSeparateRoutine", "{}")))
                .isEqualTo("INS-CMP-02");
        story.act(story.caseWorker(), complaint, "startSeparateRoutine", "{\"document\":\"Dnr 2026:1\"}");
        assertThat(story.document(complaint).date(field("separateRoutineStarted")))
                .hasToString("Optional[2026-03-02]");
        assertThat(story.deadlines("DL-53")).allMatch(deadline -> !deadline.isOpen());
        assertThat(placement
                        .act(complaint, "handle", "{\"outcome\":\"Placeringen upphörde\"}")
                        .status())
                .isEqualTo("HANDLED");
    }

    @Test
    @Covers("CMP-03")
    void onOthersASeriousComplaintStaysInOrdinaryHandlingWithAWarning() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String complaint = forwarded(placement, complaint(placement, placement.contactPerson(), ""));
        assertThat(story.document(complaint).kind().warnings(story.document(complaint)))
                .isEmpty();

        story.act(story.caseWorker(), complaint, "judgeSerious", "{\"reason\":\"Uppgift om våld\"}");

        assertThat(story.status(complaint)).isEqualTo("FORWARDED");
        assertThat(story.document(complaint).kind().warnings(story.document(complaint)))
                .containsExactly("CMP-03");
    }

    @Test
    @Covers({"END-29", "CMP-05", "BR-40", "BR-102", "CON-98", "CON-116", "DL-39", "ORD-103", "DOC-CMP-09", "DOC-CTR-07"
    })
    void feedbackAfterTheEndIsShownWhenTheNextMatchIsConsidered() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contactPerson();
        story.standsRunning("2026-03-02");
        String feedback = placement.document(
                story.caseWorker(),
                contractor,
                "contractorFeedback",
                "{\"feedbackIntervention\":\"" + story.interventionId() + "\"}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), feedback, "establish", "{}")))
                .isEqualTo("INS-END-29");
        placement.write(CaseModel.INTERVENTION_STATE, "ENDED");
        story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> {
                    Story.bean("insats.interventions", Interventions.class)
                            .noteFact(story.intervention(), Fact.ENDED, story.today());
                    Story.bean("insats.deadlineService", DeadlineService.class).recompute(story.intervention());
                }));
        assertThat(story.openDeadline("DL-39").dueDate()).hasToString("Optional[2026-03-16]");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), feedback, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.caseWorker(), feedback, "{\"feedbackAfterAssignment\":\"Fungerade bra\"}");

        story.act(story.caseWorker(), feedback, "establish", "{}");

        assertThat(story.deadlines("DL-39")).allMatch(deadline -> !deadline.isOpen());
        assertThat(story.documentsOf("contractorFeedback")).isEmpty();
        Contractor considered = placement.read(contractor);
        List<?> views = (List<?>) story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> Story.bean("insats.complaintViews", ComplaintViews.class)
                        .of(considered)));
        assertThat(views).singleElement().satisfies(view -> assertThat(((Map<?, ?>) view).get("text"))
                .isEqualTo("Fungerade bra"));
    }

    @Test
    @Covers({"CMP-01", "DL-27"})
    void aComplaintIsWatchedByTheAssignmentThatItsWriterWorksWithOrSaysThatNothingWatchesIt() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contactPerson();
        story.standsRunning("2026-03-02");
        String bare = "{\"kind\":\"COMPLAINT\",\"description\":\"Kom för sent\",\"serious\":false}";
        String ours = placement.document(story.caseWorker(), contractor, "complaint", bare);
        assertThat(story.document(ours).text(field("concernsIntervention"))).contains(story.interventionId());
        assertThat(story.openDeadline("DL-27").dueDate()).hasToString("Optional[2026-03-03]");
        assertThat(warnings(story, ours)).isEmpty();

        String nobodys =
                placement.document(story.caseWorker(), placement.contractor("CONTACT_PERSON", ""), "complaint", bare);
        assertThat(story.document(nobodys).isFilled(field("concernsIntervention")))
                .isFalse();
        assertThat(warnings(story, nobodys)).containsExactly("CMP-01");
        forwarded(placement, nobodys);
        assertThat(warnings(story, nobodys)).isEmpty();
    }

    private static List<String> warnings(Story story, String complaint) {
        return story.document(complaint).kind().warnings(story.document(complaint));
    }

    @Test
    @Covers({"PRF-40", "DOC-END-15"})
    void theEndingNamesTheFeedbackWhereTheRoutineHasIt() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contactPerson();
        String ending = story.create(story.caseWorker(), "ending", "{}");
        placement.write(CaseModel.INTERVENTION_STATE, "ENDED");
        String first = feedback(placement, contractor);
        assertThat(placement.field(ending, "ending", "contractorFeedback")).contains(first);

        placement.followRoutine(Variant.without(story, "motala-rop", "PRF-40", "false", "DL-39"));
        feedback(placement, contractor);
        assertThat(placement.field(ending, "ending", "contractorFeedback")).contains(first);
    }

    private static String feedback(PlacementStory placement, String contractor) {
        Story story = placement.story();
        String feedback = placement.document(
                story.caseWorker(),
                contractor,
                "contractorFeedback",
                "{\"feedbackIntervention\":\"" + story.interventionId()
                        + "\",\"feedbackAfterAssignment\":\"Fungerade bra\"}");
        story.act(story.caseWorker(), feedback, "establish", "{}");
        return feedback;
    }

    @Test
    @Covers({"BR-102", "DOC-CMP-09"})
    void whereThereAreNoViewsTheReasonIsWritten() {
        PlacementStory placement = PlacementStory.granted("CONTACT_PERSON");
        Story story = placement.story();
        String contractor = placement.contactPerson();
        placement.write(CaseModel.INTERVENTION_STATE, "ENDED");
        String feedback = placement.document(
                story.caseWorker(),
                contractor,
                "contractorFeedback",
                "{\"feedbackIntervention\":\"" + story.interventionId() + "\"}");

        story.act(story.caseWorker(), feedback, "establish", "{\"reason\":\"Uppdraget hann aldrig börja\"}");

        assertThat(story.status(feedback)).isEqualTo("ESTABLISHED");
        assertThat(story.document(feedback).text(CaseModel.OVERRIDES).orElse(""))
                .contains("hann aldrig");
    }
}

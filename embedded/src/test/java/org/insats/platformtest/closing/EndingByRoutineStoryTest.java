package org.insats.platformtest.closing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How an intervention ends where the case worker closes it: family therapist, contact person, assignment. */
@ExtendWith(Repository.class)
class EndingByRoutineStoryTest {

    private static Story running(String profile, String service) {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened(profile, service)
                .standsGranted("2026-03-02", "2026-12-31", "Lugna kvällar");
        return story.standsRunning("2026-03-02").on("2026-09-07");
    }

    private static void set(Story story, QName property, Serializable value) {
        story.as(
                "admin",
                () -> AuthenticationUtil.runAsSystem(() -> {
                    Story.bean("insats.servicePerson", ServicePerson.class)
                            .elevated(() -> Story.bean("nodeService", NodeService.class)
                                    .setProperty(story.intervention(), property, value));
                    return null;
                }));
    }

    private static String ending(Story story, String reason) {
        return story.create(
                story.caseWorker(),
                "ending",
                """
                {"endingKind":"PLANNED","endingReason":"%s","endingReasonText":"Som i uppföljningen"}
                """
                        .formatted(reason));
    }

    private static String bookedFollowUp(Story story) {
        String followUp = story.create(story.treatmentLead(), "followUp", "{}");
        story.act(story.caseWorker(), followUp, "book", "{\"date\":\"" + story.today() + "\"}");
        return followUp;
    }

    @Test
    @Covers({"END-23", "END-24", "END-25", "END-26", "END-07", "BR-90", "BR-99", "PRF-37", "PRF-36"})
    void aFamilyTherapistEndsByFollowUpDocumentReasonResourceAndThenTheDate() {
        Story story = running("malmo-family-therapist", "FAMILY_THERAPIST");
        String allocation = story.create(story.caseWorker(), "resourceAllocation", "{}");
        story.act(story.caseWorker(), allocation, "allocate", "{\"from\":\"2026-03-02\"}");
        String wrong = ending(story, "NOT_WORKING");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), wrong, "end", "{}")))
                .isEqualTo("INS-PRF-36");
        String ending = ending(story, "NEED_CEASED");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), ending, "end", "{}")))
                .isEqualTo("INS-END-23");
        story.update(
                story.treatmentLead(),
                bookedFollowUp(story),
                "{\"outcome\":[\"END\"],\"endingReason\":\"NEED_CEASED\"}");

        story.act(story.caseWorker(), ending, "end", "{}");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ENDING");
        assertThat(Story.refusalOf(() -> story.act(story.treatmentLead(), ending, "finishDocumentation", "{}")))
                .startsWith("INS-");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), ending, "closeIntervention", "{}")))
                .isEqualTo("INS-BR-90");
        story.act(story.caseWorker(), allocation, "close", "{\"date\":\"2026-09-04\"}");
        assertThat(Story.refusalOf(
                        () -> story.act(story.caseWorker(), ending, "closeIntervention", "{\"date\":\"2026-09-03\"}")))
                .isEqualTo("INS-DOC-DEC-19");
        story.act(story.caseWorker(), ending, "closeIntervention", "{\"date\":\"2026-09-04\"}");

        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ENDED");
        assertThat(LawDate.fromStored(story.interventionProperty(CaseModel.END_DATE)))
                .hasToString("Optional[2026-09-04]");
    }

    @Test
    @Covers({"DOC-DEC-14", "DOC-DEC-15", "DOC-DEC-16", "DOC-DEC-17", "EXT-06", "STA-45"})
    void anAllocationHasItsPreliminaryToDateFromTheGrantAndGetsANewOne() {
        Story story = running("malmo-family-therapist", "FAMILY_THERAPIST");
        String allocation = story.create(story.caseWorker(), "resourceAllocation", "{}");
        assertThat(Story.refusalOf(() -> story.act(story.treatmentLead(), allocation, "allocate", "{}")))
                .isEqualTo("INS-ROLE");
        assertThat(Story.refusalOf(() ->
                        story.act(story.caseWorker(), allocation, "allocate", "{\"preliminaryTo\":\"2026-03-01\"}")))
                .isEqualTo("INS-DOC-DEC-17");

        story.act(story.caseWorker(), allocation, "allocate", "{}");
        assertThat(date(story, allocation, "resourceFrom")).isEqualTo("2026-03-02");
        assertThat(date(story, allocation, "resourcePreliminaryTo")).isEqualTo("2026-12-31");
        story.act(story.caseWorker(), allocation, "prolong", "{\"preliminaryTo\":\"2027-06-30\"}");

        assertThat(date(story, allocation, "resourcePreliminaryTo")).isEqualTo("2027-06-30");
        assertThat(story.status(allocation)).isEqualTo("ALLOCATED");
    }

    private static String date(Story story, String document, String field) {
        return story.document(document)
                .date(QName.createQName("http://insats.org/model/resource/1.0", field))
                .map(Object::toString)
                .orElse("");
    }

    @Test
    @Covers({"STA-45", "STA-36"})
    void nothingIsAllocatedBeforeTheInterventionIsExecuted() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("malmo-family-therapist", "FAMILY_THERAPIST")
                .standsGranted("2026-03-02", "2026-12-31");
        String allocation = story.create(story.caseWorker(), "resourceAllocation", "{}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), allocation, "allocate", "{}")))
                .isEqualTo("INS-STA-45");
    }

    @Test
    @Covers({"BR-38", "PRF-25"})
    void onlyAContractorRegisteredAsAResourceIsAllocated() {
        Story story = running("malmo-contact", "CONTACT_PERSON");
        String allocation = story.create(
                story.caseWorker(),
                "resourceAllocation",
                "{\"resourceType\":\"CONTRACTOR\",\"resource\":\"" + story.client() + "\"}");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), allocation, "allocate", "{}")))
                .isEqualTo("INS-BR-38");
    }

    @Test
    @Covers({"END-30", "DOC-END-08"})
    void whatTheAssignmentListsIsReportedBackBeforeTheEnd() {
        Story story = running("bas-assignments", "OPEN_CARE");
        String assignment = story.create(
                story.caseWorker(), "assignment", "{\"informationAtEnding\":\"Skolgång och kvällsrutiner\"}");
        set(story, CaseModel.CURRENT_ASSIGNMENT, assignment);
        String ending = ending(story, "NEED_CEASED");
        story.act(story.caseWorker(), ending, "end", "{}");
        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), ending, "closeIntervention", "{}")))
                .isEqualTo("INS-END-30");

        story.act(story.treatmentLead(), ending, "reportBack", "{\"information\":\"Skolgången är regelbunden\"}");
        story.act(story.caseWorker(), ending, "closeIntervention", "{}");

        assertThat(story.status(ending)).isEqualTo("CLOSED");
    }

    @Test
    @Covers({"END-04", "END-27", "BR-93", "BR-78", "RSP-50", "DOC-FUP-21"})
    void aContactPersonEndsByTheDecisionInTheFollowUpDocument() {
        Story story = running("malmo-contact", "CONTACT_PERSON");
        String ending = ending(story, "NO_GOAL_ATTAINMENT");

        assertThat(Story.refusalOf(() -> story.act(story.caseWorker(), ending, "end", "{}")))
                .isEqualTo("INS-BR-78");
    }
}

package org.insats.platformtest.situation;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class CoordinationStoryTest {

    private final Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");

    @Test
    @Covers({"BR-114", "TMP-20", "DL-55", "REV-12", "DOC-CRD-01", "RSP-53"})
    void anInvestigationOpenedWhileItRunsForcesAPosition() {
        String coordination = investigationOpened();

        assertThat(story.status(coordination)).isEqualTo("UNDER_INVESTIGATION");
        assertThat(story.openDeadline("DL-55").dueDate()).hasToString("Optional[2026-04-27]");
        assertThat(Story.refusalOf(() -> story.act(
                        story.followUpWorker(), coordination, "continueIntervention", "{\"text\":\"Behövs\"}")))
                .startsWith("INS-TMP-21");
    }

    @Test
    @Covers({"BR-114", "TMP-21", "TMP-22", "TMP-24", "DOC-CRD-02", "DOC-CRD-03"})
    void itGoesOnByAnAgreementInWhichTheFamilyTakesPartAndFollowUpsStayDue() {
        String coordination = investigationOpened();
        assertThat(Story.refusalOf(() -> story.act(
                        story.followUpWorker(),
                        coordination,
                        "continueIntervention",
                        "{\"text\":\"Behövs\",\"how\":\"Som förut\",\"treatmentLead\":\"%s\"}"
                                .formatted(story.treatmentLead()))))
                .isEqualTo("INS-BR-114");

        story.act(
                story.followUpWorker(),
                coordination,
                "continueIntervention",
                """
                {"text":"Behövs","how":"Ett samtal i veckan","treatmentLead":"%s","familyMember":"%s",
                 "participation":"Vårdnadshavaren var med"}
                """
                        .formatted(story.treatmentLead(), story.guardian()));

        assertThat(story.status(coordination)).isEqualTo("CONTINUES_DURING_INVESTIGATION");
        assertThat(story.deadlines("DL-55"))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));
        assertThat(story.openDeadline("DL-15").dueDate()).hasToString("Optional[2026-09-02]");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("RUNNING");
    }

    @Test
    @Covers({"TMP-23", "END-13"})
    void whatIsToEndHasItsEndingBeforeBothSides() {
        String coordination = investigationOpened();

        story.act(story.followUpWorker(), coordination, "endIntervention", "{\"text\":\"Andra insatser behövs\"}");

        Document ending = story.documentsOf("ending").get(0);
        assertThat(ending.properties().toString()).contains("AFTER_NEW_INVESTIGATION");
        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), ending.id(), "end", "{}")))
                .isEqualTo("INS-MANDATORY");
        assertThat(story.status(coordination)).isEqualTo("ENDING");
    }

    @Test
    @Covers("BR-114")
    void anInvestigationOfAnExtensionAsksNothing() {
        story.openInvestigation(story.followUpWorker(), "EXTENSION");

        assertThat(story.documentsOf("coordination")).isEmpty();
    }

    @Test
    @Covers({"TMP-30", "TMP-31", "TMP-32", "TMP-33", "DL-56", "DOC-CRD-04", "DOC-CRD-05", "RSP-54"})
    void aPlacementIsCoordinatedWithTheTreatmentLeadBeforeThePosition() {
        String coordination = story.create(story.followUpWorker(), "coordination", "{}");
        story.act(story.followUpWorker(), coordination, "planPlacement", "{\"date\":\"2026-04-20\"}");
        assertThat(story.openDeadline("DL-56").dueDate()).hasToString("Optional[2026-05-05]");
        assertThat(Story.refusalOf(() -> story.act(
                        story.followUpWorker(), coordination, "continueIntervention", "{\"text\":\"Behövs\"}")))
                .isEqualTo("INS-STATE");

        story.act(story.treatmentLead(), coordination, "gatherInformation", "{\"text\":\"Samtalen hjälper\"}");
        assertThat(Story.refusalOf(() -> story.act(
                        story.followUpWorker(),
                        coordination,
                        "coordinate",
                        "{\"treatmentLead\":\"%s\"}".formatted(story.treatmentLead()))))
                .isEqualTo("INS-TMP-32");
        story.act(
                story.followUpWorker(),
                coordination,
                "coordinate",
                "{\"treatmentLead\":\"%s\",\"roleDivision\":\"Behandlaren håller samtalen\"}"
                        .formatted(story.treatmentLead()));
        story.act(story.followUpWorker(), coordination, "continueIntervention", "{\"text\":\"Behövs\"}");

        assertThat(story.status(coordination)).isEqualTo("CONTINUES");
        assertThat(story.deadlines("DL-56"))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("RUNNING");
    }

    @Test
    @Covers({"FUP-07", "DOC-CRD-06", "RSP-40"})
    void bothSidesShareWhatConcernsTheIntervention() {
        String coordination = investigationOpened();

        story.act(story.treatmentLead(), coordination, "share", "{\"text\":\"Familjen flyttar i maj\"}");
        story.act(story.followUpWorker(), coordination, "share", "{\"text\":\"Skolan har hört av sig\"}");

        assertThat(story.document(coordination).properties().toString())
                .contains("Familjen flyttar i maj", "Skolan har hört av sig", story.treatmentLead());
    }

    @Test
    @Covers({"DL-60", "FUP-07", "ORD-101", "CON-84", "CON-120"})
    void whatComesToOneSideIsToldToTheOtherByTheNextWorkingDay() {
        story.on("2026-05-04");
        String coordination = story.create(story.followUpWorker(), "coordination", "{}");
        story.act(story.followUpWorker(), coordination, "noteInformation", "{\"text\":\"En orosanmälan har kommit\"}");
        assertThat(story.openDeadline("DL-60").dueDate()).hasToString("Optional[2026-05-05]");
        story.runJob();
        assertThat(story.actsOf(story.followUpWorker())).contains("INFORM_EACH_OTHER");

        assertThat(Story.refusalOf(() ->
                        story.complete(story.followUpWorker(), "INFORM_EACH_OTHER", "{\"doneDate\":\"2026-05-04\"}")))
                .isEqualTo("INS-FUP-07");
        story.on("2026-05-06")
                .complete(
                        story.followUpWorker(),
                        "INFORM_EACH_OTHER",
                        "{\"doneDate\":\"2026-05-06\",\"text\":\"Berättade i telefon\"}");
        assertThat(story.document(coordination).properties().toString()).contains("Berättade i telefon");

        assertThat(story.deadlines("DL-60")).singleElement().satisfies(due -> {
            assertThat(due.state()).hasToString("MET_LATE");
            assertThat(due.metDate()).hasToString("Optional[2026-05-06]");
        });
        assertThat(story.actsOf(story.followUpWorker())).doesNotContain("INFORM_EACH_OTHER");
        assertThat(story.as(story.treatmentLead(), () -> story.read(coordination)))
                .isEqualTo("DRAFT");
    }

    private String investigationOpened() {
        story.openInvestigation(story.followUpWorker(), "OTHER");
        return story.documentsOf("coordination").get(0).id();
    }
}

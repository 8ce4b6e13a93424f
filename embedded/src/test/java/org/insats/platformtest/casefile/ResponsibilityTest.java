package org.insats.platformtest.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Role;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class ResponsibilityTest {

    private final Story story = Story.beginningOn("2026-03-02").running();

    @Test
    @Covers({"BR-110", "DOC-COM-05"})
    void oneCaseWorkerAtATimeIsResponsibleAndEveryChangeIsDated() {
        story.on("2026-03-16");
        responsible(story.caseWorker());

        CaseFile caseFile = story.as(story.caseWorker(), () -> caseFiles().byNumber(story.caseNumber()));
        assertThat(caseFile.responsibleCaseWorker()).isEqualTo(story.caseWorker());
        assertThat(caseFile.text(CaseModel.RESPONSIBLE_HISTORY))
                .hasValueSatisfying(history -> assertThat(Story.json(history)).hasSize(3));
        assertThat(Story.json(caseFile.text(CaseModel.RESPONSIBLE_HISTORY).orElseThrow())
                        .get(1)
                        .path("to")
                        .asText())
                .isEqualTo("2026-03-16");
        assertThat(story.openDeadline("DL-15").properties().toString()).contains(story.caseWorker());
    }

    @Test
    @Covers("BR-110")
    void whoIsResponsibleIsNotTakenOffAndNobodyOutsideTheUnitBecomesIt() {
        assertThat(Story.refusalOf(() -> story.as(story.followUpWorker(), () -> caseFiles()
                        .removeMember(story.caseNumber(), story.followUpWorker()))))
                .isEqualTo("INS-BR-110");
        assertThat(Story.refusalOf(() -> responsible(story.treatmentLead()))).isEqualTo("INS-USER");
    }

    private void responsible(String userName) {
        story.as(story.followUpWorker(), () -> caseFiles()
                .addMember(story.caseNumber(), userName, Role.RESPONSIBLE_CASE_WORKER));
    }

    @Test
    @Covers({"DOC-JRN-07", "DOC-JRN-03", "DOC-JRN-06", "BR-09"})
    void aNoteServesAsDecisionBasisOnlyAsAnException() {
        String note =
                story.create(story.followUpWorker(), "journalNote", "{\"noteType\":\"OTHER\",\"noteText\":\"Samtal\"}");
        assertThat(Story.refusalOf(
                        () -> story.update(story.followUpWorker(), note, "{\"servesAsDecisionBasis\":true}")))
                .isEqualTo("INS-DOC-JRN-07");
        String exception = story.create(
                story.followUpWorker(),
                "journalNote",
                "{\"noteType\":\"EXCEPTIONAL_DECISION_BASIS\",\"noteText\":\"Skäl\"}");
        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), exception, "establish", "{}")))
                .isEqualTo("INS-MANDATORY");
        story.update(story.followUpWorker(), exception, "{\"relatedTo\":\"" + story.order() + "\"}");

        story.act(story.followUpWorker(), exception, "establish", "{}");
        story.act(story.followUpWorker(), note, "establish", "{}");

        assertThat(story.status(exception)).isEqualTo("ESTABLISHED");
    }

    private static CaseFileService caseFiles() {
        return Story.bean("insats.caseFileService", CaseFileService.class);
    }
}

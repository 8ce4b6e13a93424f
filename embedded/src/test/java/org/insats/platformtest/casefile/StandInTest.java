package org.insats.platformtest.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Member;
import org.insats.casefile.NewMember;
import org.insats.casefile.RightsRound;
import org.insats.casefile.Role;
import org.insats.casefile.StaffWatch;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rights and tasks follow people: stand-ins for an absence, people who leave, looks for a limited time. */
@ExtendWith(Repository.class)
class StandInTest {

    private final Story story = Story.beginningOn("2026-03-02");

    @BeforeEach
    void aCase() {
        story.caseOpened("2012-05-14");
    }

    private static CaseFileService caseFiles() {
        return Story.bean("insats.caseFileService", CaseFileService.class);
    }

    private boolean reads(String userName) {
        return story.as(userName, () -> Story.bean("insats.caseAccess", CaseAccess.class)
                .mayRead(story.caseFile()));
    }

    private void standIn(String from, String until) {
        story.as(story.caseWorker(), () -> caseFiles()
                .addMember(
                        story.caseNumber(),
                        new NewMember(
                                story.followUpWorker(),
                                Role.CASE_WORKER,
                                Optional.empty(),
                                Optional.of(new NewMember.StandIn(
                                        story.caseWorker(), LocalDate.parse(from), LocalDate.parse(until))))));
    }

    private CaseFile caseFile() {
        NodeRef node = story.caseFile();
        return story.as("admin", () -> caseFiles().ofNode(node));
    }

    @Test
    @Covers("BR-110")
    void aStandInHasRightsFromTheFirstToTheLastDayOfTheAbsence() {
        standIn("2026-03-09", "2026-03-13");
        assertThat(reads(story.followUpWorker())).as("before").isFalse();

        story.on("2026-03-09").runJob();
        assertThat(reads(story.followUpWorker())).as("first day").isTrue();
        assertThat(caseFile().standInFor(story.caseWorker())).contains(story.followUpWorker());
        assertThat(caseFile().responsibleCaseWorker()).isEqualTo(story.caseWorker());

        story.on("2026-03-13").runJob();
        assertThat(reads(story.followUpWorker())).as("last day").isTrue();

        story.on("2026-03-14").runJob();
        assertThat(reads(story.followUpWorker())).as("after").isFalse();
        assertThat(caseFile().standInFor(story.caseWorker())).isEmpty();
        assertThat(caseFile().text(CaseModel.RIGHTS_CHANGE_AT))
                .as("nothing more to come")
                .isEmpty();
    }

    @Test
    void rightsToActEndWithTheDayWhetherTheJobRanOrNot() {
        standIn("2026-03-02", "2026-03-03");
        assertThat(rolesOf(story.followUpWorker())).contains(Role.CASE_WORKER);

        story.on("2026-03-04");

        assertThat(rolesOf(story.followUpWorker())).isEmpty();
    }

    private java.util.Set<Role> rolesOf(String userName) {
        return story.as("admin", () -> caseFiles().roles(userName, story.caseFile(), Optional.empty()));
    }

    @Test
    void aStandInIsForSomebodyInTheCaseAndForDaysToCome() {
        story.on("2026-03-20");
        assertThat(Story.refusalOf(() -> standIn("2026-03-09", "2026-03-13"))).isEqualTo("INS-STAND-IN");
        assertThat(Story.refusalOf(() -> standIn("2026-03-30", "2026-03-25"))).isEqualTo("INS-STAND-IN");
    }

    @Test
    void nobodyIsPutOnACaseWithoutTheRoleInItsUnit() {
        assertThat(Story.refusalOf(() -> story.as(story.caseWorker(), () -> caseFiles()
                        .addMember(story.caseNumber(), story.treatmentLead(), Role.CASE_WORKER))))
                .isEqualTo("INS-STAFF-UNIT");
    }

    @Test
    @Covers("BR-110")
    void whoeverLeavesTheUnitIsTakenOffAndTheirTasksLieInItsQueue() {
        story.running();
        String left = caseFile().responsibleCaseWorker();
        assertThat(story.openDeadline("DL-15").properties().toString()).contains(left);

        String group = "GROUP_INSATS_CASE_WORKER_" + story.unit();
        story.as("admin", () -> {
            Story.bean("authorityService", AuthorityService.class).removeAuthority(group, left);
        });
        assertThat(rolesOf(left)).as("acts end at once").isEmpty();

        Story.bean("insats.rightsRound", RightsRound.class).followPeople();

        assertThat(reads(left)).isFalse();
        assertThat(caseFile().isVacant()).isTrue();
        assertThat(story.openDeadline("DL-15").properties().toString())
                .contains(group)
                .doesNotContain("=" + left);
        assertThat(members()).doesNotContain(left);

        String next = left.equals(story.caseWorker()) ? story.followUpWorker() : story.caseWorker();
        story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> caseFiles().handOver(story.caseFile(), next, LocalDate.parse("2026-03-02"))));
        assertThat(caseFile().isVacant()).isFalse();
        assertThat(rolesOf(next)).contains(Role.RESPONSIBLE_CASE_WORKER);
    }

    @Test
    @Covers("BR-110")
    void whoeverLeavesAGroupLosesSightOfTheCaseAtTheNextLookAtTheGroups() {
        story.running();
        StaffWatch watch = Story.bean("insats.staffWatch", StaffWatch.class);
        watch.run();
        String group = "GROUP_INSATS_TREATMENT_LEAD_" + story.performerUnit();
        NodeRef intervention = story.intervention();
        assertThat(reads(story.treatmentLead(), intervention)).isTrue();

        story.as("admin", () -> {
            Story.bean("authorityService", AuthorityService.class).removeAuthority(group, story.treatmentLead());
        });
        watch.run();

        assertThat(reads(story.treatmentLead(), intervention)).isFalse();
        assertThat(members()).doesNotContain(story.treatmentLead()).contains(story.caseWorker());
        assertThat(reads(story.followUpWorker())).as("the others read on").isTrue();
    }

    @Test
    @Covers("BR-110")
    void aLookForALimitedTimeEndsWithThePlaceInTheOffice() {
        StaffWatch watch = Story.bean("insats.staffWatch", StaffWatch.class);
        watch.run();
        String reader = story.coordinator();
        story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(
                        () -> caseFiles().readUntil(story.caseFile(), reader, Instant.parse("2026-03-05T12:00:00Z"))));

        story.as("admin", () -> {
            Story.bean("authorityService", AuthorityService.class)
                    .removeAuthority("GROUP_INSATS_ADMINISTRATIVE_COORDINATOR_" + story.unit(), reader);
        });
        assertThat(reads(reader)).as("entries of their own").isTrue();
        watch.run();

        assertThat(reads(reader)).isFalse();
    }

    private boolean reads(String userName, NodeRef node) {
        return story.as(userName, () -> Story.bean("insats.caseAccess", CaseAccess.class)
                .mayRead(node));
    }

    private List<String> members() {
        return story.as("admin", () -> caseFiles().members(story.caseFile())).stream()
                .map(Member::userName)
                .toList();
    }

    @Test
    void aLookForALimitedTimeEndsByItself() {
        story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> caseFiles()
                        .readUntil(story.caseFile(), story.treatmentLead(), Instant.parse("2026-03-02T12:00:00Z"))));
        assertThat(reads(story.treatmentLead())).isTrue();
        assertThat(rolesOf(story.treatmentLead())).as("no act").isEmpty();

        story.on("2026-03-03").runJob();

        assertThat(reads(story.treatmentLead())).isFalse();
    }
}

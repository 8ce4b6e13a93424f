package org.insats.platformtest.routine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.platform.InsatsFolders;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineService;
import org.insats.routine.store.ProfileWriter;
import org.insats.routine.store.StoredProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Routine profiles are documents that an administrator changes, requirements 6.2 and 6.3. */
@ExtendWith(Repository.class)
class ProfileStoryTest {

    private final Story story = Story.beginningOn("2026-06-01");

    @Test
    void theShippedProfilesAreVersionedDocumentsInTheDataDictionary() {
        assertThat(routines().profiles().stream().map(RoutineProfile::id))
                .contains("bas-assignments", "malmo-contact", "malmo-family-therapist", "motala-rop", "motala-srv");
        NodeRef file = file("motala-srv.json").orElseThrow();
        assertThat(story.as("admin", () -> nodes().hasAspect(file, ContentModel.ASPECT_VERSIONABLE)))
                .isTrue();
        assertThat(story.as("admin", () -> Story.bean("VersionService", VersionService.class)
                        .getVersionHistory(file)
                        .getAllVersions()))
                .isNotEmpty();
    }

    @Test
    @Covers("BR-112")
    void aCaseKeepsTheVersionOfItsFirstRecordAndANewCaseTakesTheNext() {
        write(profile("test-weeks", "1.0", 2));
        Story before = running("test-weeks");

        write(profile("test-weeks", "1.1", 4));
        Story after = running("test-weeks");

        assertThat(before.openDeadline("DL-06").dueDate()).hasToString("Optional[2026-06-15]");
        assertThat(after.openDeadline("DL-06").dueDate()).hasToString("Optional[2026-06-29]");
        before.act(
                before.unitManager(), before.order(), "receive", "{\"date\":\"2026-06-01\",\"reason\":\"Samma dag\"}");
        assertThat(before.openDeadline("DL-06").dueDate()).hasToString("Optional[2026-06-15]");
        assertThat(version(before)).isEqualTo("1.0");
        assertThat(version(after)).isEqualTo("1.1");
    }

    @Test
    void nonsenseIsRefusedWithPlaceAndReasonAndTheLastGoodProfileStaysInForce() {
        write(profile("test-nonsense", "1.0", 2));
        ObjectNode wrong = profile("test-nonsense", "1.1", 2);
        wrong.put("validFrom", "2026-02-30");
        NodeRef file = file("test-nonsense.json").orElseThrow();

        assertThat(Story.refusalOf(() -> overwrite(file, wrong.toString()))).isEqualTo("INS-PRF-INVALID");
        assertThat(Story.refusalOf(() -> overwrite(file, "{\"id\": "))).isEqualTo("INS-PRF-INVALID");
        assertThat(Story.refusalOf(
                        () -> overwrite(file, profile("another", "2.0", 2).toString())))
                .isEqualTo("INS-PRF-ID");

        assertThat(routines().profile("test-nonsense").orElseThrow().version()).isEqualTo("1.0");
    }

    @Test
    @Covers("BR-112")
    void anotherTextNeedsAnotherVersion() {
        write(profile("test-version", "1.0", 2));

        assertThat(Story.refusalOf(() -> write(profile("test-version", "1.0", 3))))
                .isEqualTo("INS-PRF-VERSION");

        write(profile("test-version", "1.1", 3));
        StoredProfiles profiles = Story.bean("insats.routineService", StoredProfiles.class);
        assertThat(profiles.versions("test-version").stream().map(RoutineProfile::version))
                .containsExactly("1.1", "1.0");
        assertThat(profiles.profile("test-version", "1.0")).isPresent();
    }

    @Test
    void aProfileHoldsFromItsFirstDayToItsLast() {
        write(profile("test-validity", "1.0", 2));
        ObjectNode later = profile("test-validity", "2.0", 3);
        later.put("validFrom", "2026-09-01");
        later.put("validTo", "2026-12-31");
        write(later);

        assertThat(routines().profile("test-validity").orElseThrow().version()).isEqualTo("1.0");
        story.on("2026-09-01");
        assertThat(routines().profile("test-validity").orElseThrow().version()).isEqualTo("2.0");
        story.on("2027-01-01");
        assertThat(routines().profile("test-validity").orElseThrow().version()).isEqualTo("1.0");
    }

    @Test
    void aFileThatIsPutIntoTheFolderIsAProfile() {
        NodeRef file = story.as("admin", () -> {
            Map<QName, Serializable> named = Map.of(ContentModel.PROP_NAME, "dropped.json");
            return nodes().createNode(
                            folder(),
                            ContentModel.ASSOC_CONTAINS,
                            QName.createQName(ContentModel.PROP_NAME.getNamespaceURI(), "dropped.json"),
                            ContentModel.TYPE_CONTENT,
                            named)
                    .getChildRef();
        });

        overwrite(file, profile("test-dropped", "1.0", 2).toString());

        assertThat(routines().profile("test-dropped")).isPresent();
        assertThat(Story.refusalOf(() -> story.as("admin", () -> nodes().deleteNode(file))))
                .isEqualTo("INS-PRF-KEPT");
    }

    @Test
    void whatAnAdministratorHasChangedIsNotOverwrittenAtTheNextStart() {
        ObjectNode changed = (ObjectNode) Story.json(Story.bean("insats.routineService", StoredProfiles.class)
                .text("motala-rop", "")
                .orElseThrow()
                .text());
        changed.put("version", "1.0.1");
        write(changed);

        story.as("admin", () -> Story.bean("insats.shippedProfiles", Runnable.class)
                .run());

        assertThat(routines().profile("motala-rop").orElseThrow().version()).isEqualTo("1.0.1");
    }

    private Story running(String profile) {
        return Story.beginningOn("2026-06-01")
                .byRoutine(profile)
                .caseOpened()
                .assignmentConsented()
                .granted("2026-06-01", "2027-05-31")
                .orderSent();
    }

    private String version(Story of) {
        return of.as(of.caseWorker(), () -> Story.bean("insats.caseFileService", CaseFileService.class)
                .byNumber(of.caseNumber())
                .profileVersion());
    }

    /** Open care as another municipality might have it, with its own time for the execution check. */
    private static ObjectNode profile(String id, String version, int weeks) {
        ObjectNode profile = (ObjectNode) Story.json(Story.bean("insats.routineService", StoredProfiles.class)
                .text("motala-srv", "")
                .orElseThrow()
                .text());
        profile.put("id", id);
        profile.put("version", version);
        profile.path("deadlines").forEach(row -> {
            if (row.path("rule").asText().equals("DL-06")) {
                ((ObjectNode) row.path("period")).put("amount", weeks);
            }
        });
        return profile;
    }

    private void write(ObjectNode profile) {
        story.as("admin", () -> Story.bean("insats.profileWriter", ProfileWriter.class)
                .write(profile.path("id").asText(), profile.toString()));
    }

    private void overwrite(NodeRef file, String text) {
        story.as("admin", () -> {
            ContentWriter writer =
                    Story.bean("ContentService", ContentService.class).getWriter(file, ContentModel.PROP_CONTENT, true);
            writer.setMimetype("application/json");
            writer.setEncoding("UTF-8");
            writer.putContent(text);
        });
    }

    private Optional<NodeRef> file(String name) {
        return story.as(
                "admin",
                () -> Optional.ofNullable(nodes().getChildByName(folder(), ContentModel.ASSOC_CONTAINS, name)));
    }

    private static NodeRef folder() {
        return AuthenticationUtil.runAsSystem(
                () -> Story.bean("insats.folders", InsatsFolders.class).routineProfiles());
    }

    private static NodeService nodes() {
        return Story.bean("nodeService", NodeService.class);
    }

    private static RoutineService routines() {
        return Story.bean("insats.routineService", RoutineService.class);
    }
}

package org.insats.platformtest.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.DocumentKinds;
import org.insats.casefile.Documents;
import org.insats.casefile.NewDocument;
import org.insats.casefile.ValueLists;
import org.insats.platform.RuleViolation;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sent, decided or established is never overwritten, of whatever kind; a mistake is marked with its reason (BR-111). */
@ExtendWith(Repository.class)
class CorrectionsTest {

    /** A kind that one routine does not use is tried in the other. */
    private final List<Story> stories = List.of(
            Story.beginningOn("2026-03-02").running(),
            Story.beginningOn("2026-03-02").caseOpened("malmo-contact", "CONTACT_PERSON"),
            Story.beginningOn("2026-03-02").caseOpened("motala-rop", "STATE_INSTITUTION"),
            Story.beginningOn("2026-03-02").caseOpened("motala-rop", "CONTACT_FAMILY"),
            Story.beginningOn("2026-03-02").caseOpened("motala-rop", "RESIDENTIAL_CARE_HOME"));

    @Test
    @Covers({"BR-111", "DOC-COM-07"})
    void noFixedDocumentOfAnyKindIsChanged() {
        List<String> changed = new ArrayList<>();
        int tried = 0;
        for (Fixed fixed : fixedDocuments()) {
            tried++;
            String refusal = Story.refusalOf(
                    () -> fixed.story().update(fixed.editor(), fixed.id(), "{\"participation\":\"Nytt\"}"));
            if (!List.of("INS-BR-111", "INS-ROLE").contains(refusal)) {
                changed.add(fixed + ": " + refusal);
            }
        }
        assertThat(changed).isEmpty();
        assertThat(tried).isGreaterThan(25);
    }

    @Test
    @Covers("BR-111")
    void aMistakeInAFixedDocumentOfAnyKindIsMarkedWithItsReasonAndStays() {
        for (Fixed fixed : fixedDocuments()) {
            assertThat(Story.refusalOf(() -> fixed.story().act(fixed.editor(), fixed.id(), "markErroneous", "{}")))
                    .as(fixed.toString())
                    .isEqualTo("INS-REASON");
            fixed.story().act(fixed.editor(), fixed.id(), "markErroneous", "{\"reason\":\"Fel ärende\"}");

            Document marked = fixed.story().document(fixed.id());
            assertThat(marked.status()).as(fixed.toString()).isEqualTo(fixed.status());
            assertThat(marked.text(CaseModel.ERRONEOUS_REASON)).contains("Fel ärende");
            assertThat(marked.text(CaseModel.ERRONEOUS_BY)).contains(fixed.editor());
        }
    }

    private record Fixed(Story story, String kind, String status, String id, String editor) {}

    private List<Fixed> fixedDocuments() {
        ValueLists lists = Story.bean("insats.valueLists", ValueLists.class);
        List<Fixed> fixed = new ArrayList<>();
        for (DocumentKind kind :
                Story.bean("insats.documentKinds", DocumentKinds.class).all()) {
            if (!kind.fileType().equals(CaseModel.TYPE_CASE_FILE)) {
                // Of a contractor's file, which is tried there.
                continue;
            }
            List<String> statuses = lists.of(kind.type(), CaseModel.STATUS)
                    .map(ValueLists.ValueList::values)
                    .orElse(List.of());
            for (String status : statuses) {
                if (!kind.editableStatuses().contains(status)) {
                    fixed.add(fixed(kind, status));
                }
            }
        }
        return fixed;
    }

    private Fixed fixed(DocumentKind kind, String status) {
        RuleViolation refused = null;
        for (Story story : stories) {
            try {
                return new Fixed(story, kind.id(), status, made(story, kind, status), editor(story, kind));
            } catch (RuleViolation notInThisRoutine) {
                refused = notInThisRoutine;
            }
        }
        throw new AssertionError("No routine has the kind " + kind.id(), refused);
    }

    private static String made(Story story, DocumentKind kind, String status) {
        return story.as(
                "admin",
                () -> AuthenticationUtil.runAsSystem(() -> Story.bean("insats.servicePerson", ServicePerson.class)
                        .elevated(() -> Story.bean("insats.documents", Documents.class)
                                .make(new NewDocument(
                                        kind.id(),
                                        story.caseFile(),
                                        Optional.of(story.intervention()),
                                        Map.of(CaseModel.STATUS, status)))
                                .id())));
    }

    private static String editor(Story story, DocumentKind kind) {
        CaseFileService caseFiles = Story.bean("insats.caseFileService", CaseFileService.class);
        return List.of(story.caseWorker(), story.treatmentLead(), story.unitManager(), story.sectionManager()).stream()
                .filter(user -> kind.mayEdit(
                        story.caseFile(),
                        Optional.of(story.intervention()),
                        caseFiles.roles(user, story.caseFile(), Optional.of(story.intervention()))))
                .findFirst()
                // What only the system makes.
                .orElse(story.caseWorker());
    }
}

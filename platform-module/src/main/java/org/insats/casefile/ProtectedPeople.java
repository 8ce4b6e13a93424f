package org.insats.casefile;

import java.util.List;
import org.insats.casefile.DocumentAction.Act;
import org.insats.platform.Refusal;

/**
 * People with protected identity (CON-70..72): what goes out of the social office while there is one in the case is confirmed by
 * whoever sends it; bean {@code insats.protectedPeople}. Works inside the service person's scope.
 */
public final class ProtectedPeople {

    private static final String CONFIRMED = "confirmProtected";

    private final CaseTree tree;
    private final CaseFileService caseFiles;

    /** Looks at the people of a case. */
    public ProtectedPeople(CaseTree tree, CaseFileService caseFiles) {
        this.tree = tree;
        this.caseFiles = caseFiles;
    }

    private boolean areIn(Document document) {
        return caseFiles.persons(document.caseFile()).stream()
                .anyMatch(person -> Boolean.TRUE.equals(person.properties().get(CaseModel.PROTECTED_IDENTITY)));
    }

    /** What the form of a sending asks for: the confirmation, where somebody is protected. */
    public List<ActionInput> inputs(Document document) {
        boolean known = tree.nodes().exists(document.caseFile());
        return known && areIn(document) ? List.of(ActionInput.yesNo(CONFIRMED).required()) : List.of();
    }

    /**
     * Refuses a sending that is not confirmed.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-CON-72}
     */
    public void requireConfirmed(Document document, Act act) {
        if (areIn(document) && !act.input().path(CONFIRMED).asBoolean()) {
            throw Refusal.rule("CON-72").onField(CONFIRMED).violation();
        }
    }
}

package org.insats.casefile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.insats.casefile.DocumentAction.Act;
import org.insats.platform.Refusal;

/**
 * Who gets a copy of a document: a person of the case, somebody who works in it, or somebody else by description (EXT-03,
 * PLN-33).
 */
public final class Recipients {

    private final CaseFileService caseFiles;

    /** Looks in the case. */
    public Recipients(CaseFileService caseFiles) {
        this.caseFiles = caseFiles;
    }

    /**
     * Writes whom the act names into {@code copy}.
     *
     * @return whether it names anybody
     * @throws org.insats.platform.RuleViolation {@code INS-RECIPIENT} where a person or user is none of the case
     */
    public boolean name(Document document, Act act, ObjectNode copy) {
        Optional<String> person = act.text("personId");
        Optional<String> userName = act.text("userName");
        Optional<String> other = act.text("recipient");
        if (person.filter(id -> !isOfCase(document, id)).isPresent()) {
            throw Refusal.rule("RECIPIENT").onField("personId").violation();
        }
        if (userName.filter(name -> !worksInCase(document, name)).isPresent()) {
            throw Refusal.rule("RECIPIENT").onField("userName").violation();
        }
        person.ifPresent(id -> copy.put("personId", id));
        userName.ifPresent(name -> copy.put("userName", name));
        other.ifPresent(text -> copy.put("text", text));
        return person.isPresent() || userName.isPresent() || other.isPresent();
    }

    private boolean isOfCase(Document document, String personId) {
        return caseFiles.persons(document.caseFile()).stream()
                .anyMatch(person -> person.id().equals(personId));
    }

    private boolean worksInCase(Document document, String userName) {
        return !caseFiles
                .roles(userName, document.caseFile(), document.intervention())
                .isEmpty();
    }
}

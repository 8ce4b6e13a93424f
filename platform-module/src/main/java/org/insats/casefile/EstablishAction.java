package org.insats.casefile;

import java.util.Map;
import java.util.Set;

/** {@code establish}: a draft becomes the record, for the kinds whose states are those of DOC-ENUM-01. */
public final class EstablishAction implements DocumentAction {

    /** Its name. */
    public static final String NAME = "establish";

    private final Documents documents;

    /** Creates it. */
    public EstablishAction(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean allowed(Document document, Set<Role> roles) {
        return document.status().equals("DRAFT")
                && document.kind().mayEdit(document.caseFile(), document.intervention(), roles);
    }

    @Override
    public boolean weighty() {
        return true;
    }

    @Override
    public void perform(Document document, Act act) {
        documents.record(document, NAME, RecordEvent.ESTABLISHED, "ESTABLISHED", Map.of());
    }
}

package org.insats.casefile;

import java.util.List;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Refusal;

/** Consent record (CON-30..38): one answer of one person; never deleted or reworded by a later one (CON-26). */
public final class ConsentKind implements DocumentKind {

    static final String ID = "consent";

    private final CaseTree tree;
    private final List<DocumentAction> actions;

    /** Creates it. */
    public ConsentKind(CaseTree tree, Documents documents) {
        this.tree = tree;
        this.actions = List.of(new EstablishAction(documents));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public QName type() {
        return CaseModel.TYPE_CONSENT;
    }

    @Override
    public String code() {
        return "SAM";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(CaseModel.CONSENT_PERSON, EstablishAction.NAME),
                MandatoryField.must(CaseModel.CAPACITY, EstablishAction.NAME),
                MandatoryField.must(CaseModel.SUBJECT, EstablishAction.NAME),
                MandatoryField.must(CaseModel.ANSWER, EstablishAction.NAME),
                MandatoryField.must(CaseModel.DOCUMENT_DATE, EstablishAction.NAME),
                MandatoryField.must(CaseModel.DOCUMENT_REF, EstablishAction.NAME),
                MandatoryField.must(CaseModel.AUTHOR, EstablishAction.NAME));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    @Override
    public void check(Document document) {
        requireInCase(document, CaseModel.CONSENT_PERSON, CaseModel.TYPE_PERSON, "CON-30");
        requireInCase(document, CaseModel.DOCUMENT_REF, CaseModel.TYPE_CASE_DOCUMENT, "CON-36");
    }

    private void requireInCase(Document document, QName reference, QName type, String ruleId) {
        boolean elsewhere = document.text(reference)
                .filter(id -> tree.node(id)
                        .filter(node -> tree.is(node, type))
                        .flatMap(tree::caseFile)
                        .filter(document.caseFile()::equals)
                        .isEmpty())
                .isPresent();
        if (elsewhere) {
            throw Refusal.rule(ruleId).onField(reference.getLocalName()).violation();
        }
    }
}

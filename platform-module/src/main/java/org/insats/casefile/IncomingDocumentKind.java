package org.insats.casefile;

import java.util.List;
import java.util.Set;
import org.alfresco.service.namespace.QName;

/** What came into the case from outside: a file dropped in, or a scan that belongs to no form. It may lie in either folder. */
public final class IncomingDocumentKind implements DocumentKind {

    @Override
    public String id() {
        return "incomingDocument";
    }

    @Override
    public QName type() {
        return CaseModel.TYPE_INCOMING_DOCUMENT;
    }

    @Override
    public String code() {
        return "INK";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of();
    }

    @Override
    public List<DocumentAction> actions() {
        // None that would print over the file as it came.
        return List.of();
    }

    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(role -> role.isCaseWorker() || role.isPerformer() || role == Role.REGISTRAR);
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(CaseModel.ORIGINAL_NAME);
    }
}

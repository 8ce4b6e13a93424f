package org.insats.agreement;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;
import org.insats.contractor.Contractor;

/**
 * The enrolment notice, written in place of an agreement for a home that the municipality has an agreement with (requirements
 * 2-documents.md 20.2, DOC-ENR; STA-13). Kept in the client's case (RET-18).
 */
public final class EnrolmentNoticeKind implements DocumentKind {

    private final Engagements engagements;
    private final List<DocumentAction> actions;

    /** A kind with one action. */
    public EnrolmentNoticeKind(Engagements engagements, WriteNotice writeNotice) {
        this.engagements = engagements;
        this.actions = List.of(writeNotice);
    }

    @Override
    public String id() {
        return "enrolmentNotice";
    }

    @Override
    public QName type() {
        return AgreementModel.TYPE_ENROLMENT_NOTICE;
    }

    @Override
    public String code() {
        return "INS";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(Role::isPlacementGroup);
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(AgreementModel.HOME, WriteNotice.NAME),
                MandatoryField.must(CaseModel.CLIENT_REF, WriteNotice.NAME),
                MandatoryField.must(AgreementModel.ENROLMENT_DATE, WriteNotice.NAME),
                MandatoryField.must(AgreementModel.WRITTEN_BY, WriteNotice.NAME),
                MandatoryField.must(AgreementModel.MUNICIPAL_AGREEMENT_REF, WriteNotice.NAME));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(AgreementModel.HOME, AgreementModel.WRITTEN_BY, AgreementModel.MUNICIPAL_AGREEMENT_REF);
    }

    @Override
    public Map<QName, Serializable> defaults(Document notice) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(AgreementModel.WRITTEN_BY, notice.text(CaseModel.AUTHOR).orElse(null));
        engagements
                .contractor(notice.requireIntervention())
                .map(Contractor::id)
                .ifPresent(id -> values.put(AgreementModel.HOME, id));
        return values;
    }
}

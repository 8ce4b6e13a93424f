package org.insats.complaint;

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
import org.insats.contractor.ContractorModel;

/**
 * The case worker's feedback on a contractor after the end of an assignment: a record of its own, kept with the contractor for
 * later assignments (END-29, CMP-05, BR-102, RET-50).
 */
public final class FeedbackKind implements DocumentKind {

    /** Its id. */
    static final String ID = "contractorFeedback";

    private final List<DocumentAction> actions;

    /** A kind with one action. */
    public FeedbackKind(GiveFeedback giveFeedback) {
        this.actions = List.of(giveFeedback);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public QName type() {
        return ComplaintModel.TYPE_FEEDBACK;
    }

    @Override
    public String code() {
        return "SYN";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public QName fileType() {
        return ContractorModel.TYPE_FILE;
    }

    @Override
    public boolean openToAuthor() {
        return true;
    }

    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(Role::isCaseWorker);
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(ComplaintModel.FEEDBACK_CONTRACTOR, GiveFeedback.NAME),
                MandatoryField.must(ComplaintModel.FEEDBACK_INTERVENTION, GiveFeedback.NAME),
                MandatoryField.must(ComplaintModel.FEEDBACK_DATE, GiveFeedback.NAME),
                MandatoryField.important(ComplaintModel.FEEDBACK_AFTER_ASSIGNMENT, GiveFeedback.NAME));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(ComplaintModel.FEEDBACK_CONTRACTOR);
    }

    @Override
    public Map<QName, Serializable> defaults(Document feedback) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(ComplaintModel.FEEDBACK_CONTRACTOR, feedback.caseFile().getId());
        values.put(ComplaintModel.FEEDBACK_DATE, feedback.properties().get(CaseModel.DOCUMENT_DATE));
        return values;
    }
}

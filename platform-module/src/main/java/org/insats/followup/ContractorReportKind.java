package org.insats.followup;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.Documents;
import org.insats.casefile.EstablishAction;
import org.insats.casefile.Interventions;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;

/**
 * The contractor's report to the case worker (requirements 2-documents.md 19, DOC-RPT): what the meetings held, how it works, and
 * what needs to change. Received by the case worker as often as the plan says (FUP-04, DL-43).
 */
public final class ContractorReportKind implements DocumentKind {

    private static final QName CONTRACTOR_OF_INTERVENTION = QName.createQName(CaseModel.URI, "contractor");

    private final Interventions interventions;
    private final List<DocumentAction> actions;

    /** Works through the doors of the case file. */
    public ContractorReportKind(Documents documents, Interventions interventions) {
        this.interventions = interventions;
        this.actions = List.of(new EstablishAction(documents));
    }

    @Override
    public String id() {
        return "contractorReport";
    }

    @Override
    public QName type() {
        return FollowUpModel.TYPE_CONTRACTOR_REPORT;
    }

    @Override
    public String code() {
        return "RAP";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(FollowUpModel.CONTRACTOR, EstablishAction.NAME),
                MandatoryField.must(FollowUpModel.REPORT_DATE, EstablishAction.NAME),
                MandatoryField.must(FollowUpModel.MEETING_CONTENT, EstablishAction.NAME),
                MandatoryField.must(FollowUpModel.HOW_IT_WORKS, EstablishAction.NAME),
                MandatoryField.must(FollowUpModel.CHANGE_NEEDED, EstablishAction.NAME),
                MandatoryField.must(FollowUpModel.RECEIVED_BY, EstablishAction.NAME));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    /** The contractor of the intervention, and the case worker who writes it down. */
    @Override
    public Map<QName, Serializable> defaults(Document report) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        interventions
                .get(report.requireIntervention())
                .text(CONTRACTOR_OF_INTERVENTION)
                .ifPresent(contractor -> values.put(FollowUpModel.CONTRACTOR, contractor));
        values.put(FollowUpModel.REPORT_DATE, report.properties().get(CaseModel.DOCUMENT_DATE));
        values.put(FollowUpModel.RECEIVED_BY, report.properties().get(CaseModel.AUTHOR));
        return values;
    }
}

package org.insats.agreement;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.AgreementDrawnUp;
import org.insats.contractor.Contractor;
import org.insats.platform.Refusal;

/** {@code establish}: the notice stands, by the agreement that the municipality has with the home on that day (DOC-ENR-05). */
public final class WriteNotice implements DocumentAction {

    static final String NAME = "establish";

    private final Documents documents;
    private final Interventions interventions;
    private final Engagements engagements;
    private final CaseEvents events;

    /** Writes through the doors of the case file. */
    public WriteNotice(Documents documents, Interventions interventions, Engagements engagements, CaseEvents events) {
        this.documents = documents;
        this.interventions = interventions;
        this.engagements = engagements;
        this.events = events;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean allowed(Document document, Set<Role> roles) {
        return document.status().equals("DRAFT") && roles.stream().anyMatch(Role::isPlacementGroup);
    }

    @Override
    public boolean weighty() {
        return true;
    }

    @Override
    public void perform(Document notice, Act act) {
        NodeRef intervention = notice.requireIntervention();
        Contractor home = engagements
                .contractor(intervention)
                .filter(contractor -> engagements.paper(
                                interventions.get(intervention), contractor, contractor.isUnderMunicipalAgreement())
                        == Engagements.Paper.ENROLMENT_NOTICE)
                .orElseThrow(() -> Refusal.rule("BR-36").onField("home").violation());
        LocalDate day = notice.date(AgreementModel.ENROLMENT_DATE)
                .orElseThrow(() ->
                        Refusal.rule("DOC-ENR-03").onField("enrolmentDate").violation());
        String agreement = home.municipalAgreementOn(day).orElseThrow(() -> Refusal.rule("DOC-ENR-05")
                .onField("municipalAgreementRef")
                .violation());
        documents.record(
                notice,
                NAME,
                RecordEvent.ESTABLISHED,
                "ESTABLISHED",
                Map.of(AgreementModel.HOME, home.id(), AgreementModel.MUNICIPAL_AGREEMENT_REF, agreement));
        engagements.notePaper(intervention, act.today());
        events.publish(new AgreementDrawnUp(notice.caseFile(), intervention, notice.node(), act.today()));
    }
}

package org.insats.agreement;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorDates;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Fact;

/** Agreements, contacts with the contractor, extracts and meal deductions, as deadlines ask (DL-49, 51, 58, 61, 62). */
public final class AgreementFacts implements FactSource {

    private final Documents documents;
    private final NodeService nodes;
    private final Engagements engagements;
    private final ContractorDates contractorDates;

    /** Reads the intervention's documents and what is kept with its contractors. */
    public AgreementFacts(
            Documents documents, NodeService nodes, Engagements engagements, ContractorDates contractorDates) {
        this.documents = documents;
        this.nodes = nodes;
        this.engagements = engagements;
        this.contractorDates = contractorDates;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        List<Contractor> proposed = engagements.proposed(intervention.node());
        facts.on(Fact.AGREEMENT_TERMINATED, terminated(intervention, proposed));
        facts.on(
                Fact.REGISTER_EXTRACT_RECEIVED,
                proposed.stream()
                        .flatMap(contractor -> contractorDates.lastExtract(contractor).stream())
                        .max(Comparator.naturalOrder()));
        Optional<LocalDate> start = intervention.date(CaseModel.START_DATE);
        engagements
                .contractor(intervention.node())
                .ifPresent(contractor -> contractorDates.contacts(contractor).stream()
                        .filter(day -> start.filter(day::isBefore).isEmpty())
                        .forEach(facts::contractorContact));
        nodes.getChildAssocs(intervention.node(), Set.of(AgreementModel.TYPE_ALLOWANCE_RECORD)).stream()
                .map(ChildAssociationRef::getChildRef)
                .map(node -> documents.get(node))
                .filter(record -> !record.isFilled(CaseModel.ERRONEOUS_AT))
                .forEach(record -> tell(record, facts));
    }

    private static void tell(Document record, CaseFacts.Builder facts) {
        facts.on(Fact.MEAL_DEDUCTION_FAMILY_INFORMED, record.date(AgreementModel.FAMILY_INFORMED_AT));
        facts.on(Fact.MEAL_DEDUCTION_SECRETARY_INFORMED, record.date(AgreementModel.SECRETARY_INFORMED_AT));
    }

    private Optional<LocalDate> terminated(Intervention intervention, List<Contractor> proposed) {
        return proposed.stream()
                .flatMap(contractor -> engagements.kept(contractor, AgreementKind.ID).stream())
                .filter(agreement -> agreement
                        .text(AgreementModel.INTERVENTION_REF)
                        .filter(intervention.node().getId()::equals)
                        .isPresent())
                .flatMap(agreement -> agreement.date(AgreementModel.TERMINATION_DATE).stream())
                .max(Comparator.naturalOrder());
    }
}

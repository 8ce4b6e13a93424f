package org.insats.complaint;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.Document;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorService;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Fact;
import org.insats.deadline.calc.Occurrence;
import org.insats.match.MatchService;
import org.insats.platform.LawDate;

/** Complaints on the contractors of an intervention, and the feedback after its end (DL-27, DL-39, DL-53). */
public final class ComplaintFacts implements FactSource {

    private final ContractorService contractors;
    private final MatchService matches;

    /** Reads what is kept with the contractors of an intervention. */
    public ComplaintFacts(ContractorService contractors, MatchService matches) {
        this.contractors = contractors;
        this.matches = matches;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        List<Contractor> engaged = matches.registerEntries(intervention.node()).stream()
                .flatMap(id -> contractors.find(id).stream())
                .toList();
        engaged.stream()
                .flatMap(contractor -> contractors.documents(contractor, ComplaintKind.ID).stream())
                .filter(complaint -> concerns(complaint, ComplaintModel.CONCERNS_INTERVENTION, intervention))
                .forEach(complaint -> facts.complaint(occurrence(complaint)));
        facts.on(
                Fact.CONTRACTOR_FEEDBACK_GIVEN,
                engaged.stream()
                        .flatMap(contractor -> contractors.documents(contractor, FeedbackKind.ID).stream())
                        .filter(feedback -> feedback.status().equals("ESTABLISHED"))
                        .filter(feedback -> concerns(feedback, ComplaintModel.FEEDBACK_INTERVENTION, intervention))
                        .flatMap(feedback -> feedback.date(ComplaintModel.FEEDBACK_DATE).stream())
                        .min(Comparator.naturalOrder()));
    }

    private static boolean concerns(Document document, QName field, Intervention intervention) {
        return document.text(field).filter(intervention.node().getId()::equals).isPresent();
    }

    private static Occurrence occurrence(Document complaint) {
        Optional<LocalDate> forwarded =
                complaint.instant(ComplaintModel.FORWARDED_AT).map(LawDate::fromInstant);
        return new Occurrence(
                Optional.of(complaint.id()),
                complaint.date(ComplaintModel.RECEIVED_DATE).orElseThrow(),
                forwarded,
                complaint.date(ComplaintModel.SERIOUS_DATE),
                complaint.date(ComplaintModel.SEPARATE_ROUTINE_STARTED));
    }
}

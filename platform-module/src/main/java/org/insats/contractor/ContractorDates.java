package org.insats.contractor;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Dates kept with a contractor that deadlines of an intervention depend on; inside the service person's scope. */
public final class ContractorDates {

    private final ContractorService contractors;

    /** Reads what is kept with contractors. */
    public ContractorDates(ContractorService contractors) {
        this.contractors = contractors;
    }

    /** Days of contact, from the log (DL-58). */
    public List<LocalDate> contacts(Contractor contractor) {
        return contractors.documents(contractor, ContactKind.ID).stream()
                .filter(contact -> contact.status().equals("ESTABLISHED"))
                .flatMap(contact -> contact.date(ContractorModel.CONTACT_DATE).stream())
                .sorted()
                .toList();
    }

    /** When the last register extract came (DL-62). */
    public Optional<LocalDate> lastExtract(Contractor contractor) {
        return contractors.documents(contractor, InvestigationKind.ID).stream()
                .flatMap(investigation ->
                        JsonTexts.list(investigation, ContractorModel.REGISTER_EXTRACTS)
                                .findValuesAsText("received")
                                .stream())
                .map(LocalDate::parse)
                .max(Comparator.naturalOrder());
    }
}

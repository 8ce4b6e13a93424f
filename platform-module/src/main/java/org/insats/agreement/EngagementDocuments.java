package org.insats.agreement;

import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.KeptElsewhere;
import org.insats.contractor.Contractor;
import org.insats.platform.ServicePerson;

/** What is kept with the contractors of an intervention and names it: agreements, complaints, feedback. */
public final class EngagementDocuments implements KeptElsewhere {

    private final Documents documents;
    private final Engagements engagements;
    private final ServicePerson servicePerson;

    /** Reads the contractors' files. */
    public EngagementDocuments(Documents documents, Engagements engagements, ServicePerson servicePerson) {
        this.documents = documents;
        this.engagements = engagements;
        this.servicePerson = servicePerson;
    }

    @Override
    public List<Document> about(NodeRef intervention) {
        List<Contractor> contractors = servicePerson.elevated(() -> engagements.proposed(intervention));
        return contractors.stream()
                .flatMap(contractor -> documents.inCase(contractor.node()).stream())
                .filter(document -> document.properties().containsValue(intervention.getId()))
                .toList();
    }
}

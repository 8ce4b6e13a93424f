package org.insats.match;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Consents;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.platform.LawDate;

/** Finds the matches of an intervention. */
public final class Matches implements MatchService {

    /** Subject of the consents to a match (CON-32). */
    static final String SUBJECT = "CHOICE_OF_CONTRACTOR";

    private final Documents documents;
    private final Consents consents;
    private final NodeService nodes;

    /** Reads the intervention's documents. */
    public Matches(Documents documents, Consents consents, NodeService nodes) {
        this.documents = documents;
        this.consents = consents;
        this.nodes = nodes;
    }

    /** The match that is being worked on or agreed: the latest that was not rejected or marked erroneous. */
    Optional<Document> current(NodeRef intervention) {
        return all(intervention).stream()
                .filter(match -> !match.status().equals(MatchState.REJECTED.name()))
                .filter(match -> !match.isFilled(CaseModel.ERRONEOUS_AT))
                .reduce((earlier, later) -> later);
    }

    private List<Document> all(NodeRef intervention) {
        return nodes.getChildAssocs(intervention, Set.of(MatchModel.TYPE_MATCH)).stream()
                .map(ChildAssociationRef::getChildRef)
                .map(node -> documents.get(node))
                .sorted(Comparator.comparing(
                        match -> (Integer) match.properties().get(CaseModel.SERIAL)))
                .toList();
    }

    @Override
    public Optional<Document> agreed(NodeRef intervention) {
        return current(intervention).filter(match -> match.status().equals(MatchState.AGREED.name()));
    }

    @Override
    public String consents(Document match) {
        return consents.listOf(match, SUBJECT);
    }

    @Override
    public Optional<String> registerEntry(NodeRef intervention) {
        return agreed(intervention).flatMap(match -> match.text(MatchModel.REGISTER_ENTRY));
    }

    @Override
    public List<String> registerEntries(NodeRef intervention) {
        return all(intervention).stream()
                .flatMap(match -> match.text(MatchModel.REGISTER_ENTRY).stream())
                .distinct()
                .toList();
    }

    @Override
    public void noteAgreement(NodeRef intervention, LocalDate date) {
        agreed(intervention)
                .filter(match -> !match.isFilled(MatchModel.AGREEMENT_DRAWN_UP))
                .ifPresent(match ->
                        documents.writeQuietly(match, Map.of(MatchModel.AGREEMENT_DRAWN_UP, LawDate.toStored(date))));
    }

    /** An earlier match of the intervention with the same contractor of the register. */
    Optional<Document> earlier(NodeRef intervention, String registerId) {
        return all(intervention).stream()
                .filter(match -> match.text(MatchModel.REGISTER_ENTRY)
                        .filter(registerId::equals)
                        .isPresent())
                .findFirst();
    }

    @Override
    public Optional<String> registeredContractor(NodeRef intervention) {
        return agreed(intervention)
                .filter(match -> match.isFilled(MatchModel.REGISTERED_AS_RESOURCE))
                .flatMap(match -> match.text(MatchModel.PROPOSED_CONTRACTOR));
    }
}

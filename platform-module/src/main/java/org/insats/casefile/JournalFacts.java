package org.insats.casefile;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Fact;
import org.insats.deadline.calc.Occurrence;
import org.insats.platform.LawDate;

/**
 * What was noted in the journal of a case about an intervention (DL-33, DL-35, DL-59). A note is made when it is
 * established; the day it is about is another.
 */
public final class JournalFacts implements FactSource {

    /** The types of note that a deadline depends on; a case has many others. */
    private static final Set<String> TELLING = Set.of("ORDER_SENT", "START_UP", "FAMILY_CONTACT");

    private final Documents documents;
    private final NodeService nodes;

    /** Reads notes through {@code documents}. */
    public JournalFacts(Documents documents, NodeService nodes) {
        this.documents = documents;
        this.nodes = nodes;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        nodes.getChildAssocs(intervention.caseFile(), Set.of(CaseModel.TYPE_JOURNAL_NOTE)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> TELLING.contains(String.valueOf(nodes.getProperty(node, CaseModel.NOTE_TYPE))))
                .filter(node -> intervention.node().getId().equals(nodes.getProperty(node, CaseModel.INTERVENTION_REF)))
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .forEach(note -> tell(note, intervention, facts));
    }

    private static void tell(Document note, Intervention intervention, CaseFacts.Builder facts) {
        Optional<LocalDate> noted = note.instant(CaseModel.RECORDED_AT).map(LawDate::fromInstant);
        switch (note.text(CaseModel.NOTE_TYPE).orElse("")) {
            case "ORDER_SENT" -> {
                if (isOfCurrentOrder(note, intervention)) {
                    facts.on(Fact.ORDER_NOTED, noted);
                }
            }
            case "START_UP" -> facts.on(Fact.START_UP_NOTED, noted);
            case "FAMILY_CONTACT" -> note.instant(CaseModel.NOTE_DATE)
                    .map(LawDate::fromInstant)
                    .ifPresent(contact -> facts.familyContact(new Occurrence(
                            Optional.of(note.id()), contact, noted, Optional.empty(), Optional.empty())));
            default -> {}
        }
    }

    /** The note about an order that was withdrawn says nothing of the one that followed. */
    private static boolean isOfCurrentOrder(Document note, Intervention intervention) {
        Optional<String> about = note.text(CaseModel.RELATED_TO);
        return about.isEmpty() || about.equals(intervention.text(CaseModel.CURRENT_ORDER));
    }
}

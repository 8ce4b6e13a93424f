package org.insats.followup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.platform.Refusal;

/** Talks with the child as follow-ups need them (FUP-20, DL-31). In the service person's scope. */
public final class ChildTalks {

    private static final Set<String> UNOFFERED = Set.of("NOT_ASSESSED");

    private final Documents documents;
    private final NodeService nodes;

    /** Looks among the documents of the case. */
    public ChildTalks(Documents documents, NodeService nodes) {
        this.documents = documents;
        this.nodes = nodes;
    }

    /**
     * The talk that was offered before the follow-up, or found unsuitable, and that no earlier follow-up counted.
     *
     * @return its id
     * @throws org.insats.platform.RuleViolation {@code INS-FUP-20} where there is none
     */
    String requireOffered(Document followUp, LocalDate date) {
        return before(followUp, date)
                .orElseThrow(
                        () -> Refusal.rule("FUP-20").onField("childTalkRef").violation())
                .id();
    }

    /** When the talk that belongs to a follow-up was offered, or assessed as unsuitable. */
    Optional<LocalDate> offeredOn(Document followUp) {
        Optional<Document> talk = followUp.text(FollowUpModel.CHILD_TALK_REF)
                .map(id -> documents.get(id))
                .or(() -> before(followUp, LocalDate.MAX));
        return talk.flatMap(
                document -> document.date(FollowUpModel.OFFERED_DATE).or(() -> document.date(CaseModel.DOCUMENT_DATE)));
    }

    private Optional<Document> before(Document followUp, LocalDate date) {
        List<String> counted = inFolder(followUp.requireIntervention(), FollowUpModel.TYPE_FOLLOW_UP)
                .filter(other -> !other.id().equals(followUp.id()))
                .flatMap(other -> other.text(FollowUpModel.CHILD_TALK_REF).stream())
                .toList();
        Predicate<Document> free = talk -> !counted.contains(talk.id());
        return inFolder(followUp.caseFile(), FollowUpModel.TYPE_CHILD_TALK)
                .filter(talk -> talk.intervention().equals(followUp.intervention()))
                .filter(talk -> !UNOFFERED.contains(talk.status()))
                .filter(free)
                .filter(talk -> !talk.date(FollowUpModel.OFFERED_DATE)
                        .or(() -> talk.date(CaseModel.DOCUMENT_DATE))
                        .orElse(LocalDate.MAX)
                        .isAfter(date))
                .max(Comparator.comparing(
                        talk -> talk.date(CaseModel.DOCUMENT_DATE).orElse(LocalDate.MIN)));
    }

    private Stream<Document> inFolder(NodeRef folder, QName type) {
        return nodes.getChildAssocs(folder, Set.of(type)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node));
    }
}

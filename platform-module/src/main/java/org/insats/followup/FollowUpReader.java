package org.insats.followup;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;

/** Finds follow-ups among the documents of an intervention. */
public final class FollowUpReader implements FollowUpService {

    private static final Set<String> AHEAD = Set.of("PLANNED", "BOOKED", "PREPARED", "RESCHEDULED");

    private final Documents documents;
    private final NodeService nodes;

    /** Reads through the doors of the case file. */
    public FollowUpReader(Documents documents, NodeService nodes) {
        this.documents = documents;
        this.nodes = nodes;
    }

    @Override
    public List<Document> of(NodeRef intervention) {
        return all(intervention).toList();
    }

    @Override
    public Optional<Document> showingGoalsMet(NodeRef intervention) {
        return all(intervention)
                .filter(FollowUpReader::showsGoalsMet)
                .max(Comparator.comparing(
                        document -> document.date(FollowUpModel.DATE).orElse(LocalDate.MIN)));
    }

    @Override
    public Optional<Document> next(NodeRef intervention) {
        return all(intervention)
                .filter(document -> AHEAD.contains(document.status()))
                .findFirst();
    }

    @Override
    public Optional<NeedsFound> needsFound(NodeRef intervention) {
        return all(intervention)
                .filter(document -> document.status().equals(FollowUpState.DOCUMENTED.name()))
                .max(Comparator.comparing(
                        document -> document.date(FollowUpModel.DATE).orElse(LocalDate.MIN)))
                .flatMap(document -> document.text(FollowUpModel.CHANGE_LEVEL)
                        .map(NeedsFound.Level::valueOf)
                        .map(level -> new NeedsFound(
                                level, document.date(FollowUpModel.DATE).orElse(LocalDate.MIN))));
    }

    @Override
    public boolean hasAnother(NodeRef intervention, String followUpId) {
        return all(intervention)
                .filter(document -> !document.status().equals(FollowUpState.CANCELLED.name()))
                .anyMatch(document -> !document.id().equals(followUpId));
    }

    /** Every goal met, or the outcome that the intervention ends because they are (BR-71 is a proposal, the case worker decides). */
    static boolean showsGoalsMet(Document followUp) {
        if (!followUp.status().equals(FollowUpState.DOCUMENTED.name())) {
            return false;
        }
        List<String> ratings =
                followUp.text(FollowUpModel.GOAL_RESULT).map(JsonText::elements).orElse(List.of()).stream()
                        .map(result -> result.path("attainment").asText(""))
                        .toList();
        boolean everyGoal = !ratings.isEmpty() && ratings.stream().allMatch("POSITIVE_MET"::equals);
        boolean decided = followUp.text(FollowUpModel.ENDING_REASON)
                .filter("GOALS_MET"::equals)
                .isPresent();
        return everyGoal || decided;
    }

    private Stream<Document> all(NodeRef intervention) {
        return nodes.getChildAssocs(intervention, Set.of(FollowUpModel.TYPE_FOLLOW_UP)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node));
    }
}

package org.insats.closing;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.NewDocument;
import org.insats.casefile.event.ContractorFeedbackGiven;
import org.insats.casefile.event.FollowUpDocumented;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/**
 * A follow-up that ends the intervention is not documented before the risk is judged or the question of concern is answered,
 * where the routine asks for it (BR-93, BR-100); a refusal undoes the act. Once documented, it leads on to the ending (FUP-35).
 * Feedback on the contractor is named in the ending (DOC-END-15).
 */
public final class EndingListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final Documents documents;
    private final EndingReader reader;

    /** Reads follow-ups through {@code documents}. */
    public EndingListener(Documents documents, EndingReader reader) {
        this.documents = documents;
        this.reader = reader;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof ContractorFeedbackGiven given) {
            noteFeedback(given);
        } else if (event.getPayload() instanceof FollowUpDocumented documented) {
            Document followUp = documents.get(documented.document());
            DecidedFollowUp.of(followUp).ifPresent(decided -> {
                new EndGuard(reader.rules(followUp)).refusal(decided).ifPresent(refusal -> {
                    throw refusal.violation();
                });
                proposeEnding(followUp, decided);
            });
        }
    }

    /** Where the routine has feedback on the contractor after the end, the ending says which it was (PRF-40, DOC-END-15). */
    private void noteFeedback(ContractorFeedbackGiven given) {
        endings(given.caseFile(), Optional.of(given.intervention()))
                .filter(ending -> reader.asksForFeedback(ending))
                .reduce((earlier, later) -> later)
                .ifPresent(ending -> documents.writeQuietly(
                        ending,
                        Map.of(EndingModel.CONTRACTOR_FEEDBACK, given.document().getId())));
    }

    /** Those of an intervention that were not withdrawn. */
    private Stream<Document> endings(NodeRef caseFile, Optional<NodeRef> intervention) {
        return documents.inCase(caseFile).stream()
                .filter(document -> document.kind().type().equals(EndingModel.TYPE_ENDING))
                .filter(document -> document.intervention().equals(intervention))
                .filter(document -> !document.isFilled(CaseModel.ERRONEOUS_AT))
                .filter(document -> !document.status().equals(EndingState.WITHDRAWN.name()));
    }

    /** What was decided at the follow-up leads on to the ending, whose draft is there with reason and follow-up (FUP-35). */
    private void proposeEnding(Document followUp, DecidedFollowUp decided) {
        if (endings(followUp.caseFile(), followUp.intervention()).findAny().isEmpty()) {
            documents.make(new NewDocument(
                    "ending",
                    followUp.caseFile(),
                    followUp.intervention(),
                    Map.of(
                            EndingModel.ENDING_KIND, "PLANNED",
                            EndingModel.ENDING_REASON, decided.reason(),
                            EndingModel.LAST_FOLLOW_UP, followUp.id())));
        }
    }
}

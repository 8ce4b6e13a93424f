package org.insats.casefile;

import org.insats.casefile.event.ConsentRecorded;
import org.insats.casefile.event.DocumentRecorded;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Tells the rooms of every answer, also of one that was written as a consent document by hand (CON-36). */
public final class ConsentListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final Documents documents;
    private final CaseEvents events;

    /** Reads consent records through {@code documents}. */
    public ConsentListener(Documents documents, CaseEvents events) {
        this.documents = documents;
        this.events = events;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof DocumentRecorded recorded
                && recorded.kind().equals(ConsentKind.ID)) {
            tell(documents.get(recorded.document()));
        }
    }

    private void tell(Document consent) {
        Document concerned = consent.text(CaseModel.DOCUMENT_REF)
                .map(id -> documents.get(id))
                .orElseThrow();
        concerned
                .intervention()
                .or(consent::intervention)
                .ifPresent(intervention -> events.publish(new ConsentRecorded(
                        consent.caseFile(),
                        intervention,
                        consent.node(),
                        concerned.node(),
                        consent.text(CaseModel.SUBJECT).orElse(""),
                        consent.text(CaseModel.ANSWER).orElse(""))));
    }
}

package org.insats.closing;

import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.event.FollowUpDocumented;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/**
 * A follow-up that ends the intervention is not documented before the risk is judged or the question of concern is answered,
 * where the routine asks for it (BR-93, BR-100); a refusal undoes the act.
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
        if (event.getPayload() instanceof FollowUpDocumented documented) {
            Document followUp = documents.get(documented.document());
            DecidedFollowUp.of(followUp)
                    .flatMap(new EndGuard(reader.rules(followUp))::refusal)
                    .ifPresent(refusal -> {
                        throw refusal.violation();
                    });
        }
    }
}

package org.insats.match;

import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Documents;
import org.insats.casefile.event.ConsentRecorded;
import org.insats.casefile.event.OrderEnded;
import org.insats.casefile.event.ResourceAllocated;
import org.insats.platform.Refusal;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** An answer moves its match, whichever door it came through; a withdrawn or declined referral takes its match with it. */
public final class MatchListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final Documents documents;
    private final Matches matches;
    private final MatchActs acts;

    /** Moves matches by {@code acts}. */
    public MatchListener(Documents documents, Matches matches, MatchActs acts) {
        this.documents = documents;
        this.matches = matches;
        this.acts = acts;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof ConsentRecorded recorded
                && recorded.subject().equals(Matches.SUBJECT)) {
            acts.answered(documents.get(recorded.concerns()), recorded);
        } else if (event.getPayload() instanceof OrderEnded ended) {
            matches.current(ended.intervention()).ifPresent(match -> acts.orderEnded(match, ended));
        } else if (event.getPayload() instanceof ResourceAllocated allocated) {
            requireRegistered(allocated.intervention());
        }
    }

    /** A contractor is registered as a resource by the placement worker before they are allocated (BR-38, STA-36). */
    private void requireRegistered(NodeRef intervention) {
        boolean unregistered = matches.current(intervention).isPresent()
                && matches.registeredContractor(intervention).isEmpty();
        if (unregistered) {
            throw Refusal.rule("BR-38").onField("resource").violation();
        }
    }
}

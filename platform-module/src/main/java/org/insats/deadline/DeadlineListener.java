package org.insats.deadline;

import org.insats.casefile.event.InterventionEvent;
import org.insats.casefile.event.SignatureRequested;
import org.insats.casefile.event.SignedCopyReceived;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Brings the deadlines of an intervention up to date in the transaction in which something happened to it. */
public final class DeadlineListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final DeadlineService deadlines;
    private final SignatureWatch signatures;

    DeadlineListener(DeadlineService deadlines, SignatureWatch signatures) {
        this.deadlines = deadlines;
        this.signatures = signatures;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        Object payload = event.getPayload();
        if (payload instanceof SignatureRequested requested) {
            signatures.begin(requested);
        } else if (payload instanceof SignedCopyReceived received) {
            signatures.end(received);
        } else if (payload instanceof InterventionEvent happened && happened.intervention() != null) {
            deadlines.recompute(happened.intervention());
        }
    }
}

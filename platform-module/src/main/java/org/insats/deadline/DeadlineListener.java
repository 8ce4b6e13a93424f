package org.insats.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.event.ChoiceMade;
import org.insats.casefile.event.DocumentRecorded;
import org.insats.casefile.event.EndedByCaseWorker;
import org.insats.casefile.event.InterventionClosed;
import org.insats.casefile.event.InterventionEvent;
import org.insats.casefile.event.InterventionStarted;
import org.insats.casefile.event.OrderEnded;
import org.insats.casefile.event.OrderSent;
import org.insats.casefile.event.SignatureRequested;
import org.insats.casefile.event.SignedCopyReceived;
import org.insats.casefile.event.StaffLeft;
import org.insats.deadline.calc.Fact;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Brings the deadlines of an intervention up to date in the transaction in which something happened to it. */
public final class DeadlineListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final DeadlineService deadlines;
    private final Notices notices;
    private final SignatureWatch signatures;
    private final ChoiceWatch choices;
    private final Documents documents;
    private final Interventions interventions;
    private final ServicePerson servicePerson;
    private final Clock clock;

    DeadlineListener(
            DeadlineService deadlines,
            Notices notices,
            SignatureWatch signatures,
            ChoiceWatch choices,
            Documents documents,
            Interventions interventions,
            ServicePerson servicePerson,
            Clock clock) {
        this.deadlines = deadlines;
        this.notices = notices;
        this.signatures = signatures;
        this.choices = choices;
        this.documents = documents;
        this.interventions = interventions;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        Object payload = event.getPayload();
        if (payload instanceof InterventionEvent happened && happened.intervention() != null) {
            note(happened);
            deadlines.recompute(happened.intervention());
            if (happened instanceof StaffLeft) {
                tellQueue(happened.intervention());
            }
        } else if (payload instanceof DocumentRecorded recorded) {
            recomputeAround(recorded.document());
        }
    }

    /** Tells a unit of the tasks that have come to its queue since somebody left. */
    private void tellQueue(NodeRef intervention) {
        servicePerson.elevated(() -> deadlines.of(intervention).stream()
                .filter(deadline -> deadline.isOpen() && deadline.workflowId().isPresent())
                .filter(deadline -> deadline.owner().userName().isEmpty())
                .forEach(deadline -> notices.tell(Notices.Kind.REMINDER, deadline, List.of(deadline.owner()))));
    }

    /** What no document keeps: the day of registering, of sending out and of coming back (DL-38, DL-47). */
    private void note(InterventionEvent happened) {
        if (happened instanceof SignatureRequested requested) {
            signatures.begin(requested);
            keep(requested.intervention(), Fact.PLAN_ISSUED_FOR_SIGNATURE, requested.date());
        } else if (happened instanceof SignedCopyReceived received) {
            signatures.end(received);
            keep(received.intervention(), Fact.PLAN_RETURNED_SIGNED, received.date());
        } else if (happened instanceof OrderEnded ended) {
            choices.begin(ended);
        } else if (happened instanceof ChoiceMade made) {
            choices.end(made);
        } else if (happened instanceof OrderSent sent) {
            choices.end(sent);
        } else if (happened instanceof EndedByCaseWorker || happened instanceof InterventionClosed) {
            signatures.giveUp(happened.intervention());
            choices.giveUp(happened.intervention());
        } else if (happened instanceof InterventionStarted started) {
            keep(started.intervention(), Fact.EXECUTION_REGISTERED, LawDate.today(clock));
        }
    }

    private void keep(NodeRef intervention, Fact fact, LocalDate date) {
        servicePerson.elevated(() -> {
            interventions.noteFact(intervention, fact, date);
        });
    }

    /** A record such as a journal note settles deadlines of the intervention it is about. */
    private void recomputeAround(NodeRef document) {
        servicePerson.elevated(() -> documents.get(document).intervention()).ifPresent(deadlines::recompute);
    }
}

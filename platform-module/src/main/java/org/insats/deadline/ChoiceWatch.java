package org.insats.deadline;

import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Documents;
import org.insats.casefile.event.ChoiceMade;
import org.insats.casefile.event.OrderEnded;
import org.insats.casefile.event.OrderSent;
import org.insats.platform.ServicePerson;
import org.insats.routine.Role;

/**
 * After a decline the decision stands, and the case worker has a task to choose what comes of it, until that is chosen, another order
 * goes out, or the intervention is given up (ORD-74).
 */
final class ChoiceWatch {

    private static final UndatedActs.Question CHOICE =
            new UndatedActs.Question("ORD-74", TaskAct.CHOOSE_NEXT, Role.CASE_WORKER);
    private static final String CHOOSE = "chooseNext";

    private final UndatedActs acts;
    private final Documents documents;
    private final ServicePerson servicePerson;

    ChoiceWatch(UndatedActs acts, Documents documents, ServicePerson servicePerson) {
        this.acts = acts;
        this.documents = documents;
        this.servicePerson = servicePerson;
    }

    /** Asks, where what was declined is something that a choice is kept on. */
    void begin(OrderEnded event) {
        servicePerson.elevated(() -> {
            boolean choosable = documents.get(event.document()).kind().actions().stream()
                    .anyMatch(action -> action.name().equals(CHOOSE));
            if (event.how().equals("DECLINED") && choosable) {
                acts.ask(CHOICE, event.intervention(), event.document(), event.date());
            }
        });
    }

    /** It is chosen. */
    void end(ChoiceMade event) {
        servicePerson.elevated(() -> acts.answerAll(CHOICE, event.intervention(), event.date()));
    }

    /** Another order is out, which is a choice as well. */
    void end(OrderSent event) {
        servicePerson.elevated(() -> acts.answerAll(CHOICE, event.intervention(), event.date()));
    }

    /** The intervention is given up without a choice (END-31). */
    void giveUp(NodeRef intervention) {
        servicePerson.elevated(() -> acts.cancel(CHOICE, intervention));
    }
}

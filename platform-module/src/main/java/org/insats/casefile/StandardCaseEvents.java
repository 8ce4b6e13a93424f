package org.insats.casefile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.event.DocumentRecorded;
import org.insats.casefile.event.DraftDeleted;
import org.insats.casefile.event.InterventionEvent;
import org.insats.platform.ServicePerson;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes events in the platform's Spring context, and writes each into the history of its case, without free text. */
public final class StandardCaseEvents implements CaseEvents {

    private final ApplicationEventPublisher publisher;
    private final CaseTree tree;
    private final JsonFields json;
    private final ServicePerson servicePerson;
    private final Clock clock;

    /** Creates it. */
    public StandardCaseEvents(
            ApplicationEventPublisher publisher,
            CaseTree tree,
            JsonFields json,
            ServicePerson servicePerson,
            Clock clock) {
        this.publisher = publisher;
        this.tree = tree;
        this.json = json;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    @Override
    public void publish(Record event) {
        String name = event.getClass().getSimpleName();
        if (event instanceof InterventionEvent happened) {
            note(happened.caseFile(), name, happened.document());
        } else if (event instanceof DocumentRecorded recorded) {
            note(recorded.caseFile(), name, recorded.document());
        } else if (event instanceof DraftDeleted deleted) {
            note(deleted.caseFile(), name, deleted.document());
        }
        publisher.publishEvent(event);
    }

    private void note(NodeRef caseFile, String event, NodeRef document) {
        servicePerson.elevated(() -> {
            ArrayNode history = tree.text(caseFile, CaseModel.CASE_HISTORY)
                    .map(text -> (ArrayNode) json.parse(CaseModel.CASE_HISTORY, text))
                    .orElseGet(JsonNodeFactory.instance::arrayNode);
            ObjectNode entry = history.addObject();
            entry.put("at", clock.instant().toString());
            entry.put("event", event);
            entry.put("userName", CaseAccess.currentUser());
            if (document != null) {
                entry.put("documentId", document.getId());
            }
            tree.nodes().setProperty(caseFile, CaseModel.CASE_HISTORY, history.toString());
        });
    }
}

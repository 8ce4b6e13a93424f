package org.insats.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.casefile.OverviewPart;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * What the case worker has still to choose, as part of the overview: after a decline the decision stands, and something must
 * come of it (ORD-74).
 */
public final class OpenChoices implements OverviewPart {

    private static final QName CHOICE_OF_ASSIGNMENT =
            QName.createQName("http://insats.org/model/assignment/1.0", "afterDecline");

    private final Documents documents;
    private final Interventions interventions;

    /** Reads documents as the current user. */
    public OpenChoices(Documents documents, Interventions interventions) {
        this.documents = documents;
        this.interventions = interventions;
    }

    @Override
    public String name() {
        return "openChoices";
    }

    @Override
    public Object of(CaseFile caseFile) {
        ArrayNode open = JsonNodeFactory.instance.arrayNode();
        documents.inCase(caseFile.node()).stream().filter(this::isOpen).forEach(document -> open.addObject()
                .put("id", "INS-ORD-74")
                .put("documentId", document.id())
                .put("text", I18NUtil.getMessage("insats.refusal.ORD-74")));
        return open;
    }

    /** Until it is chosen, or something has come of it: another order is out, or the intervention is given up. */
    private boolean isOpen(Document document) {
        boolean declined = document.status().equals(OrderState.DECLINED.name())
                || document.kind().id().equals("assignment")
                        && document.status().equals("CLOSED")
                        && !document.isFilled(CHOICE_OF_ASSIGNMENT);
        return declined
                && !document.isFilled(OrderModel.AFTER_DECLINE)
                && interventions.get(document.requireIntervention()).state() == InterventionState.DECLINED;
    }
}

package org.insats.casefile;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;

/**
 * Keeps on each document the place it has in its unit's queue: properties that exist only while it has one, so that asking for
 * the queue costs what waits and not what has been.
 */
final class QueuePlaces {

    private final CaseTree tree;

    QueuePlaces(CaseTree tree) {
        this.tree = tree;
    }

    /** Writes or removes the place, where it is another than what stands on the document. Inside the service person's scope. */
    void keep(Document document) {
        Optional<QueuePlace> place = document.isFilled(CaseModel.ERRONEOUS_AT)
                ? Optional.empty()
                : document.kind().queuePlace(document);
        Optional<String> before = document.text(CaseModel.QUEUE_KEY);
        Optional<String> now = place.map(found -> found.key(document.id()));
        boolean whole = now.isEmpty() || document.text(CaseModel.QUEUE_UNIT).isPresent();
        if (now.equals(before) && whole) {
            return;
        }
        if (now.isEmpty()) {
            CaseModel.QUEUE.forEach(name -> tree.nodes().removeProperty(document.node(), name));
            return;
        }
        String caseUnit = tree.text(document.caseFile(), CaseModel.UNIT).orElse("");
        Map<QName, Serializable> stands = new HashMap<>();
        stands.put(CaseModel.QUEUE_KEY, now.get());
        stands.put(CaseModel.QUEUE_CASE_UNIT, caseUnit);
        stands.put(
                CaseModel.QUEUE_UNIT,
                document.intervention()
                        .flatMap(node -> tree.text(node, CaseModel.PERFORMER_UNIT))
                        .orElse(caseUnit));
        tree.nodes().addProperties(document.node(), stands);
    }
}

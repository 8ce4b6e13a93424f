package org.insats.extension;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.Document;

/** The steps of an extension that a routine asks for (PRF-35, EXT-02..08), and which of them are done. */
final class ExtensionSteps {

    /** The words of PRF-35 that are steps after the decision, and the date that shows each done. */
    private static final Map<String, QName> AFTER = Map.of(
            "COPY", ExtensionModel.COPY_SENT_ON,
            "NEW_AGREEMENT", ExtensionModel.AGREEMENT_ON,
            "NEW_PRELIMINARY_DATE", ExtensionModel.RESOURCE_UPDATED_ON,
            "INVESTIGATION", ExtensionModel.INVESTIGATION_CLOSED_ON);

    private final CaseRoutine routine;

    ExtensionSteps(CaseRoutine routine) {
        this.routine = routine;
    }

    /** The guided sequence with its three conditions (EXT-05, EXT-06, BR-13, BR-14). */
    boolean isGuided() {
        return routine.says("PRF-35", "INVESTIGATION");
    }

    /** Whether the decision goes on to a new order, marked as an extension (EXT-08). */
    boolean asksForOrder() {
        return routine.says("PRF-35", "NEW_MARKED_ORDER")
                || routine.texts("PRF-35").isEmpty() && routine.isOrdered();
    }

    /** Whether placement worker and parties are to have a copy of the extended grant (EXT-03). */
    boolean asksForCopies() {
        return routine.says("PRF-35", "COPY");
    }

    /** Whether everything that the routine asks for after the decision is done. */
    boolean allDone(Document extension) {
        List<QName> asked = Stream.concat(
                        routine.texts("PRF-35").stream().flatMap(word -> Stream.ofNullable(AFTER.get(word))),
                        asksForOrder() ? Stream.of(ExtensionModel.ORDER_SENT_ON) : Stream.empty())
                .toList();
        return asked.stream().allMatch(extension::isFilled);
    }
}

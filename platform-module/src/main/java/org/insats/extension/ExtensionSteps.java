package org.insats.extension;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.Document;
import org.insats.routine.Strength;

/** The steps of an extension that a routine asks for (PRF-35, PRF-60, EXT-02..08), and which of them are done. */
final class ExtensionSteps {

    /** The words of PRF-35 that are steps after the decision, and the date that shows each done. */
    private static final Map<String, QName> AFTER = Map.of(
            "COPY", ExtensionModel.COPY_SENT_ON,
            "NEW_AGREEMENT", ExtensionModel.AGREEMENT_ON,
            "NEW_PRELIMINARY_DATE", ExtensionModel.RESOURCE_UPDATED_ON,
            "INVESTIGATION", ExtensionModel.INVESTIGATION_CLOSED_ON);

    /** What the steps of PRF-60 are called in PRF-35; a closed investigation is how an opened one is done. */
    private static final Map<String, String> PROPOSED = Map.of("RESOURCE_DATE", "NEW_PRELIMINARY_DATE");

    private final CaseRoutine routine;

    ExtensionSteps(CaseRoutine routine) {
        this.routine = routine;
    }

    /** The guided sequence with its three conditions (EXT-05, EXT-06, BR-13, BR-14). */
    boolean isGuided() {
        return words().contains("INVESTIGATION");
    }

    /**
     * The steps that the routine has. Where it is silent the sequence of PRF-60 is a proposal that nobody is held to, until the
     * municipality makes it its own: by the strength {@code must}.
     */
    private List<String> words() {
        List<String> stated = routine.texts("PRF-35");
        boolean chosen = routine.setting("PRF-60")
                .filter(setting -> setting.strength() == Strength.MUST)
                .isPresent();
        return stated.isEmpty() && chosen
                ? routine.texts("PRF-60", "sequence").stream()
                        .map(step -> PROPOSED.getOrDefault(step, step))
                        .toList()
                : stated;
    }

    /** Whether the decision goes on to a new order, marked as an extension (EXT-08). */
    boolean asksForOrder() {
        return routine.says("PRF-35", "NEW_MARKED_ORDER")
                || routine.texts("PRF-35").isEmpty()
                        && routine.isOrdered()
                        && routine.entry("PRF-60", "markedOrderWithContractor")
                                .filter(Boolean.TRUE::equals)
                                .isPresent();
    }

    /** Whether placement worker and parties are to have a copy of the extended grant (EXT-03). */
    boolean asksForCopies() {
        return routine.says("PRF-35", "COPY");
    }

    /** Whether the contractor is to have a new agreement (EXT-03). */
    boolean asksForAgreement() {
        return words().contains("NEW_AGREEMENT");
    }

    /** Whether everything that the routine asks for after the decision is done. */
    boolean allDone(Document extension) {
        List<QName> asked = Stream.concat(
                        words().stream().flatMap(word -> Stream.ofNullable(AFTER.get(word))),
                        asksForOrder() ? Stream.of(ExtensionModel.ORDER_SENT_ON) : Stream.empty())
                .toList();
        return asked.stream().allMatch(extension::isFilled);
    }
}

package org.insats.records.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is to become of a file, and by which rule (RET-81).
 *
 * @param outcome what
 * @param rule id of the rule that the outcome comes from; empty for a hold, other matters, or where no rule says anything
 * @param lastEntry day of the last entry (RET-80)
 * @param duty day that the duty to destroy arises, whatever stands in its way; empty where nothing is ever to be destroyed
 * @param dutyRule id of the rule that {@code duty} comes from
 * @param completeBy last day by which it is to be completed (RET-62)
 * @param waitsUntil last known day that other matters keep it; empty where they are open or there are none
 * @param documents what is to become of each document, in the order of the facts (RET-83)
 */
public record Verdict(
        Outcome outcome,
        Optional<String> rule,
        LocalDate lastEntry,
        Optional<LocalDate> duty,
        Optional<String> dutyRule,
        Optional<LocalDate> completeBy,
        Optional<LocalDate> waitsUntil,
        List<DocumentVerdict> documents) {

    /** What is to become of a file. */
    public enum Outcome {
        /** Kept: a hold lies on it. */
        HELD,
        /** Kept for ever. */
        PRESERVED,
        /** Kept while it is open itself. */
        OPEN,
        /** Kept while other matters of the person remain (RET-61). */
        WAITS_FOR_OTHERS,
        /** Kept: what the rule counts from is not known. */
        UNDETERMINED,
        /** Kept until the period has ended. */
        RUNNING,
        /** To be destroyed, all of it. */
        CANDIDATE,
        /** To be destroyed, but for documents that are preserved (RET-83). */
        PARTLY_CANDIDATE
    }

    /**
     * What is to become of a document.
     *
     * @param id its id
     * @param kept whether it is preserved
     * @param rule by which rule; empty where it is kept only because it cannot be told apart, and where it is not kept
     */
    public record DocumentVerdict(String id, boolean kept, Optional<String> rule) {}

    /** Copies. */
    public Verdict {
        documents = List.copyOf(documents);
    }

    /** Whether anything may be destroyed now. */
    public boolean isCandidate() {
        return outcome == Outcome.CANDIDATE || outcome == Outcome.PARTLY_CANDIDATE;
    }

    /** Ids of the documents that may be destroyed now. */
    public List<String> disposable() {
        return isCandidate()
                ? documents.stream()
                        .filter(document -> !document.kept())
                        .map(DocumentVerdict::id)
                        .toList()
                : List.of();
    }
}

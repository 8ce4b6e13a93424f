package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One follow-up meeting, booked or held.
 *
 * @param ref the caller's id of it, kept in the keys of its deadlines; empty for its number in the list
 * @param kind what meeting it was; empty to let the profile's rules decide
 * @param bookedOn when it was booked
 * @param meetingOn date it is booked for
 * @param heldOn date it was held
 * @param caseWorkerPresent whether the case worker took part
 * @param placementWorkerPresent whether the placement worker took part
 * @param documentedOn when it was documented (DL-34)
 * @param documentPreparedOn when the follow-up document was filled in before it (DL-32)
 * @param childTalkOfferedOn when the child was offered a talk before it (DL-31)
 * @param newNeeds whether it showed new needs, or concern for the child (DL-44)
 * @param investigationDecidedOn when an investigation was decided because of it
 */
public record FollowUp(
        Optional<String> ref,
        Optional<Kind> kind,
        Optional<LocalDate> bookedOn,
        Optional<LocalDate> meetingOn,
        Optional<LocalDate> heldOn,
        boolean caseWorkerPresent,
        boolean placementWorkerPresent,
        Optional<LocalDate> documentedOn,
        Optional<LocalDate> documentPreparedOn,
        Optional<LocalDate> childTalkOfferedOn,
        boolean newNeeds,
        Optional<LocalDate> investigationDecidedOn) {

    /** What meeting it was. */
    public enum Kind {
        /** The first meeting after three months (DL-17). */
        THREE_MONTH,
        /** A follow-up of the interval. */
        REGULAR,
        /** Only a talk with the child; never counts as a follow-up (DLF-11). */
        CHILD_TALK
    }

    /** Nothing may be null. */
    public FollowUp {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(kind, "kind");
    }

    /** A follow-up held with the case worker, and with the placement worker too if {@code joint}. */
    public static FollowUp held(LocalDate heldOn, boolean joint) {
        return new FollowUp(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(heldOn),
                true,
                joint,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** The meeting day: as held, else as booked. */
    public Optional<LocalDate> day() {
        return heldOn.or(() -> meetingOn);
    }
}

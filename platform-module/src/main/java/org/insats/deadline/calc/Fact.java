package org.insats.deadline.calc;

import java.util.Arrays;
import java.util.Optional;

/**
 * Things that happen, or are settled, once in an intervention, each with a date. In JSON by {@link #key()}: {@code orderReceived}.
 */
public enum Fact {
    /** The decision on the intervention. */
    DECISION_MADE,
    /** Who is responsible at the performer became known. */
    RESPONSIBLE_KNOWN,
    /** Order, notice or referral sent. */
    ORDER_SENT,
    /** Journal note that order and assignment were sent. */
    ORDER_NOTED,
    /** Order and assignment received by the executing unit. */
    ORDER_RECEIVED,
    /** The need of an urgent placement became known. */
    URGENT_PLACEMENT,
    /** Direct contact with the placement worker in an urgent placement. */
    DIRECT_CONTACT,
    REFERRAL_RECEIVED,
    CLARIFICATION_ASKED,
    REFERRAL_CLARIFIED,
    ALLOCATED,
    /** The placement worker's first contact with the case worker. */
    FIRST_CONTACT,
    SIS_FORM_SENT,
    EXECUTION_CHECKED,
    DECLINE_DECIDED,
    DECLINE_REASON_GIVEN,
    DECLINED,
    NEED_CHANGED,
    WITHDRAWN,
    /** The placement worker was told orally of the withdrawal. */
    WITHDRAWAL_TOLD,
    MATCH_AGREED,
    /** The start date that all parties agreed on (the date itself, not when it was agreed). */
    AGREED_START,
    AGREEMENT_DRAWN_UP,
    REGISTER_EXTRACT_RECEIVED,
    PLANNING_MEETING_HELD,
    PLANNING_MEETING_NOT_NEEDED,
    START_UP_MEETING_HELD,
    START_UP_NOTED,
    EXECUTION_REGISTERED,
    SUMMARY_CONSENT,
    /** When the intervention is meant to start; used only until it has. */
    PLANNED_START,
    /** Start of the intervention, where earlier than the start-up meeting (STA-46). */
    INTERVENTION_START,
    MEAL_DEDUCTION_FAMILY_INFORMED,
    MEAL_DEDUCTION_SECRETARY_INFORMED,
    PLAN_ESTABLISHED,
    PLAN_COPY_SENT,
    PLAN_ISSUED_FOR_SIGNATURE,
    PLAN_RETURNED_SIGNED,
    /** The first follow-up meeting was booked. */
    FOLLOW_UP_BOOKED,
    TEMPORARY_DISCUSSED,
    PRIORITY_DIALOGUE_HELD,
    INVESTIGATION_CLOSED,
    INVESTIGATION_OPENED,
    POSITION_TAKEN,
    PLACEMENT_DECIDED,
    COORDINATION_MEETING_HELD,
    DISAGREEMENT_REGISTERED,
    SUPERVISORS_JOINED,
    EARLY_END_DECIDED,
    /** The family declined continuation and there is concern for the child. */
    CONTINUATION_DECLINED,
    CONCERN_ASSESSED,
    /** Decided that the grant is not extended. */
    NOT_EXTENDED_DECIDED,
    INTERRUPTED,
    /** The placement worker was informed of the interruption. */
    INTERRUPTION_REPORTED,
    AGREEMENT_TERMINATED,
    /** Given up before it started. */
    GIVEN_UP,
    /** The case worker ended the intervention. */
    ENDED,
    DOCUMENTATION_FINISHED,
    PERFORMER_CLOSED,
    CONTRACTOR_FEEDBACK_GIVEN;

    /** Name in JSON, in lower camel case. */
    public String key() {
        StringBuilder key = new StringBuilder();
        boolean wordStarts = false;
        for (char letter : name().toCharArray()) {
            if (letter == '_') {
                wordStarts = true;
            } else {
                key.append(wordStarts ? letter : Character.toLowerCase(letter));
                wordStarts = false;
            }
        }
        return key.toString();
    }

    /** The fact of a JSON name. */
    public static Optional<Fact> ofKey(String key) {
        return Arrays.stream(values()).filter(fact -> fact.key().equals(key)).findFirst();
    }
}

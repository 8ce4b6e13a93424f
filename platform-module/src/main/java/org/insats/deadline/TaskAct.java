package org.insats.deadline;

import java.util.Arrays;
import java.util.Optional;
import org.insats.deadline.calc.Act;

/**
 * What somebody is asked to do by a live deadline. An act whose form asks for more than the day it was done has a process
 * definition and a task type of its own; the others share {@code insatsRegisterAct} (architecture, section 5).
 */
public enum TaskAct {
    EXECUTION_CHECK("insatsExecutionCheck"),
    FOLLOW_UP("insatsFollowUp"),
    THREE_MONTH_MEETING("insatsFollowUp"),
    FINISH_DOCUMENTATION("insatsFinishDocumentation"),
    PERFORMER_CLOSING("insatsPerformerClosing"),
    GRANT_ENDING("insatsGrantEnding"),
    PLANNING_MEETING("insatsPlanningMeeting"),
    /** No rule's deadline: a plan out for signature. */
    AWAIT_SIGNED_COPY("insatsAwaitSignedCopy"),
    /** No rule's deadline: what comes of a decision whose order was declined. */
    CHOOSE_NEXT,

    ALLOCATE,
    CLARIFY_REFERRAL,
    SEND_ORDER,
    NOTE_ORDER_SENT,
    GIVE_DECLINE_REASON,
    DRAW_UP_AGREEMENT,
    START_UP_MEETING,
    NOTE_START_UP,
    REGISTER_EXECUTION,
    BOOK_FOLLOW_UP,
    CONSENT_TO_SUMMARY,
    ESTABLISH_PLAN,
    COPY_PLAN,
    RETURN_SIGNED_PLAN,
    OFFER_CHILD_TALK,
    PREPARE_FOLLOW_UP_DOCUMENT,
    DOCUMENT_FOLLOW_UP,
    CONTRACTOR_REPORT,
    NOTE_FAMILY_CONTACT,
    INFORM_EACH_OTHER,
    DECIDE_INVESTIGATION,
    SEND_GRANT_COPY,
    RENEW_AGREEMENT,
    UPDATE_RESOURCE_DATE,
    PRIORITY_DIALOGUE,
    END_TEMPORARY_INTERVENTION,
    TAKE_POSITION,
    COORDINATION_MEETING,
    SUPERVISORS_JOIN,
    ASSESS_CONCERN,
    REACH_AGE_LIMIT,
    CONTACT_PLACEMENT_WORKER,
    CONTACT_CASE_WORKER,
    WITHDRAW_ORDER,
    TELL_WITHDRAWAL,
    SEND_SIS_FORM,
    INFORM_FAMILY_OF_MEAL_DEDUCTION,
    INFORM_SECRETARY_OF_MEAL_DEDUCTION,
    CONTRACTOR_CONTACT,
    SEND_EXTENSION_ORDER,
    REPORT_INTERRUPTION,
    TERMINATE_AGREEMENT,
    GIVE_CONTRACTOR_FEEDBACK,
    FORWARD_COMPLAINT,
    START_SEPARATE_ROUTINE,
    KEEP_REGISTER_EXTRACT;

    private static final String REGISTER = "insatsRegisterAct";

    private final String process;

    TaskAct() {
        this(REGISTER);
    }

    TaskAct(String process) {
        this.process = process;
    }

    /** Key of the process definition. */
    public String process() {
        return process;
    }

    /** Whether it has the form that acts share, and not one of its own. */
    boolean sharesForm() {
        return process.equals(REGISTER);
    }

    /** Local name of the task's type. */
    public String taskType() {
        String name = process.substring("insats".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1) + "Task";
    }

    /** Message key of what is to be done. */
    public String textKey() {
        return (process.equals(REGISTER) ? "insats.deadline.act." : "insats.act.") + name();
    }

    /** The one for an act of the arithmetic, which has the same name; empty where the act does not live here yet. */
    static Optional<TaskAct> of(Act act) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(act.name()))
                .findFirst();
    }

    /** The first one whose process definition has this key. */
    static Optional<TaskAct> ofProcess(String key) {
        return Arrays.stream(values()).filter(each -> each.process.equals(key)).findFirst();
    }
}

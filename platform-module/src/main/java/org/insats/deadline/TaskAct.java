package org.insats.deadline;

import java.util.Arrays;
import java.util.Optional;
import org.insats.deadline.calc.Act;

/** Acts that have a workflow of their own, one definition each (architecture, section 5). */
public enum TaskAct {
    EXECUTION_CHECK("insatsExecutionCheck", Act.EXECUTION_CHECK),
    FOLLOW_UP("insatsFollowUp", Act.FOLLOW_UP),
    FINISH_DOCUMENTATION("insatsFinishDocumentation", Act.FINISH_DOCUMENTATION),
    PERFORMER_CLOSING("insatsPerformerClosing", Act.PERFORMER_CLOSING),
    GRANT_ENDING("insatsGrantEnding", Act.GRANT_ENDING),
    /** No rule's deadline: a plan out for signature. */
    AWAIT_SIGNED_COPY("insatsAwaitSignedCopy", null);

    private final String process;
    private final Act act;

    TaskAct(String process, Act act) {
        this.process = process;
        this.act = act;
    }

    /** Key of the process definition. */
    public String process() {
        return process;
    }

    /** Local name of the task's type. */
    public String taskType() {
        String name = process.substring("insats".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1) + "Task";
    }

    /** Message key of what is to be done. */
    public String textKey() {
        return "insats.act." + name();
    }

    /** The one for an act of the arithmetic; empty where the act has no workflow yet. */
    static Optional<TaskAct> of(Act act) {
        return Arrays.stream(values()).filter(each -> each.act == act).findFirst();
    }

    /** The one whose process definition has this key. */
    static Optional<TaskAct> ofProcess(String key) {
        return Arrays.stream(values()).filter(each -> each.process.equals(key)).findFirst();
    }
}

package org.insats.contract;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.activiti.engine.delegate.DelegateExecution;
import org.activiti.engine.delegate.DelegateTask;
import org.activiti.engine.delegate.JavaDelegate;
import org.activiti.engine.delegate.TaskListener;
import org.alfresco.repo.security.authentication.AuthenticationUtil;

/** A delegate and task listener that notes when it was called and as whom. */
public final class ProcessNotes implements JavaDelegate, TaskListener {

    private static final long serialVersionUID = 1L;
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    private final transient Map<Object, Object> beanRegistry;

    /** Notes to be known to the workflow engine by this registry, the only one that its expressions see. */
    public ProcessNotes(Map<Object, Object> beanRegistry) {
        this.beanRegistry = beanRegistry;
    }

    /** Makes the notes known as insatsContractNotes. */
    public void register() {
        beanRegistry.put("insatsContractNotes", this);
    }

    @Override
    public void notify(DelegateTask task) {
        Object day = task.getVariable("ct_answerDay");
        SEEN.add(task.getEventName() + " " + AuthenticationUtil.getFullyAuthenticatedUser() + " "
                + task.getVariable("ct_answer") + " " + (day instanceof Date date ? date.getTime() : day));
    }

    @Override
    public void execute(DelegateExecution execution) {
        SEEN.add("execute " + AuthenticationUtil.getFullyAuthenticatedUser());
        execution.setVariable("ct_noted", "by delegate");
    }

    /** What was seen since the last call. */
    static List<String> takeSeen() {
        List<String> seen = List.copyOf(SEEN);
        SEEN.clear();
        return seen;
    }
}

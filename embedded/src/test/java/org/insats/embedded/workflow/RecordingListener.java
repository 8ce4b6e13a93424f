package org.insats.embedded.workflow;

import java.util.Map;
import org.activiti.engine.delegate.DelegateTask;
import org.activiti.engine.delegate.TaskListener;

/** A listener of a module: registers itself as ACS's base class does, and writes down what it sees. */
public final class RecordingListener implements TaskListener {

    private static final long serialVersionUID = 1L;

    /** Called by the parent bean. */
    public void setBeanRegistry(Map<Object, Object> registry) {
        registry.put("emtListener", this);
    }

    @Override
    public void notify(DelegateTask task) {
        task.setDueDate((java.util.Date) task.getExecution().getVariable("emt_dueDate"));
        task.setVariableLocal("emt_seenDescription", task.getDescription());
    }
}

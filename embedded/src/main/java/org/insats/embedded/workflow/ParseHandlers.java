package org.insats.embedded.workflow;

import java.util.ArrayList;
import java.util.List;
import org.activiti.bpmn.model.BaseElement;
import org.activiti.bpmn.model.Event;
import org.activiti.bpmn.model.FlowElement;
import org.activiti.bpmn.model.FlowNode;
import org.activiti.bpmn.model.Process;
import org.activiti.bpmn.model.ScriptTask;
import org.activiti.bpmn.model.TimerEventDefinition;
import org.activiti.bpmn.model.UserTask;
import org.activiti.engine.delegate.ExecutionListener;
import org.activiti.engine.delegate.TaskListener;
import org.activiti.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.activiti.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.activiti.engine.impl.bpmn.parser.BpmnParse;
import org.activiti.engine.impl.bpmn.parser.handler.AbstractBpmnParseHandler;
import org.activiti.engine.impl.pvm.delegate.ActivityBehavior;
import org.activiti.engine.impl.pvm.process.ActivityImpl;
import org.activiti.engine.parse.BpmnParseHandler;

/** Hooks the listeners of {@link TaskListeners} into every definition, and refuses what this repository does not run. */
final class ParseHandlers {

    private ParseHandlers() {}

    static List<BpmnParseHandler> all(TaskListeners listeners) {
        return List.of(new Processes(), new UserTasks(listeners));
    }

    private static final class Processes extends AbstractBpmnParseHandler<Process> {

        @Override
        protected Class<? extends BaseElement> getHandledType() {
            return Process.class;
        }

        @Override
        protected void executeParse(BpmnParse parse, Process process) {
            for (FlowElement element : process.getFlowElements()) {
                refuseUnsupported(process, element);
            }
            ExecutionListener listener =
                    execution -> execution.setVariable(Bpm.VAR_INSTANCE_ID, Bpm.globalId(execution.getId()));
            parse.getCurrentProcessDefinition().addExecutionListener(ExecutionListener.EVENTNAME_START, listener);
        }

        private static void refuseUnsupported(Process process, FlowElement element) {
            boolean timer = element instanceof Event event
                    && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
            boolean later = element instanceof FlowNode node && node.isAsynchronous();
            if (timer || later || element instanceof ScriptTask) {
                throw new WorkflowException("Timers, asynchronous steps and scripts are not supported by the embedded"
                        + " repository: " + process.getId() + "/" + element.getId());
            }
        }
    }

    private static final class UserTasks extends AbstractBpmnParseHandler<UserTask> {

        private final TaskListeners listeners;

        UserTasks(TaskListeners listeners) {
            super();
            this.listeners = listeners;
        }

        @Override
        protected Class<? extends BaseElement> getHandledType() {
            return UserTask.class;
        }

        @Override
        protected void executeParse(BpmnParse parse, UserTask userTask) {
            ActivityImpl activity = findActivity(parse, userTask.getId());
            ActivityBehavior behavior = activity.getActivityBehavior();
            if (behavior instanceof MultiInstanceActivityBehavior multiple) {
                behavior = multiple.getInnerActivityBehavior();
            }
            if (behavior instanceof UserTaskActivityBehavior task) {
                addFirst(task, TaskListener.EVENTNAME_CREATE, listeners::created);
                addFirst(task, TaskListener.EVENTNAME_COMPLETE, listeners::completed);
            }
        }

        private static void addFirst(UserTaskActivityBehavior task, String event, TaskListener listener) {
            task.getTaskDefinition()
                    .getTaskListeners()
                    .computeIfAbsent(event, each -> new ArrayList<>())
                    .add(0, listener);
        }
    }
}

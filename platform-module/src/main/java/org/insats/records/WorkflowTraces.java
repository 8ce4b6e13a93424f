package org.insats.records;

import java.util.LinkedHashSet;
import java.util.Set;
import org.activiti.engine.HistoryService;
import org.activiti.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;

/** What the workflow engine remembers of a file: instances, running and past, with their tasks and variables. */
final class WorkflowTraces {

    private static final String CASE_NUMBER = "inswf_caseNumber";

    private final ObjectProvider<ProcessEngine> engine;

    WorkflowTraces(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    /** Removes all of a file; answers how many instances. */
    int remove(String caseNumber) {
        ProcessEngine found = engine.getObject();
        Set<String> instances = of(caseNumber);
        for (String instance : instances) {
            boolean running = found.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceId(instance)
                            .count()
                    > 0;
            if (running) {
                found.getRuntimeService().deleteProcessInstance(instance, "disposal");
            }
            found.getHistoryService().deleteHistoricProcessInstance(instance);
        }
        return instances.size();
    }

    /** Ids of the instances of a file. */
    Set<String> of(String caseNumber) {
        HistoryService history = engine.getObject().getHistoryService();
        Set<String> instances = new LinkedHashSet<>();
        history.createHistoricProcessInstanceQuery()
                .variableValueEquals(CASE_NUMBER, caseNumber)
                .list()
                .forEach(instance -> instances.add(instance.getId()));
        history.createHistoricTaskInstanceQuery()
                .taskVariableValueEquals(CASE_NUMBER, caseNumber)
                .list()
                .forEach(task -> instances.add(task.getProcessInstanceId()));
        return instances;
    }
}

package org.insats.deadline.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.insats.deadline.Worklist;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET /insats/v1/tasks}: mine (preset), {@code unit} or {@code unit=<code>}, or {@code case=<number>}. */
public final class TasksGet extends JsonWebScript {

    private final Worklist worklist;

    /** Reads {@code worklist}. */
    public TasksGet(WebScriptSupport support, Worklist worklist) {
        super(support);
        this.worklist = worklist;
    }

    @Override
    protected Object handle(JsonRequest request) {
        DeadlineJson json = new DeadlineJson(support().mapper());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "items",
                worklist.tasks(DeadlinesGet.find(worklist, request)).stream()
                        .map(json::task)
                        .toList());
        answer.put("next", null);
        return answer;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }
}

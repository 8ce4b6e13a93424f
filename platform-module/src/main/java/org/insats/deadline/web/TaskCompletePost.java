package org.insats.deadline.web;

import java.util.Map;
import org.insats.deadline.Worklist;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST /insats/v1/tasks/{id}/complete} with {@code {"fields": {...}}}: performs the act of the task. */
public final class TaskCompletePost extends JsonWebScript {

    private final Worklist worklist;

    /** Completes through {@code worklist}. */
    public TaskCompletePost(WebScriptSupport support, Worklist worklist) {
        super(support);
        this.worklist = worklist;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String id = request.path("id");
        worklist.complete(id, request.body().path("fields"));
        return Map.of("id", id, "completed", true);
    }
}

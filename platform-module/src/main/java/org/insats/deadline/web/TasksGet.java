package org.insats.deadline.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.insats.casefile.Staff;
import org.insats.deadline.Worklist;
import org.insats.platform.LawDate;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/**
 * {@code GET /insats/v1/tasks}: mine (preset), {@code unit} or {@code unit=<code>}, or {@code case=<number>}. In pages of
 * deadlines, so that a page may hold fewer tasks than its size; {@code next} tells whether there is more.
 */
public final class TasksGet extends JsonWebScript {

    private final Worklist worklist;
    private final Staff staff;
    private final Clock clock;

    /** Reads {@code worklist}. */
    public TasksGet(WebScriptSupport support, Worklist worklist, Staff staff, Clock clock) {
        super(support);
        this.worklist = worklist;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    protected Object handle(JsonRequest request) {
        DeadlineJson json = new DeadlineJson(support().mapper(), staff);
        int size = request.size(Worklist.MOST, Worklist.MOST);
        Worklist.Page page = DeadlinesGet.find(worklist, request, DeadlinesGet.wanted(request, clock, size));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "items", worklist.tasks(page.items()).stream().map(json::task).toList());
        answer.put("next", page.next());
        answer.put("today", LawDate.today(clock).toString());
        return answer;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }
}

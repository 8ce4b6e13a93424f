package org.insats.deadline.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insats.deadline.LiveDeadline;
import org.insats.deadline.Worklist;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET /insats/v1/deadlines}: mine (preset), {@code unit} or {@code unit=<code>}, or {@code case=<number>}. */
public final class DeadlinesGet extends JsonWebScript {

    private final Worklist worklist;

    /** Reads {@code worklist}. */
    public DeadlinesGet(WebScriptSupport support, Worklist worklist) {
        super(support);
        this.worklist = worklist;
    }

    @Override
    protected Object handle(JsonRequest request) {
        DeadlineJson json = new DeadlineJson(support().mapper());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", find(worklist, request).stream().map(json::deadline).toList());
        answer.put("next", null);
        return answer;
    }

    static List<LiveDeadline> find(Worklist worklist, JsonRequest request) {
        Optional<String> caseNumber = request.parameter("case");
        if (caseNumber.isPresent()) {
            return worklist.ofCase(caseNumber.get());
        }
        if (request.hasParameter("unit")) {
            return worklist.ofUnit(request.parameter("unit").filter(unit -> !unit.equals("true")));
        }
        return worklist.mine();
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }
}

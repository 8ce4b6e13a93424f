package org.insats.deadline.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insats.casefile.Staff;
import org.insats.deadline.LiveDeadline;
import org.insats.deadline.Worklist;
import org.insats.platform.LawDate;
import org.insats.platform.web.Csv;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/**
 * {@code GET /insats/v1/deadlines}: mine (preset), {@code unit} or {@code unit=<code>}, or {@code case=<number>}; with
 * {@code overdue} only those due before today. By due date, in pages ({@code size}, {@code after}); all of them with
 * {@code format=csv}.
 */
public final class DeadlinesGet extends JsonWebScript {

    private static final int PRESET = 100;
    /** Rows of a file; a longer list is no list that anybody works by. */
    private static final int MOST_ROWS = 10_000;

    private final Worklist worklist;
    private final Staff staff;
    private final Clock clock;

    /** Reads {@code worklist}. */
    public DeadlinesGet(WebScriptSupport support, Worklist worklist, Staff staff, Clock clock) {
        super(support);
        this.worklist = worklist;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    protected Object handle(JsonRequest request) {
        DeadlineJson json = new DeadlineJson(support().mapper(), staff);
        if (request.wantsCsv()) {
            return csv(request, json);
        }
        Worklist.Page page = find(worklist, request, wanted(request, clock, request.size(PRESET, Worklist.MOST)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items().stream().map(json::deadline).toList());
        answer.put("next", page.next());
        answer.put("today", LawDate.today(clock).toString());
        return answer;
    }

    private Reply csv(JsonRequest request, DeadlineJson json) {
        Csv list = new Csv(DeadlineJson.COLUMNS);
        Worklist.Wanted wanted = wanted(request, clock, Worklist.MOST);
        int rows = 0;
        boolean more = true;
        while (more && rows < MOST_ROWS) {
            Worklist.Page page = find(worklist, request, wanted);
            page.items().stream().map(json::row).forEach(list::row);
            rows += page.items().size();
            wanted = new Worklist.Wanted(wanted.overdueOn(), page.next(), Worklist.MOST);
            more = page.next().isPresent();
        }
        return Reply.csv("insats-deadlines.csv", list);
    }

    static Worklist.Wanted wanted(JsonRequest request, Clock clock, int size) {
        boolean overdue = request.hasParameter("overdue")
                && !request.parameter("overdue").filter("false"::equals).isPresent();
        return new Worklist.Wanted(
                overdue ? Optional.of(LawDate.today(clock)) : Optional.empty(), request.parameter("after"), size);
    }

    static Worklist.Page find(Worklist worklist, JsonRequest request, Worklist.Wanted wanted) {
        Optional<String> caseNumber = request.parameter("case");
        if (caseNumber.isPresent()) {
            List<LiveDeadline> all = worklist.ofCase(caseNumber.get());
            return new Worklist.Page(all, Optional.empty());
        }
        if (request.hasParameter("unit")) {
            return worklist.ofUnit(request.parameter("unit").filter(unit -> !unit.equals("true")), wanted);
        }
        return worklist.mine(wanted);
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }
}

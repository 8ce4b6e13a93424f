package org.insats.records.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Disposals;

/** {@code GET records/coming}: files of a unit whose period ends in a year. */
public final class ComingGet extends JsonWebScript {

    private final Disposals disposals;

    /** Creates it. */
    public ComingGet(WebScriptSupport support, Disposals disposals) {
        super(support);
        this.disposals = disposals;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String unit = request.parameter("unit").orElseThrow(() -> missing("unit"));
        String year =
                request.parameter("year").filter(text -> text.matches("\\d{4}")).orElseThrow(() -> missing("year"));
        Page<Disposals.Coming> page =
                disposals.coming(unit, Integer.parseInt(year), request.parameter("after"), request.size(50, 200));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items());
        answer.put("next", page.next());
        return answer;
    }

    private static RuntimeException missing(String name) {
        return Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", name, name)
                .onField(name)
                .violation();
    }
}

package org.insats.records.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Holds;

/** {@code GET records/holds}: holds that lie on files, or all of one file with {@code case}. */
public final class HoldsGet extends JsonWebScript {

    private final Holds holds;

    /** Creates it. */
    public HoldsGet(WebScriptSupport support, Holds holds) {
        super(support);
        this.holds = holds;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        Optional<String> caseNumber = request.parameter("case");
        if (caseNumber.isPresent()) {
            return Map.of("items", holds.of(caseNumber.get()));
        }
        Page<Holds.Hold> page = holds.open(request.parameter("after"), request.size(50, 200));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items());
        answer.put("next", page.next());
        return answer;
    }
}

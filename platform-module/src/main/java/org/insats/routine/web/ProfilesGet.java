package org.insats.routine.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.insats.platform.LawDate;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.routine.RoutineService;

/** {@code GET profiles}: the routine profiles in force, with whether their review is due (DL-46). */
public final class ProfilesGet extends JsonWebScript {

    private final RoutineService routines;
    private final Clock clock;

    /** Reads {@code routines}. */
    public ProfilesGet(WebScriptSupport support, RoutineService routines, Clock clock) {
        super(support);
        this.routines = routines;
        this.clock = clock;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        ProfileJson json = new ProfileJson(support().mapper(), LawDate.today(clock));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", routines.profiles().stream().map(json::line).toList());
        answer.put("next", null);
        return answer;
    }
}

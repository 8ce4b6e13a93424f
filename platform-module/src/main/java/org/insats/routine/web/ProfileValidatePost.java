package org.insats.routine.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import org.insats.platform.LawDate;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.routine.InvalidProfileException;
import org.insats.routine.RoutineProfileReader;

/** {@code POST profiles/validate}: whether a routine profile could be used, and if not, every place that is wrong and why. */
public final class ProfileValidatePost extends JsonWebScript {

    private final RoutineProfileReader reader;
    private final Clock clock;

    /** Checks with {@code reader}. */
    public ProfileValidatePost(WebScriptSupport support, RoutineProfileReader reader, Clock clock) {
        super(support);
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    protected Object handle(JsonRequest request) {
        ProfileJson json = new ProfileJson(support().mapper(), LawDate.today(clock));
        try {
            ObjectNode answer = json.line(reader.read("profile", request.body().toString()));
            answer.put("valid", true);
            answer.putArray("problems");
            return answer;
        } catch (InvalidProfileException e) {
            return json.problems(e);
        }
    }
}

package org.insats.deadline.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.deadline.ProfileTrial;
import org.insats.deadline.ProfileTrial.Line;
import org.insats.deadline.calc.ComputedDeadline;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.routine.InvalidProfileException;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineProfileReader;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * {@code POST cases/{caseNumber}/profile-trial}: the deadlines of a case as they are, and as the routine profile in the body would make
 * them; stores nothing; for administrators.
 */
public final class ProfileTrialPost extends JsonWebScript {

    private final CaseFileService caseFiles;
    private final ProfileTrial trial;
    private final RoutineProfileReader reader;
    private final AuthorityService authorities;

    /** Tries with {@code trial}. */
    public ProfileTrialPost(
            WebScriptSupport support,
            CaseFileService caseFiles,
            ProfileTrial trial,
            RoutineProfileReader reader,
            AuthorityService authorities) {
        super(support);
        this.caseFiles = caseFiles;
        this.trial = trial;
        this.reader = reader;
        this.authorities = authorities;
    }

    @Override
    protected Object handle(JsonRequest request) {
        if (!authorities.hasAdminAuthority()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ADMIN").violation();
        }
        CaseFile caseFile = caseFiles.byNumber(request.path("caseNumber"));
        ObjectNode answer = support().mapper().createObjectNode();
        ArrayNode items = answer.putArray("items");
        trial.of(caseFile, profile(request.body())).forEach(line -> items.add(json(line)));
        return answer;
    }

    private RoutineProfile profile(JsonNode body) {
        try {
            return reader.read("profile", body.toString());
        } catch (InvalidProfileException e) {
            InvalidProfileException.Problem first = e.problems().get(0);
            throw Refusal.rule("PRF-INVALID", first.place() + ": " + first.reason(I18NUtil.getLocale()))
                    .onField("profile" + first.place())
                    .violation();
        }
    }

    private ObjectNode json(Line line) {
        ComputedDeadline either = line.now().or(line::then).orElseThrow();
        ObjectNode json = support().mapper().createObjectNode();
        json.put("key", either.key());
        json.put("ruleId", either.ruleId());
        json.put("text", I18NUtil.getMessage(either.textKey(), I18NUtil.getLocale()));
        json.put("service", line.service());
        put(json, "now", line.now());
        put(json, "then", line.then());
        return json.put("changed", line.isChanged());
    }

    private static void put(ObjectNode json, String name, Optional<ComputedDeadline> deadline) {
        deadline.flatMap(ComputedDeadline::dueDate)
                .ifPresentOrElse(day -> json.put(name, day.toString()), () -> json.putNull(name));
    }
}

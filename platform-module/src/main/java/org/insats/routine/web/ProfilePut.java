package org.insats.routine.web;

import java.time.Clock;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.routine.RoutineProfile;
import org.insats.routine.store.ProfileWriter;

/**
 * {@code PUT profiles/{id}}: puts a routine profile in, new or as the next version of one that is there; administrators only.
 * Cases that are fixed to an earlier version go on by it (BR-112).
 */
public final class ProfilePut extends JsonWebScript {

    private final ProfileWriter writer;
    private final AuthorityService authorities;
    private final Clock clock;

    /** Writes with {@code writer}. */
    public ProfilePut(WebScriptSupport support, ProfileWriter writer, AuthorityService authorities, Clock clock) {
        super(support);
        this.writer = writer;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    protected Object handle(JsonRequest request) {
        if (!authorities.hasAdminAuthority()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "PRF-ADMIN").violation();
        }
        RoutineProfile written = writer.write(request.path("id"), request.body().toPrettyString());
        return new ProfileJson(support().mapper(), LawDate.today(clock)).line(written);
    }
}

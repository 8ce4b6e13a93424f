package org.insats.unitmeeting.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.unitmeeting.UnitMeetings;

/** {@code GET unit-meetings/{id}}: one meeting with its agenda and what was allocated. */
public final class MeetingGet extends JsonWebScript {

    private final UnitMeetings meetings;

    /** Reads {@code meetings}. */
    public MeetingGet(WebScriptSupport support, UnitMeetings meetings) {
        super(support);
        this.meetings = meetings;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return MeetingJson.whole(meetings.read(request.path("id")), meetings);
    }
}

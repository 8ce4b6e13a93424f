package org.insats.unitmeeting.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.unitmeeting.UnitMeetings;

/** {@code GET unit-meetings/{id}}: one meeting with its agenda and what was allocated. */
public final class MeetingGet extends JsonWebScript {

    private final UnitMeetings meetings;
    private final MeetingJson meetingJson;

    /** Reads {@code meetings}. */
    public MeetingGet(WebScriptSupport support, UnitMeetings meetings, MeetingJson meetingJson) {
        super(support);
        this.meetings = meetings;
        this.meetingJson = meetingJson;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return meetingJson.whole(meetings.read(request.path("id")));
    }
}

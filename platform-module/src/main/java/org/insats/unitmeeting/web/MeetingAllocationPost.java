package org.insats.unitmeeting.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.unitmeeting.UnitMeetings;

/** {@code POST unit-meetings/{id}/allocations {documentId, userName}}: allocates something on the agenda, in place. */
public final class MeetingAllocationPost extends JsonWebScript {

    private final UnitMeetings meetings;
    private final MeetingJson meetingJson;

    /** Allocates in {@code meetings}. */
    public MeetingAllocationPost(WebScriptSupport support, UnitMeetings meetings, MeetingJson meetingJson) {
        super(support);
        this.meetings = meetings;
        this.meetingJson = meetingJson;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return meetingJson.whole(meetings.allocate(
                request.path("id"),
                request.body().path("documentId").asText(""),
                request.body().path("userName").asText("")));
    }
}

package org.insats.unitmeeting.web;

import java.util.ArrayList;
import java.util.List;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.unitmeeting.UnitMeetings;

/** {@code POST unit-meetings/{id}/minutes {present:[userName], notes}}: writes the minutes; the meeting is over. */
public final class MeetingMinutesPost extends JsonWebScript {

    private final UnitMeetings meetings;
    private final MeetingJson meetingJson;

    /** Writes the minutes of {@code meetings}. */
    public MeetingMinutesPost(WebScriptSupport support, UnitMeetings meetings, MeetingJson meetingJson) {
        super(support);
        this.meetings = meetings;
        this.meetingJson = meetingJson;
    }

    @Override
    protected Object handle(JsonRequest request) {
        List<String> present = new ArrayList<>();
        request.body().path("present").forEach(each -> present.add(each.asText()));
        return meetingJson.whole(meetings.minute(
                request.path("id"),
                present,
                request.body().path("notes").asText("").strip()));
    }
}

package org.insats.unitmeeting.web;

import java.time.LocalDate;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.unitmeeting.UnitMeetings;

/** {@code POST unit-meetings {unit, date}}: opens the meeting of a unit on a day. */
public final class MeetingPost extends JsonWebScript {

    private final UnitMeetings meetings;
    private final MeetingJson meetingJson;

    /** Opens meetings in {@code meetings}. */
    public MeetingPost(WebScriptSupport support, UnitMeetings meetings, MeetingJson meetingJson) {
        super(support);
        this.meetings = meetings;
        this.meetingJson = meetingJson;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String unit = request.body().path("unit").asText("").strip();
        LocalDate date = LawDate.parse(request.body().path("date").asText(""))
                .orElseThrow(
                        () -> Refusal.rule("DOC-DATE", "date").onField("date").violation());
        return new Reply.Json(201, meetingJson.whole(meetings.open(unit, date)));
    }
}

package org.insats.unitmeeting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.ListScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.unitmeeting.UnitMeeting;
import org.insats.unitmeeting.UnitMeetings;

/** {@code GET unit-meetings?unit=&size&after&format=csv}: the meetings of a unit. */
public final class MeetingsGet extends ListScript<UnitMeeting> {

    private static final int PRESET = 50;
    private static final int MOST = 200;

    private final UnitMeetings meetings;

    /** Reads {@code meetings}. */
    public MeetingsGet(WebScriptSupport support, UnitMeetings meetings) {
        super(support, "insats-unit-meetings.csv", MeetingJson.columns(), PRESET, MOST);
        this.meetings = meetings;
    }

    @Override
    protected Page<UnitMeeting> page(JsonRequest request, Optional<String> after, int size) {
        String unit = request.parameter("unit")
                .filter(given -> given.matches("[A-Za-z0-9]{1,30}"))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", "unit", "A-Z a-z 0-9")
                        .onField("unit")
                        .violation());
        return meetings.list(unit, after, size);
    }

    @Override
    protected List<?> row(UnitMeeting each) {
        return new ArrayList<>(MeetingJson.line(each).values());
    }
}

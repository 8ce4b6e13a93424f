package org.insats.unitmeeting.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insats.deadline.Agenda;
import org.insats.unitmeeting.UnitMeeting;
import org.insats.unitmeeting.UnitMeetings;

/** A unit's meeting as JSON, with what it is to take up. */
final class MeetingJson {

    private MeetingJson() {}

    static Map<String, Object> whole(UnitMeeting meeting, UnitMeetings meetings) {
        Map<String, Object> view = line(meeting);
        view.put("present", meeting.present());
        view.put(
                "allocations",
                meeting.allocations().stream().map(MeetingJson::allocation).toList());
        view.put("notes", meeting.notes());
        view.put(
                "items",
                meetings.agenda(meeting).stream().map(MeetingJson::item).toList());
        return view;
    }

    static Map<String, Object> line(UnitMeeting meeting) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", meeting.id());
        view.put("unit", meeting.unit());
        view.put("date", meeting.date().toString());
        view.put("status", meeting.isMinuted() ? "MINUTED" : "OPEN");
        view.put("chair", meeting.chair());
        return view;
    }

    static List<String> columns() {
        return List.of("id", "unit", "date", "status", "chair");
    }

    private static Map<String, Object> allocation(UnitMeeting.Allocation each) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("documentId", each.documentId());
        view.put("caseNumber", each.caseNumber());
        view.put("kind", each.kind());
        view.put("userName", each.userName());
        return view;
    }

    private static Map<String, Object> item(Agenda.Item item) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("caseNumber", item.order().caseNumber());
        view.put("documentId", item.order().id());
        view.put("kind", item.order().kind().id());
        view.put("status", item.order().status());
        view.put("service", item.service());
        view.put("reason", item.reason().name());
        view.put("received", item.received().map(LocalDate::toString).orElse(null));
        view.put("dueDate", item.due().map(LocalDate::toString).orElse(null));
        return view;
    }
}

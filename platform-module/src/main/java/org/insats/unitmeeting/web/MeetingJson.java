package org.insats.unitmeeting.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insats.casefile.ActForms;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Labels;
import org.insats.casefile.Staff;
import org.insats.deadline.Agenda;
import org.insats.unitmeeting.UnitMeeting;
import org.insats.unitmeeting.UnitMeetings;
import org.springframework.extensions.surf.util.I18NUtil;

/** A unit's meeting as JSON, with what it is to take up and to whom that may be allocated. */
public final class MeetingJson {

    private static final String ALLOCATE = "allocate";

    private final UnitMeetings meetings;
    private final Documents documents;
    private final ActForms forms;
    private final Staff staff;
    private final Labels labels;

    /** Creates it. */
    public MeetingJson(UnitMeetings meetings, Documents documents, ActForms forms, Staff staff, Labels labels) {
        this.meetings = meetings;
        this.documents = documents;
        this.forms = forms;
        this.staff = staff;
        this.labels = labels;
    }

    Map<String, Object> whole(UnitMeeting meeting) {
        boolean open = meetings.isOpenTo(meeting);
        Map<String, Object> view = line(meeting);
        view.put("chairName", staff.nameOf(meeting.chair()));
        view.put("mayHold", open);
        view.put("present", meeting.present());
        view.put("people", people(meeting));
        view.put(
                "allocations",
                meeting.allocations().stream().map(this::allocation).toList());
        view.put("notes", meeting.notes());
        view.put(
                "items",
                meetings.agenda(meeting).stream().map(item -> item(item, open)).toList());
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

    /** Those who come to the meetings, and whoever was there. */
    private List<Map<String, String>> people(UnitMeeting meeting) {
        List<String> all = new ArrayList<>(meetings.company(meeting));
        meeting.present().stream().filter(each -> !all.contains(each)).forEach(all::add);
        return all.stream()
                .map(each -> Map.of("userName", each, "name", staff.nameOf(each)))
                .toList();
    }

    private Map<String, Object> allocation(UnitMeeting.Allocation each) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("documentId", each.documentId());
        view.put("caseNumber", each.caseNumber());
        view.put("kind", each.kind());
        view.put("userName", each.userName());
        view.put("name", staff.nameOf(each.userName()));
        return view;
    }

    private Map<String, Object> item(Agenda.Item item, boolean open) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("caseNumber", item.order().caseNumber());
        view.put("documentId", item.order().id());
        view.put("kind", item.order().kind().id());
        view.put("label", labels.type(item.order().kind().type(), I18NUtil.getLocale()));
        view.put("status", item.order().status());
        view.put("service", item.service());
        view.put("reason", item.reason().name());
        view.put("received", item.received().map(LocalDate::toString).orElse(null));
        view.put("dueDate", item.due().map(LocalDate::toString).orElse(null));
        view.put(
                "workers",
                open && item.reason() != Agenda.Reason.INFORMATION
                        ? workers(item.order())
                        : JsonNodeFactory.instance.arrayNode());
        return view;
    }

    /** As the form of the act has them; nobody where the act is not allowed now. */
    private JsonNode workers(Document order) {
        return documents.allowedActions(order).stream()
                .filter(action -> action.name().equals(ALLOCATE))
                .map(action -> choices(forms.form(order, action)))
                .findFirst()
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }

    private static JsonNode choices(JsonNode form) {
        for (JsonNode input : form.path("inputs")) {
            if (input.path("name").asText().equals("userName")) {
                return input.path("choices");
            }
        }
        return JsonNodeFactory.instance.arrayNode();
    }
}

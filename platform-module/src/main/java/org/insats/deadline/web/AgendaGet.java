package org.insats.deadline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.insats.deadline.Agenda;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.web.Csv;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET meetings/agenda?unit=&date=}: what a unit's weekly or team meeting is to take up; preset: its next meeting; {@code format=csv}. */
public final class AgendaGet extends JsonWebScript {

    private static final List<String> COLUMNS =
            List.of("reason", "received", "dueDate", "caseNumber", "kind", "status", "service", "documentId");

    private final Agenda agenda;
    private final Clock clock;

    /** Reads {@code agenda}. */
    public AgendaGet(WebScriptSupport support, Agenda agenda, Clock clock) {
        super(support);
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String unit = request.parameter("unit")
                .filter(given -> given.matches("[A-Za-z0-9]{1,30}"))
                .orElseThrow(() -> wrong("unit", "A-Z a-z 0-9"));
        LocalDate day = request.parameter("date")
                .map(text -> LawDate.parse(text).orElseThrow(() -> wrong("date", "yyyy-mm-dd")))
                .orElseGet(() -> agenda.meetingDay(unit, LawDate.today(clock)));
        if (request.wantsCsv()) {
            Csv list = new Csv(COLUMNS);
            agenda.of(unit, day).forEach(item -> list.row(row(item)));
            return Reply.csv("insats-agenda.csv", list);
        }
        ObjectNode answer = support().mapper().createObjectNode();
        answer.put("unit", unit);
        answer.put("date", day.toString());
        agenda.meetingOf(unit).ifPresent(meeting -> answer.putObject("meeting")
                .put("weekday", meeting.weekday().name())
                .put("time", meeting.time().map(Object::toString).orElse(null)));
        ArrayNode items = answer.putArray("items");
        agenda.of(unit, day).forEach(item -> write(items.addObject(), item));
        answer.putNull("next");
        return answer;
    }

    private static void write(ObjectNode view, Agenda.Item item) {
        view.put("caseNumber", item.order().caseNumber());
        view.put("documentId", item.order().id());
        view.put("kind", item.order().kind().id());
        view.put("status", item.order().status());
        view.put("service", item.service());
        view.put("reason", item.reason().name());
        put(view, "received", item.received());
        put(view, "dueDate", item.due());
    }

    private static List<?> row(Agenda.Item item) {
        return Arrays.asList(
                item.reason(),
                item.received().orElse(null),
                item.due().orElse(null),
                item.order().caseNumber(),
                item.order().kind().id(),
                item.order().status(),
                item.service(),
                item.order().id());
    }

    private static void put(ObjectNode view, String name, Optional<LocalDate> date) {
        view.put(name, date.map(LocalDate::toString).orElse(null));
    }

    private static RuntimeException wrong(String field, String allowed) {
        return Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", field, allowed)
                .onField(field)
                .violation();
    }
}

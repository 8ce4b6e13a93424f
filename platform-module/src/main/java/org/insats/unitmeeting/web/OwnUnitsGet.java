package org.insats.unitmeeting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insats.platform.LawDate;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.unitmeeting.UnitMeetings;

/** {@code GET me/meeting-units}: the units whose weekly meetings the user may read, when they meet, and whether the user holds them. */
public final class OwnUnitsGet extends JsonWebScript {

    private final UnitMeetings meetings;
    private final Clock clock;

    /** Reads {@code meetings}. */
    public OwnUnitsGet(WebScriptSupport support, UnitMeetings meetings, Clock clock) {
        super(support);
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        List<Map<String, Object>> items = meetings.ownUnits().entrySet().stream()
                .map(each -> unit(each.getKey(), each.getValue()))
                .toList();
        return Map.of("items", items, "today", LawDate.today(clock).toString());
    }

    private Map<String, Object> unit(String unit, boolean mayHold) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("unit", unit);
        view.put("mayHold", mayHold);
        view.put("nextDay", meetings.nextDay(unit).map(LocalDate::toString).orElse(null));
        return view;
    }
}

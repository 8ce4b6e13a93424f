package org.insats.casefile.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insats.casefile.Role;
import org.insats.casefile.Staff;
import org.insats.casefile.StandIns;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET stand-ins?unit=}: who stands in for whom in a unit, for those who may set it; the first of their units where none is stated. */
public final class StandInsGet extends JsonWebScript {

    private final StandIns standIns;
    private final Staff staff;

    /** Creates it. */
    public StandInsGet(WebScriptSupport support, StandIns standIns, Staff staff) {
        super(support);
        this.standIns = standIns;
        this.staff = staff;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        List<String> units = standIns.units();
        Optional<String> unit =
                request.parameter("unit").or(() -> units.stream().findFirst());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("units", units);
        answer.put("unit", unit);
        answer.put("items", unit.map(this::items).orElse(List.of()));
        answer.put(
                "staff",
                unit.map(code -> staff.withRole(Role.CASE_WORKER, code).stream()
                                .map(userName -> Map.of("userName", userName, "name", staff.nameOf(userName)))
                                .toList())
                        .orElse(List.of()));
        return answer;
    }

    private List<Map<String, Object>> items(String unit) {
        return standIns.of(unit).entrySet().stream()
                .map(entry -> item(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Map<String, Object> item(StandIns.Absence absence, List<String> numbers) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("absent", absence.absent());
        json.put("absentName", staff.nameOf(absence.absent()));
        json.put("userName", absence.userName());
        json.put("name", staff.nameOf(absence.userName()));
        json.put("from", absence.from().toString());
        json.put("until", absence.until().toString());
        json.put(
                "cases",
                numbers.stream().map(number -> Map.of("caseNumber", number)).toList());
        return json;
    }
}

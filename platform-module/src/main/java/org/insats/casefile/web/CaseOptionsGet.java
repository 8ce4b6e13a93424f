package org.insats.casefile.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Labels;
import org.insats.casefile.Staff;
import org.insats.casefile.ValueLists;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineService;
import org.insats.routine.Service;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * {@code GET case-options}: The routines in force with their services, the units that the user may open cases for, and those whose
 * placement group the user belongs to.
 */
public final class CaseOptionsGet extends JsonWebScript {

    private static final String SERVICES = "ins:serviceType";

    private final RoutineService routines;
    private final CaseFileService caseFiles;
    private final CaseAccess access;
    private final Staff staff;
    private final Labels labels;
    private final ValueLists valueLists;

    /** Creates it. */
    public CaseOptionsGet(
            WebScriptSupport support,
            RoutineService routines,
            CaseFileService caseFiles,
            CaseAccess access,
            Staff staff,
            Labels labels,
            ValueLists valueLists) {
        super(support);
        this.routines = routines;
        this.caseFiles = caseFiles;
        this.access = access;
        this.staff = staff;
        this.labels = labels;
        this.valueLists = valueLists;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<String> performing = staff.performingUnits();
        ArrayNode profiles = json.putArray("profiles");
        routines.profiles().forEach(profile -> profiles.add(profile(profile, performing)));
        put(json, "units", caseFiles.unitsToOpenIn());
        put(json, "placementUnits", access.placementUnitsOf(CaseAccess.currentUser()));
        return json;
    }

    private static void put(ObjectNode json, String name, List<String> units) {
        ArrayNode list = json.putArray(name);
        units.forEach(unit -> list.addObject().put("value", unit).put("label", unit));
    }

    private ObjectNode profile(RoutineProfile profile, List<String> performing) {
        Locale locale = I18NUtil.getLocale();
        String language = "en".equals(locale.getLanguage()) ? "en" : "sv";
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("value", profile.id());
        json.put("label", profile.titles().getOrDefault(language, profile.id()));
        ArrayNode services = json.putArray("services");
        profile.services().stream().map(Service::type).distinct().forEach(type -> services.addObject()
                .put("value", type)
                .put("label", labels.value(valueLists.named(SERVICES).orElseThrow(), type, locale)));
        List<String> receiving = receivingUnits(profile);
        put(json, "performerUnits", receiving.isEmpty() ? performing : receiving);
        return json;
    }

    /** The units that a municipality has named as receivers (PRF-05); empty where it has named none, and any may be chosen. */
    private static List<String> receivingUnits(RoutineProfile profile) {
        Object named = profile.setting("PRF-05")
                .flatMap(setting -> setting.entry("units"))
                .orElse(List.of());
        return named instanceof List<?> units
                ? units.stream().map(String::valueOf).toList()
                : List.of();
    }
}

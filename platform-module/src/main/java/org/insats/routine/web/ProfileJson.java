package org.insats.routine.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;
import org.insats.routine.InvalidProfileException;
import org.insats.routine.RoutineProfile;
import org.springframework.extensions.surf.util.I18NUtil;

/** Routine profiles as the HTTP API answers them. */
final class ProfileJson {

    private final ObjectMapper json;
    private final LocalDate today;

    /** Writes with {@code json}; {@code today} decides whether a review is due. */
    ProfileJson(ObjectMapper json, LocalDate today) {
        this.json = json;
        this.today = today;
    }

    /** What a list shows of a profile. */
    ObjectNode line(RoutineProfile profile) {
        ObjectNode view = json.createObjectNode();
        view.put("id", profile.id());
        view.put("code", profile.code());
        view.put("version", profile.version());
        view.put("source", profile.source());
        view.set("titles", json.valueToTree(profile.titles()));
        view.set("services", json.valueToTree(profile.services()));
        put(view, "validFrom", profile.validity().from());
        put(view, "validTo", profile.validity().to());
        put(view, "reviewBy", profile.reviewBy());
        view.set("toChoose", json.valueToTree(profile.toChoose()));
        view.put("reviewOverdue", profile.reviewBy().filter(today::isAfter).isPresent());
        return view;
    }

    /** What is wrong with a text. */
    ObjectNode problems(InvalidProfileException refused) {
        ObjectNode view = json.createObjectNode();
        view.put("valid", false);
        ArrayNode problems = view.putArray("problems");
        refused.problems().forEach(problem -> problems.addObject()
                .put("place", problem.place())
                .put("reason", problem.reason(I18NUtil.getLocale())));
        return view;
    }

    private static void put(ObjectNode view, String name, Optional<LocalDate> date) {
        date.ifPresentOrElse(day -> view.put(name, day.toString()), () -> view.putNull(name));
    }
}

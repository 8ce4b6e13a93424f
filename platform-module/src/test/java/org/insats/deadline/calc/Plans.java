package org.insats.deadline.calc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.insats.routine.HolidayCalendar;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineProfileReader;
import org.insats.routine.RoutineProfiles;
import org.insats.routine.RoutineService;
import org.insats.routine.Service;

/** Plans by the shipped profiles, from facts as JSON with single quotes. */
final class Plans {

    static final String ROP = "motala-rop";
    static final String SRV = "motala-srv";
    static final String CONTACT = "malmo-contact";
    static final String BAS = "bas-assignments";
    static final String THERAPIST = "malmo-family-therapist";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();
    private static final RoutineService PROFILES = RoutineProfiles.shipped();
    private static final DeadlineCalculator CALCULATOR = new DeadlineCalculator(HolidayCalendar.shipped());

    private Plans() {}

    static RoutineProfile profile(String id) {
        return PROFILES.profile(id).orElseThrow();
    }

    /** A shipped profile as a municipality might have changed it. */
    static RoutineProfile edited(String id, Consumer<ObjectNode> edit) {
        String place = "/alfresco/module/insats-platform/routine/" + id + ".json";
        try (InputStream shipped = Plans.class.getResourceAsStream(place)) {
            ObjectNode document = (ObjectNode) JSON.readTree(shipped);
            edit.accept(document);
            return new RoutineProfileReader().read(id, document.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DeadlinePlan plan(String profile, String service, String today, String facts) {
        return plan(profile(profile), service, today, facts);
    }

    static DeadlinePlan plan(RoutineProfile profile, String service, String today, String facts) {
        Service known = profile.service(service).orElseThrow();
        return CALCULATOR.compute(profile, known, facts(facts), LocalDate.parse(today));
    }

    static CaseFacts facts(String json) {
        try {
            return new CaseFactsReader().read(JSON.readTree("{" + json + "}"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ComputedDeadline deadline(DeadlinePlan plan, String key) {
        return plan.deadline(key)
                .orElseThrow(() -> new AssertionError("no " + key + " in "
                        + plan.deadlines().stream().map(ComputedDeadline::key).toList()));
    }
}

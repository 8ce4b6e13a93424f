package org.insats.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineService;
import org.insats.routine.Service;
import org.insats.routine.Setting;

/**
 * Which investigation a sort of contractor needs, and what it must contain: by the routine's setting PRF-11, and what that
 * leaves open by {@code routine/contractor-checklists.json}.
 */
public final class Checklists {

    private static final String SETTING = "PRF-11";
    private static final String DEFAULTS = "/alfresco/module/insats-platform/routine/contractor-checklists.json";
    private static final String FULL = "FOSTER_HOME_FULL";
    private static final String SUPPLEMENTARY = "FOSTER_HOME_SUPPLEMENTARY";
    private static final String HOME = "HOME_WITHOUT_AGREEMENT";

    /** Where the routine asks for an investigation without saying which. */
    private static final Map<String, List<String>> VARIANTS = Map.of(
            "CONTACT_PERSON", List.of("CONTACT_PERSON"),
            "CONTACT_FAMILY", List.of("CONTACT_FAMILY"),
            "SUPPORT_FAMILY", List.of("SUPPORT_FAMILY"),
            "FOSTER_HOME", List.of(FULL, SUPPLEMENTARY),
            "RESIDENTIAL_CARE_HOME", List.of(HOME),
            "SUPPORTED_HOUSING", List.of(HOME));

    private static final Set<String> NO_INVESTIGATION = Set.of("NONE", "OPTIONAL");

    private final RoutineService routines;
    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonNode defaults;

    /** Reads profiles from {@code routines}. */
    public Checklists(RoutineService routines) {
        this.routines = routines;
        try (InputStream in = Checklists.class.getResourceAsStream(DEFAULTS)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + DEFAULTS);
            }
            this.defaults = mapper.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DEFAULTS, e);
        }
    }

    /** The variants of which one must be approved before a contractor of a sort is engaged; none where nothing is asked for. */
    List<String> required(String profile, String type) {
        Object setting = setting(profile).flatMap(Setting::value).orElse("NONE");
        if (!(setting instanceof Map<?, ?> byService)) {
            return List.of();
        }
        List<String> stated = routines.profile(profile).stream()
                .flatMap(known -> services(known, type))
                .map(Service::code)
                .filter(byService::containsKey)
                .map(code -> String.valueOf(byService.get(code)))
                .toList();
        return stated.isEmpty()
                ? VARIANTS.getOrDefault(type, List.of())
                : stated.stream()
                        .filter(variant -> !NO_INVESTIGATION.contains(variant))
                        .distinct()
                        .toList();
    }

    private static Stream<Service> services(RoutineProfile profile, String type) {
        return profile.services().stream().filter(service -> service.type().equals(type));
    }

    /** The variants that fit a sort at all; a routine that asks for none does not forbid one (INV-08). */
    static List<String> fitting(String type) {
        return VARIANTS.getOrDefault(type, List.copyOf(VARIANTS.get("CONTACT_PERSON")));
    }

    /** What an investigation of a variant must contain. */
    Checklist of(String profile, String variant) {
        ObjectNode checklist = defaults.path(variant).deepCopy();
        stated(profile, "steps", variant).ifPresent(steps -> checklist.set("steps", steps));
        stated(profile, "topics", variant).ifPresent(topics -> checklist.set("topics", topics));
        return Checklist.of(variant, checklist);
    }

    /** The method that a variant is named after, a value of {@code insctr:methodValues} (INV-03); none where it has no name. */
    Optional<String> method(String variant) {
        return Optional.of(defaults.path(variant).path("method").asText()).filter(method -> !method.isEmpty());
    }

    private Optional<JsonNode> stated(String profile, String part, String variant) {
        return setting(profile)
                .flatMap(setting -> setting.entry(part))
                .map(mapper::<JsonNode>valueToTree)
                .map(byVariant -> byVariant.path(variant))
                .filter(JsonNode::isArray);
    }

    private Optional<Setting> setting(String profile) {
        return routines.profile(profile).flatMap(known -> known.setting(SETTING));
    }
}

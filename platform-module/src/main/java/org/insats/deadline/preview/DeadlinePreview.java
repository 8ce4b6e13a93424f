package org.insats.deadline.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.CaseFactsReader;
import org.insats.deadline.calc.DeadlineCalculator;
import org.insats.deadline.calc.Fact;
import org.insats.deadline.calc.Grant;
import org.insats.deadline.calc.InvalidFactsException;
import org.insats.deadline.calc.InvalidFactsException.Problem;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.routine.InvalidProfileException;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineProfileReader;
import org.insats.routine.RoutineService;
import org.insats.routine.Service;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * Answers {@code {profile, service, today?, facts}} with deadlines and warnings; stores nothing. Texts are in the language of the
 * request.
 */
public final class DeadlinePreview {

    private static final Set<String> FIELDS = Set.of("profile", "service", "today", "facts");

    private final RoutineService routines;
    private final DeadlineCalculator calculator;
    private final Clock clock;
    private final CaseFactsReader reader = new CaseFactsReader();
    private final RoutineProfileReader profileReader = new RoutineProfileReader();

    /** What it needs: the profiles, the arithmetic, and the clock for requests that do not say which day. */
    public DeadlinePreview(RoutineService routines, DeadlineCalculator calculator, Clock clock) {
        this.routines = Objects.requireNonNull(routines, "routines");
        this.calculator = Objects.requireNonNull(calculator, "calculator");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Computes a preview.
     *
     * @param request the request body
     * @return the answer, ready to be written as JSON
     * @throws org.insats.platform.RuleViolation 400 for what cannot be understood, 422 for what cannot be true, each naming the field
     */
    public Map<String, Object> preview(JsonNode request) {
        refuseUnknownFields(request);
        RoutineProfile profile = profile(request);
        Service service = service(request, profile);
        LocalDate today = today(request);
        CaseFacts facts = facts(request, today);
        return PreviewJson.answer(
                profile,
                service,
                today,
                calculator.compute(profile, service, facts, today),
                calculator.profileReview(profile, today));
    }

    private static void refuseUnknownFields(JsonNode request) {
        for (Iterator<String> names = request.fieldNames(); names.hasNext(); ) {
            if (!FIELDS.contains(names.next())) {
                throw Refusal.of(Refusal.Kind.MALFORMED, "PREVIEW-REQUEST", allowed(FIELDS))
                        .violation();
            }
        }
    }

    /** A profile by id; or one that is posted whole, to see what a change of it would give. */
    private RoutineProfile profile(JsonNode request) {
        if (request.path("profile").isObject()) {
            return posted(request.get("profile"));
        }
        String ids = routines.profiles().stream().map(RoutineProfile::id).collect(Collectors.joining(", "));
        return text(request, "profile").flatMap(routines::profile).orElseThrow(() -> Refusal.of(
                        Refusal.Kind.MALFORMED, "PREVIEW-PROFILE", ids)
                .onField("profile")
                .violation());
    }

    private RoutineProfile posted(JsonNode profile) {
        try {
            return profileReader.read("profile", profile.toString());
        } catch (InvalidProfileException e) {
            InvalidProfileException.Problem first = e.problems().get(0);
            throw Refusal.rule("PRF-INVALID", first.place() + ": " + first.reason(I18NUtil.getLocale()))
                    .onField("profile" + first.place())
                    .violation();
        }
    }

    private static Service service(JsonNode request, RoutineProfile profile) {
        String codes = profile.services().stream().map(Service::code).collect(Collectors.joining(", "));
        return text(request, "service").flatMap(profile::service).orElseThrow(() -> Refusal.rule("PRF-01", codes)
                .onField("service")
                .violation());
    }

    private LocalDate today(JsonNode request) {
        JsonNode today = request.path("today");
        if (today.isMissingNode() || today.isNull()) {
            return LawDate.today(clock);
        }
        return Optional.of(today)
                .filter(JsonNode::isTextual)
                .flatMap(node -> LawDate.parse(node.asText()))
                .filter(day -> day.getYear() >= 1900 && day.getYear() < 2200)
                .orElseThrow(() -> refusal("today", Problem.NOT_A_DATE));
    }

    private CaseFacts facts(JsonNode request, LocalDate today) {
        try {
            CaseFacts facts =
                    reader.read(request.has("facts") ? request.get("facts") : JsonNodeFactory.instance.objectNode());
            if (facts.birthDate().filter(today::isBefore).isPresent()) {
                throw refusal("facts.birthDate", Problem.NOT_BORN);
            }
            return withStart(facts);
        } catch (InvalidFactsException e) {
            String field = e.field().isEmpty() ? "facts" : "facts." + e.field();
            throw refusal(field, e.problem(), e.arguments().toArray());
        }
    }

    /** Where nothing is said of a start, the first day granted is taken for the planned one; without a grant, the first follow-up. */
    private static CaseFacts withStart(CaseFacts facts) {
        if (facts.start().isPresent() || facts.date(Fact.PLANNED_START).isPresent()) {
            return facts;
        }
        return Stream.concat(
                        facts.grants().stream().limit(1).map(Grant::from),
                        facts.followUps().stream().flatMap(followUp -> followUp.heldOn().stream()))
                .min(LocalDate::compareTo)
                .map(start -> facts.with(Fact.PLANNED_START, start))
                .orElse(facts);
    }

    private static RuntimeException refusal(String field, Problem problem, Object... arguments) {
        Refusal refusal =
                switch (problem) {
                    case UNKNOWN -> malformed("PREVIEW-UNKNOWN");
                    case MISSING -> malformed("PREVIEW-MISSING");
                    case NOT_A_DATE -> malformed("DLC-01");
                    case NOT_ALLOWED -> malformed("PREVIEW-VALUE", arguments);
                    case WRONG_TYPE -> malformed("PREVIEW-TYPE", arguments);
                    case TOO_MANY -> malformed("PREVIEW-MANY", arguments);
                    case END_BEFORE_START -> Refusal.rule("BR-05");
                    case NOT_IN_ORDER -> Refusal.rule("DLF-09");
                    case BEFORE_START -> Refusal.rule("DLF-01");
                    case START_AFTER_GRANT -> Refusal.rule("STA-46");
                    case STARTED -> Refusal.rule("ORD-71");
                    case CLOSING_ORDER -> Refusal.rule("END-22");
                    case NOT_BORN -> Refusal.rule("PREVIEW-BIRTH");
                };
        return refusal.onField(field).violation();
    }

    private static Refusal malformed(String id, Object... arguments) {
        return Refusal.of(Refusal.Kind.MALFORMED, id, arguments);
    }

    private static Optional<String> text(JsonNode request, String field) {
        return Optional.ofNullable(request.get(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private static String allowed(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }
}

package org.insats.routine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.insats.routine.InvalidProfileException.Problem;

/** What a schema cannot say: dates that exist, services and rules that belong together, periods that make sense. */
final class ProfileChecks {

    private static final Set<String> DATE_FIELDS = Set.of("validFrom", "validTo", "reviewBy", "date");

    private final RoutineProfile profile;
    private final List<Problem> problems = new ArrayList<>();

    private ProfileChecks(RoutineProfile profile) {
        this.profile = profile;
    }

    /** Dates that are written as dates but are none. */
    static List<Problem> dates(JsonNode document) {
        List<Problem> problems = new ArrayList<>();
        dates("", document, problems);
        return problems;
    }

    private static void dates(String place, JsonNode node, List<Problem> problems) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                dates(place + "/" + i, node.get(i), problems);
            }
        }
        node.fields().forEachRemaining(field -> {
            String here = place + "/" + field.getKey();
            if (field.getKey().equals("value")) {
                return; // what a setting holds is its own affair
            }
            if (!field.getValue().isTextual()) {
                dates(here, field.getValue(), problems);
            } else if (DATE_FIELDS.contains(field.getKey())) {
                parse(here, field.getValue().asText(), problems, false);
            } else if (field.getKey().equals("everyYear")) {
                parse(here, field.getValue().asText(), problems, true);
            }
        });
    }

    private static void parse(String place, String text, List<Problem> problems, boolean yearly) {
        try {
            if (yearly) {
                MonthDay.parse("--" + text);
            } else {
                LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            problems.add(ProfileTexts.problem(place, "noSuchDay", text));
        }
    }

    /** Everything else. */
    static List<Problem> sense(RoutineProfile profile) {
        ProfileChecks checks = new ProfileChecks(profile);
        checks.validity("", profile.validity());
        checks.services();
        checks.settings();
        checks.silent();
        for (int i = 0; i < profile.deadlines().size(); i++) {
            checks.deadline("/deadlines/" + i, i);
        }
        return checks.problems;
    }

    private void validity(String place, Validity validity) {
        if (validity.from().isPresent()
                && validity.to().filter(validity.from().get()::isAfter).isPresent()) {
            problem(place + "/validTo", "endsBeforeItBegins");
        }
    }

    private void services() {
        Set<String> seen = new HashSet<>();
        profile.services().stream()
                .filter(service -> !seen.add(service.code()))
                .forEach(service -> problem("/settings/PRF-01/value", "serviceTwice", service.code()));
    }

    private void settings() {
        Set<String> rules =
                profile.deadlines().stream().map(DeadlineSetting::rule).collect(Collectors.toSet());
        profile.settings().forEach((id, setting) -> {
            validity("/settings/" + id, setting.validity());
            if (setting.entry("deadlines").orElse(null) instanceof List<?> named) {
                named.stream()
                        .filter(rule -> !rules.contains(String.valueOf(rule)))
                        .forEach(rule -> problem("/settings/" + id + "/value/deadlines", "noDeadline", rule));
            }
        });
        boolean oneMonth = profile.setting("PRF-54").map(Setting::flag).orElse(false);
        if (oneMonth != rules.contains("DL-12")) {
            problem("/settings/PRF-54/value", "oneMonthRule");
        }
        feedback(rules);
    }

    /** Feedback on the contractor is asked for where the routine has it, and nowhere else (PRF-40, DL-39). */
    private void feedback(Set<String> rules) {
        boolean feedback = profile.setting("PRF-40").map(Setting::flag).orElse(false);
        if (feedback != rules.contains("DL-39")) {
            problem("/settings/PRF-40/value", "feedback");
        }
    }

    /** What 6.3 says where a routine is silent is what the rows say: neither is changed without the other. */
    private void silent() {
        Object interval = profile.setting("PRF-53").flatMap(Setting::value).orElse(Map.of());
        boolean another = profile.deadlines().stream()
                .filter(row -> row.rule().equals("DL-20"))
                .flatMap(row -> row.period().stream())
                .anyMatch(period -> !interval.equals(
                        Map.of("amount", period.amount(), "unit", period.unit().name())));
        if (another) {
            problem("/settings/PRF-53/value", "silentInterval");
        }
        boolean check = profile.setting("PRF-52").map(Setting::flag).orElse(false);
        if (check != profile.deadlines().stream().anyMatch(row -> row.rule().equals("DL-06"))) {
            problem("/settings/PRF-52/value", "executionCheck");
        }
    }

    private void deadline(String place, int index) {
        DeadlineSetting row = profile.deadlines().get(index);
        validity(place, row.validity());
        if (!DeadlineRuleNames.ALL.contains(row.name())) {
            problem(place + "/rule", "noSuchRule", row.name());
            return;
        }
        Set<String> codes = profile.services().stream().map(Service::code).collect(Collectors.toSet());
        row.services().stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> problem(place + "/services", "serviceNotCovered", code));
        period(place, row);
        if (row.rollPolicy().filter(RollPolicy.NEXT::equals).isPresent()
                && DeadlineRuleNames.COUNTED_BACK.contains(row.rule())) {
            problem(place + "/rollPolicy", "rollNext");
        }
        if (row.joint() && !DeadlineRuleNames.FOLLOW_UP_INTERVALS.contains(row.rule())) {
            problem(place + "/joint", "joint");
        }
        if (row.ageThrough().isPresent() != row.rule().equals("DL-40")) {
            problem(place + "/ageThrough", "ageThrough");
        }
        twice(place, index, row);
    }

    private void period(String place, DeadlineSetting row) {
        Optional<Span> period = row.period();
        boolean without = DeadlineRuleNames.WITHOUT_PERIOD.contains(row.rule());
        if (period.isPresent() == without) {
            problem(place + "/period", without ? "noPeriod" : "periodMissing", row.rule());
            return;
        }
        boolean calendar = period.filter(Span::isCalendar)
                .filter(span -> span.amount() > 0)
                .isPresent();
        if (DeadlineRuleNames.CALENDAR_PERIOD.contains(row.rule()) && !calendar) {
            problem(place + "/period", "calendarPeriod", row.rule());
        }
        boolean countable = period.map(span -> span.unit().isCounted()).orElse(true);
        if (DeadlineRuleNames.COUNTED_BACK.contains(row.rule()) && !countable) {
            problem(place + "/period", "countedBack", row.rule());
        }
    }

    /** One row only for a rule, a service and a day. */
    private void twice(String place, int index, DeadlineSetting row) {
        profile.deadlines().subList(0, index).stream()
                .filter(other -> other.name().equals(row.name()))
                .filter(other -> other.services().stream().anyMatch(row.services()::contains))
                .filter(other -> overlap(other.validity(), row.validity()))
                .forEach(other -> problem(place, "rowTwice", row.name()));
    }

    private static boolean overlap(Validity one, Validity other) {
        return !endsBefore(one, other) && !endsBefore(other, one);
    }

    private static boolean endsBefore(Validity one, Validity other) {
        return one.to().isPresent()
                && other.from().filter(one.to().get()::isBefore).isPresent();
    }

    private void problem(String place, String key, Object... arguments) {
        problems.add(ProfileTexts.problem(place, key, arguments));
    }
}

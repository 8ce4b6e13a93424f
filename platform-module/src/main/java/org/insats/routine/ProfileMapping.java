package org.insats.routine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** From JSON that the schema has passed to records. */
final class ProfileMapping {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    private final JsonNode document;

    ProfileMapping(JsonNode document) {
        this.document = document;
    }

    RoutineProfile profile() {
        Map<String, Setting> settings = new HashMap<>();
        document.path("settings")
                .fields()
                .forEachRemaining(entry -> settings.put(entry.getKey(), setting(entry.getKey(), entry.getValue())));
        return new RoutineProfile(
                document.path("id").asText(),
                document.path("code").asText(),
                document.path("version").asText(),
                document.path("source").asText(),
                Map.of(
                        "sv", document.path("titles").path("sv").asText(),
                        "en", document.path("titles").path("en").asText()),
                validity(document),
                date(document, "reviewBy"),
                each(value("PRF-01"), service -> new Service(text(service, "code"), text(service, "type"))),
                settings,
                dayCounts(value("PRF-63")),
                weeklyMeeting(value("PRF-64")),
                each(document.path("localDays"), ProfileMapping::localDay),
                each(document.path("deadlines"), ProfileMapping::deadline));
    }

    private JsonNode value(String setting) {
        return document.path("settings").path(setting).path("value");
    }

    private static Setting setting(String id, JsonNode node) {
        JsonNode value = node.path("value");
        return new Setting(
                id,
                value.isNull() ? Optional.empty() : Optional.of(PLAIN.convertValue(value, Object.class)),
                strength(node),
                text(node, "source"),
                validity(node));
    }

    private static DayCounts dayCounts(JsonNode value) {
        return new DayCounts(
                RollPolicy.valueOf(text(value, "rollPolicy")),
                span(value.path("promptly")),
                span(value.path("atOnce")),
                value.path("reminder").asInt(),
                value.path("escalation").asInt());
    }

    private static Optional<WeeklyMeeting> weeklyMeeting(JsonNode value) {
        return value.isObject() && value.hasNonNull("weekday")
                ? Optional.of(new WeeklyMeeting(
                        DayOfWeek.valueOf(text(value, "weekday")),
                        Optional.ofNullable(value.get("time"))
                                .map(JsonNode::asText)
                                .map(LocalTime::parse)))
                : Optional.empty();
    }

    private static LocalDay localDay(JsonNode node) {
        return new LocalDay(
                date(node, "date"),
                Optional.ofNullable(node.get("everyYear")).map(day -> MonthDay.parse("--" + day.asText())));
    }

    private static DeadlineSetting deadline(JsonNode node) {
        JsonNode period = node.path("period");
        return new DeadlineSetting(
                text(node, "rule"),
                Optional.ofNullable(node.get("part")).map(JsonNode::asText),
                new LinkedHashSet<>(each(node.path("services"), JsonNode::asText)),
                strength(node),
                node.path("important").asBoolean(),
                text(node, "source"),
                validity(node),
                period.isObject() ? Optional.of(span(period)) : Optional.empty(),
                period.isObject() ? strength(period) : Strength.DEFAULT,
                roles(node, "responsible"),
                roles(node, "copyTo"),
                node.path("remind").asBoolean(),
                Optional.ofNullable(node.get("lead")).map(ProfileMapping::span),
                roles(node, "overdueTo"),
                roles(node, "escalateTo"),
                Optional.ofNullable(node.get("rollPolicy")).map(policy -> RollPolicy.valueOf(policy.asText())),
                Optional.ofNullable(node.get("overdueSeverity"))
                        .map(severity -> Severity.valueOf(severity.asText().toUpperCase(Locale.ROOT))),
                node.path("joint").asBoolean(),
                Optional.ofNullable(node.get("ageThrough")).map(JsonNode::asInt));
    }

    private static Span span(JsonNode node) {
        return new Span(node.path("amount").asInt(), SpanUnit.valueOf(text(node, "unit")));
    }

    private static Strength strength(JsonNode node) {
        return Strength.valueOf(text(node, "strength").toUpperCase(Locale.ROOT));
    }

    private static Validity validity(JsonNode node) {
        return new Validity(date(node, "validFrom"), date(node, "validTo"));
    }

    private static Optional<LocalDate> date(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .map(LocalDate::parse);
    }

    private static List<Role> roles(JsonNode node, String field) {
        return each(node.path(field), role -> Role.valueOf(role.asText()));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static <T> List<T> each(JsonNode nodes, Function<JsonNode, T> read) {
        List<T> result = new ArrayList<>();
        nodes.forEach(node -> result.add(read.apply(node)));
        return List.copyOf(result);
    }
}

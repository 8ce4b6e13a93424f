package org.insats.deadline.preview;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insats.deadline.calc.ComputedDeadline;
import org.insats.deadline.calc.DeadlinePlan;
import org.insats.deadline.calc.FormerDate;
import org.insats.deadline.calc.Warning;
import org.insats.routine.RoutineProfile;
import org.insats.routine.Service;
import org.springframework.extensions.surf.util.I18NUtil;

/** A plan as the preview answers it; what is absent is left out. */
final class PreviewJson {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private PreviewJson() {}

    static Map<String, Object> answer(
            RoutineProfile profile,
            Service service,
            LocalDate today,
            DeadlinePlan plan,
            Optional<ComputedDeadline> review) {
        PreviewJson own = new PreviewJson();
        own.put("id", profile.id()).put("version", profile.version());
        own.put("title", profile.titles().get(I18NUtil.getLocale().getLanguage()));
        own.put("review", review.map(PreviewJson::deadline));
        PreviewJson answer = new PreviewJson();
        answer.put("profile", own.fields);
        answer.put("service", new PreviewJson().put("code", service.code()).put("type", service.type()).fields);
        answer.put("today", today);
        answer.put(
                "deadlines",
                plan.deadlines().stream().map(PreviewJson::deadline).toList());
        answer.put(
                "warnings", plan.warnings().stream().map(PreviewJson::warning).toList());
        answer.put("series", series(plan));
        answer.put("offers", plan.offers().stream().sorted().toList());
        return answer.fields;
    }

    private static Map<String, Object> deadline(ComputedDeadline deadline) {
        PreviewJson json = new PreviewJson();
        json.put("key", deadline.key())
                .put("ruleId", deadline.ruleId())
                .put("part", deadline.part())
                .put("text", message(deadline.textKey()))
                .put("kind", deadline.kind())
                .put("act", deadline.act())
                .put("actKey", deadline.actKey())
                .put("actText", message("insats.deadline.act." + deadline.act()))
                .put("governing", deadline.governing())
                .put("state", deadline.state())
                .put("stateText", message("insats.deadline.state." + deadline.state()));
        dates(json, deadline);
        json.put("strength", deadline.strength())
                .put("periodStrength", deadline.periodStrength())
                .put("important", deadline.important())
                .put("severity", deadline.severity())
                .put("source", deadline.source())
                .put("responsible", names(deadline.responsible()))
                .put("copyTo", names(deadline.copyTo()))
                .put("remind", deadline.remind())
                .put("overdueTo", names(deadline.overdueTo()))
                .put("escalateTo", names(deadline.escalateTo()))
                .put("flags", names(deadline.flags()))
                .put(
                        "history",
                        deadline.history().stream().map(PreviewJson::former).toList());
        return json.fields;
    }

    private static void dates(PreviewJson json, ComputedDeadline deadline) {
        json.put("triggeredOn", deadline.triggeredOn())
                .put("dueDate", deadline.dueDate())
                .put("workBy", deadline.workBy())
                .put("leadDate", deadline.leadDate())
                .put("overdueFrom", deadline.overdueFrom())
                .put("escalateOn", deadline.escalateOn())
                .put("metOn", deadline.metOn())
                .put("daysLate", deadline.daysLate())
                .put("elapsedDays", deadline.elapsedDays())
                .put("closeReason", deadline.closeReason())
                .put("closedOn", deadline.closedOn());
    }

    private static Map<String, Object> former(FormerDate former) {
        return new PreviewJson().put("dueDate", former.dueDate()).put("reason", former.reason()).fields;
    }

    private static Map<String, Object> warning(Warning warning) {
        return new PreviewJson()
                .put("id", warning.id())
                .put("ruleId", warning.ruleId())
                .put("severity", warning.severity())
                .put("field", warning.field().map(field -> "facts." + field))
                .put("text", message(warning.textKey(), warning.arguments().toArray()))
                .fields;
    }

    private static Map<String, Object> series(DeadlinePlan plan) {
        PreviewJson series = new PreviewJson();
        plan.series()
                .forEach((rule, dates) ->
                        series.put(rule, dates.stream().map(LocalDate::toString).toList()));
        return series.fields;
    }

    private static <E extends Enum<E>> List<String> names(Collection<E> values) {
        return values.stream().sorted().map(Enum::name).toList();
    }

    private static String message(String key, Object... arguments) {
        String message = I18NUtil.getMessage(key, I18NUtil.getLocale(), arguments);
        return message == null ? key : message;
    }

    /** Dates and identifiers as texts; empty ones not at all. */
    private PreviewJson put(String name, Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present instanceof LocalDate || present instanceof Enum<?>) {
            fields.put(name, present.toString());
        } else if (present != null) {
            fields.put(name, present);
        }
        return this;
    }
}

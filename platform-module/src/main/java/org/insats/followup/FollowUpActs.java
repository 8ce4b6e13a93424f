package org.insats.followup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Goals;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.FollowUpDocumented;
import org.insats.casefile.event.FollowUpHeld;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What people do with a follow-up (requirements 4.6, BR-72, BR-73). Runs in the service person's scope. */
public final class FollowUpActs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents documents;
    private final Interventions interventions;
    private final Attendance attendance;
    private final CaseEvents events;
    private final Goals goals;

    /** Acts through the doors of the case file. */
    public FollowUpActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseEvents events,
            Goals goals) {
        this.documents = documents;
        this.interventions = interventions;
        this.attendance = new Attendance(caseFiles);
        this.events = events;
        this.goals = goals;
    }

    /** Goals as they stand in the assignment, and the end of the grant (DOC-FUP-09, DOC-FUP-26). */
    Map<QName, Serializable> defaults(Document followUp) {
        Intervention intervention = interventions.get(followUp.requireIntervention());
        Map<QName, Serializable> values = new LinkedHashMap<>();
        goals.carriedOver(intervention.node()).ifPresent(carried -> values.put(CaseModel.GOALS, carried));
        intervention
                .date(CaseModel.GRANT_TO)
                .ifPresent(end -> values.put(FollowUpModel.GRANT_PERIOD_END, LawDate.toStored(end)));
        return values;
    }

    /** The case worker convenes, or moves, the meeting (FUP-11). */
    void book(Document followUp, FollowUpState next, Act act) {
        requireRunning(followUp);
        Date booked = act.text("date")
                .map(FollowUpActs::pointInTime)
                .orElseThrow(() -> Refusal.rule("FUP-11").onField("date").violation());
        documents.write(followUp, Map.of(CaseModel.STATUS, next.name(), FollowUpModel.BOOKED_FOR, booked));
    }

    /** The document was filled in before the meeting (FUP-13, FUP-14). */
    void prepare(Document followUp, FollowUpState next, Act act) {
        documents.write(followUp, Map.of(CaseModel.STATUS, next.name(), FollowUpModel.FILLED_IN_BY, act.userName()));
    }

    /**
     * The meeting was held, led by the case worker (FUP-15). Without a case worker among the participants it does not
     * count for the interval (DLF-11).
     */
    void hold(Document followUp, FollowUpState next, Act act) {
        Intervention intervention = requireRunning(followUp);
        LocalDate date = act.text("date").isPresent()
                ? act.dateOrToday("date")
                : followUp.instant(FollowUpModel.BOOKED_FOR)
                        .map(LawDate::fromInstant)
                        .filter(booked -> !booked.isAfter(act.today()))
                        .orElse(act.today());
        Optional<LocalDate> start = intervention.date(CaseModel.START_DATE);
        if (start.isPresent() && date.isBefore(start.get())) {
            throw Refusal.rule("DOC-FUP-01", start.get().toString())
                    .onField("date")
                    .violation();
        }
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(FollowUpModel.DATE, LawDate.toStored(date));
        changes.put(CaseModel.PARTICIPANTS, participants(followUp, act));
        Document filled = documents.write(followUp, changes);
        documents.requireComplete(filled, "hold");
        documents.write(filled, Map.of(CaseModel.STATUS, next.name()));
        if (attendance.caseWorkerTookPart(filled)) {
            interventions.write(
                    followUp.requireIntervention(), Map.of(CaseModel.LAST_FOLLOW_UP, LawDate.toStored(date)));
        }
        events.publish(new FollowUpHeld(followUp.caseFile(), followUp.requireIntervention(), followUp.node(), date));
    }

    /** Measured against the needs and against the plan, with a result for every goal (FUP-16, BR-72, BR-73). */
    void document(Document followUp, FollowUpState next, Act act) {
        requireResultPerGoal(followUp);
        Document recorded = documents.record(
                followUp,
                "document",
                RecordEvent.ESTABLISHED,
                next.name(),
                Map.of(FollowUpModel.FILLED_IN_BY, act.userName()));
        LocalDate held = followUp.date(FollowUpModel.DATE).orElse(act.today());
        results(recorded).forEach(result -> rate(result, recorded, held));
        NodeRef intervention = followUp.requireIntervention();
        recorded.date(FollowUpModel.NEXT_FOLLOW_UP_DATE)
                .ifPresent(day ->
                        interventions.write(intervention, Map.of(CaseModel.NEXT_FOLLOW_UP, LawDate.toStored(day))));
        events.publish(new FollowUpDocumented(followUp.caseFile(), intervention, followUp.node(), held));
    }

    /** The meeting will not take place. */
    void cancel(Document followUp, FollowUpState next, Act act) {
        documents.write(followUp, Map.of(CaseModel.STATUS, next.name()));
    }

    /** Who took part; the case worker who registers it is one of them unless the input says otherwise. */
    private static String participants(Document followUp, Act act) {
        ArrayNode all = JSON.createArrayNode();
        JsonNode given = act.input().path("participants");
        if (given.isArray()) {
            given.forEach(
                    each -> all.add(each.isTextual() ? JSON.createObjectNode().put("personId", each.asText()) : each));
        } else {
            followUp.text(CaseModel.PARTICIPANTS)
                    .map(JsonText::elements)
                    .orElse(List.of())
                    .forEach(all::add);
        }
        boolean present = act.input().path("caseWorkerPresent").asBoolean(true);
        boolean named = all.findValuesAsText("userName").contains(act.userName());
        if (present && !named) {
            all.addObject().put("userName", act.userName());
        }
        return all.toString();
    }

    private static void requireResultPerGoal(Document followUp) {
        List<String> judged =
                followUp.text(FollowUpModel.GOAL_RESULT).map(JsonText::elements).orElse(List.of()).stream()
                        .filter(result -> !result.path("result").asText("").isBlank())
                        .map(result -> result.path("goalId").asText())
                        .toList();
        boolean complete = followUp.text(CaseModel.GOALS).map(JsonText::elements).orElse(List.of()).stream()
                .map(goal -> goal.path("goalId").asText())
                .allMatch(judged::contains);
        if (!complete) {
            throw Refusal.rule("DOC-FUP-10").onField("goalResult").violation();
        }
    }

    private static List<JsonNode> results(Document followUp) {
        return followUp.text(FollowUpModel.GOAL_RESULT).map(JsonText::elements).orElse(List.of());
    }

    /** The goal keeps its ratings, so that its development shows (DOC-FUP-10, DOC-FUP-11). */
    private void rate(JsonNode result, Document followUp, LocalDate held) {
        goals.rate(
                result.path("goalId").asText(),
                followUp,
                held,
                Optional.of(result.path("attainment").asText("")).filter(value -> !value.isEmpty()),
                result.path("result").asText(""));
    }

    private Intervention requireRunning(Document followUp) {
        Intervention intervention = interventions.get(followUp.requireIntervention());
        if (intervention.state() != InterventionState.RUNNING) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "FUP-10").violation();
        }
        return intervention;
    }

    private static Date pointInTime(String text) {
        try {
            return text.length() > 10
                    ? Date.from(OffsetDateTime.parse(text).toInstant())
                    : LawDate.toStored(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw Refusal.rule("DOC-DATE", "date").onField("date").violation();
        }
    }
}

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
import java.util.stream.Stream;
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
import org.insats.casefile.NewDocument;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.FollowUpBooked;
import org.insats.casefile.event.FollowUpDocumented;
import org.insats.casefile.event.FollowUpHeld;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.springframework.extensions.surf.util.I18NUtil;

/** What people do with a follow-up (requirements 4.6, BR-70..78). Runs in the service person's scope. */
public final class FollowUpActs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents documents;
    private final Interventions interventions;
    private final Attendance attendance;
    private final CaseEvents events;
    private final Goals goals;
    private final FollowUpRules rules;
    private final ChildTalks childTalks;
    private final FollowUpService followUps;

    /** Acts through the doors of the case file. */
    public FollowUpActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseEvents events,
            Goals goals,
            FollowUpRules rules,
            ChildTalks childTalks,
            FollowUpService followUps) {
        this.rules = rules;
        this.childTalks = childTalks;
        this.followUps = followUps;
        this.documents = documents;
        this.interventions = interventions;
        this.attendance = new Attendance(caseFiles);
        this.events = events;
        this.goals = goals;
    }

    /**
     * Goals as they stand in the assignment, the end of the grant, the period since the last follow-up, and whether it is the
     * first meeting after three months (DOC-FUP-09, DOC-FUP-26, BR-74, FUP-09).
     */
    Map<QName, Serializable> defaults(Document followUp) {
        Intervention intervention = interventions.get(followUp.requireIntervention());
        Map<QName, Serializable> values = new LinkedHashMap<>();
        goals.carriedOver(intervention.node()).ifPresent(carried -> values.put(CaseModel.GOALS, carried));
        intervention
                .date(CaseModel.GRANT_TO)
                .ifPresent(end -> values.put(FollowUpModel.GRANT_PERIOD_END, LawDate.toStored(end)));
        intervention
                .date(CaseModel.LAST_FOLLOW_UP)
                .or(() -> intervention.date(CaseModel.START_DATE))
                .ifPresent(from -> values.put(FollowUpModel.PERIOD_FROM, LawDate.toStored(from)));
        boolean first = rules.beginsWithThreeMonthMeeting(followUp)
                && !followUps.hasAnother(intervention.node(), followUp.id());
        values.put(FollowUpModel.MEETING_KIND, first ? "FIRST_FOLLOW_UP_3_MONTHS" : "FOLLOW_UP");
        return values;
    }

    /** The case worker convenes, or moves, the meeting (FUP-11). */
    void book(Document followUp, FollowUpState next, Act act) {
        requireRunning(followUp);
        Date booked = act.text("date")
                .map(FollowUpActs::pointInTime)
                .orElseThrow(() -> Refusal.rule("FUP-11").onField("date").violation());
        Map<QName, Serializable> changes = new LinkedHashMap<>(act.fields(FollowUpModel.INITIATED_BY));
        changes.put(CaseModel.STATUS, next.name());
        changes.put(FollowUpModel.BOOKED_FOR, booked);
        changes.put(FollowUpModel.BOOKED_ON, LawDate.toStored(act.today()));
        invited(followUp, act).ifPresent(list -> changes.put(FollowUpModel.INVITED, list));
        documents.write(followUp, changes);
        events.publish(new FollowUpBooked(
                followUp.caseFile(),
                followUp.requireIntervention(),
                followUp.node(),
                LawDate.fromInstant(booked.toInstant())));
    }

    /** Who is invited; where the routine has it joint, both workers always are (FUP-11). */
    private Optional<String> invited(Document followUp, Act act) {
        JsonNode given = act.input().path("invited");
        if (!rules.isJoint(followUp)) {
            return given.isArray() ? Optional.of(given.toString()) : Optional.empty();
        }
        Optional<String> placementWorker =
                interventions.get(followUp.requireIntervention()).text(CaseModel.TREATMENT_LEAD);
        ArrayNode all = JSON.createArrayNode();
        if (given.isArray()) {
            given.forEach(all::add);
        }
        List<String> named = all.findValuesAsText("userName");
        Stream.concat(Stream.of(act.userName()), placementWorker.stream())
                .filter(userName -> !named.contains(userName))
                .forEach(userName -> all.addObject().put("userName", userName));
        return Optional.of(all.toString());
    }

    /** The document was filled in before the meeting (FUP-13, FUP-14). */
    void prepare(Document followUp, FollowUpState next, Act act) {
        documents.requireComplete(followUp, "prepare");
        documents.write(
                followUp,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        FollowUpModel.FILLED_IN_BY, act.userName(),
                        FollowUpModel.PREPARED_ON, LawDate.toStored(act.today())));
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
        changes.put(CaseModel.PARTICIPANTS, participants(followUp, intervention, act));
        changes.putAll(act.fields(FollowUpModel.ADAPTATION, FollowUpModel.CHILD_ABSENCE_REASON, CaseModel.OVERRIDES));
        if (rules.asksForChildTalk(followUp)) {
            changes.put(FollowUpModel.CHILD_TALK_REF, childTalks.requireOffered(followUp, date));
        }
        Document filled = documents.write(followUp, changes);
        documents.requireComplete(filled, "hold");
        rules.requireChildGivenTheChance(filled);
        boolean joint = attendance.caseWorkerTookPart(filled) && attendance.placementWorkerTookPart(filled);
        documents.write(filled, Map.of(CaseModel.STATUS, next.name(), FollowUpModel.JOINT_FOLLOW_UP, joint));
        if (rules.asksForJournalNote(filled)) {
            offerJournalNote(filled, date);
        }
        if (rules.isJoint(filled) ? joint : attendance.caseWorkerTookPart(filled)) {
            interventions.write(
                    followUp.requireIntervention(), Map.of(CaseModel.LAST_FOLLOW_UP, LawDate.toStored(date)));
        }
        events.publish(new FollowUpHeld(followUp.caseFile(), followUp.requireIntervention(), followUp.node(), date));
    }

    /** Measured against the needs and against the plan, with a result for every goal (FUP-16, BR-72, BR-73). */
    void document(Document followUp, FollowUpState next, Act act) {
        Document answered = documents.write(followUp, answers(followUp));
        if (!FollowUpRules.isThreeMonthMeeting(followUp)) {
            requireResultPerGoal(answered);
        }
        rules.requireConsistentOutcome(answered);
        requireJournalNote(answered);
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        if (!answered.isFilled(FollowUpModel.FILLED_IN_BY)) {
            changes.put(FollowUpModel.FILLED_IN_BY, act.userName());
        }
        changes.put(FollowUpModel.GOALS_MET_PROPOSED, everyGoalMet(answered));
        Document recorded = documents.record(answered, "document", RecordEvent.ESTABLISHED, next.name(), changes);
        LocalDate held = followUp.date(FollowUpModel.DATE).orElse(act.today());
        results(recorded).forEach(result -> rate(result, recorded, held));
        NodeRef intervention = followUp.requireIntervention();
        recorded.date(FollowUpModel.NEXT_FOLLOW_UP_DATE)
                .ifPresent(day ->
                        interventions.write(intervention, Map.of(CaseModel.NEXT_FOLLOW_UP, LawDate.toStored(day))));
        events.publish(new FollowUpDocumented(followUp.caseFile(), intervention, followUp.node(), held));
    }

    /** Yes/no questions that the outcome answers already, where they were left open (DOC-FUP-14..16). */
    private static Map<QName, Serializable> answers(Document followUp) {
        List<String> outcomes = FollowUpRules.outcomes(followUp);
        Map<QName, Serializable> answers = new LinkedHashMap<>();
        if (outcomes.isEmpty()) {
            return answers;
        }
        answers.put(FollowUpModel.ASSIGNMENT_CHANGE_NEEDED, outcomes.contains("ASSIGNMENT_REVISED"));
        answers.put(FollowUpModel.PLAN_REVISION_NEEDED, outcomes.contains("PLAN_REVISED"));
        answers.put(FollowUpModel.NEW_NEEDS, false);
        answers.keySet().removeIf(followUp::isFilled);
        return answers;
    }

    /** "Goals met" is proposed when every goal is; the case worker decides by the outcome (BR-71). */
    private static boolean everyGoalMet(Document followUp) {
        List<JsonNode> results = results(followUp);
        return !results.isEmpty()
                && results.stream()
                        .allMatch(result -> result.path("attainment").asText("").equals("POSITIVE_MET"));
    }

    /** FUP-19: the case worker's note is there as a draft. */
    private void offerJournalNote(Document followUp, LocalDate held) {
        Map<QName, Serializable> note = new LinkedHashMap<>();
        note.put(CaseModel.NOTE_TYPE, "FOLLOW_UP");
        note.put(CaseModel.NOTE_TEXT, I18NUtil.getMessage("insats.followup.note", held.toString()));
        note.put(CaseModel.NOTE_DATE, LawDate.toStored(held));
        note.put(CaseModel.PARTICIPANTS, followUp.properties().get(CaseModel.PARTICIPANTS));
        note.put(CaseModel.RELATED_TO, followUp.id());
        documents.make(new NewDocument("journalNote", followUp.caseFile(), followUp.intervention(), note));
    }

    private void requireJournalNote(Document followUp) {
        if (!rules.asksForJournalNote(followUp)) {
            return;
        }
        boolean noted = documents.inCase(followUp.caseFile()).stream()
                .filter(document -> document.kind().id().equals("journalNote"))
                .filter(document -> document.status().equals("ESTABLISHED"))
                .anyMatch(document -> document.text(CaseModel.RELATED_TO)
                        .filter(followUp.id()::equals)
                        .isPresent());
        if (!noted) {
            throw Refusal.rule("FUP-19").violation();
        }
    }

    /** The meeting will not take place. */
    void cancel(Document followUp, FollowUpState next, Act act) {
        documents.write(followUp, Map.of(CaseModel.STATUS, next.name()));
    }

    /** Who took part; the case worker who registers it is one of them unless the input says otherwise. */
    private static String participants(Document followUp, Intervention intervention, Act act) {
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
        if (act.input().path("placementWorkerPresent").asBoolean(false)) {
            intervention
                    .text(CaseModel.TREATMENT_LEAD)
                    .filter(userName -> !all.findValuesAsText("userName").contains(userName))
                    .ifPresent(userName -> all.addObject().put("userName", userName));
        }
        return all.toString();
    }

    private void requireResultPerGoal(Document followUp) {
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
        boolean unrated = results(followUp).stream()
                .anyMatch(result -> result.path("attainment").asText("").isEmpty());
        long goals = judged.stream().distinct().count();
        if (goals != judged.size() || rules.asksForScale(followUp) && unrated) {
            throw Refusal.rule("BR-70").onField("goalResult").violation();
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

package org.insats.startup;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionAction;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Overrides;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.InterventionStarted;
import org.insats.casefile.event.MeetingHeld;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.resource.ResourceService;
import org.springframework.extensions.surf.util.I18NUtil;

/** What people do with a meeting (STA-20..47). Runs in the service person's scope. */
public final class StartUpActs {

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseEvents events;
    private final PersonService people;
    private final MeetingRules rules;
    private final ResourceService resources;
    private final PlacementStartUp placement;

    /** Acts through the doors of the case file. */
    public StartUpActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseEvents events,
            PersonService people,
            MeetingRules rules,
            ResourceService resources,
            PlacementStartUp placement) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.events = events;
        this.people = people;
        this.rules = rules;
        this.resources = resources;
        this.placement = placement;
    }

    /** Books or rebooks a time with those concerned (STA-20, STA-31). */
    void book(Document meeting, StartUpState next, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>(act.fields(
                MeetingModel.PLACE,
                MeetingModel.INVITED,
                MeetingModel.CONVENER,
                MeetingModel.CHAIR,
                CaseModel.OVERRIDES));
        act.text("date").ifPresent(text -> changes.put(MeetingModel.DATE, pointInTime(text)));
        if (!meeting.isFilled(MeetingModel.CONVENER)) {
            changes.putIfAbsent(MeetingModel.CONVENER, rules.convener(meeting, act.userName()));
        }
        changes.put(CaseModel.STATUS, next.name());
        Document booked = documents.write(meeting, changes);
        documents.requireComplete(booked, "book");
        rules.requireConvener(booked);
        rules.requireFamilyInvited(booked);
    }

    /** A talk about roles only, before the family is present (STA-24, BR-61): its date and what was agreed on roles. */
    void holdRoleTalk(Document meeting, StartUpState next, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>(act.fields(MeetingModel.ROLE_AGREEMENT));
        changes.put(CaseModel.STATUS, next.name());
        changes.put(MeetingModel.PRE_MEETING, LawDate.toStored(act.dateOrToday("date")));
        documents.write(meeting, changes);
    }

    /** The meeting was held; where the routine says so the follow-up case worker takes over on its day (STA-22, BR-63). */
    void hold(Document meeting, StartUpState next, Act act) {
        Document filled = documents.write(meeting, input(meeting, act));
        LocalDate day = day(filled);
        if (day.isAfter(act.today())) {
            throw Refusal.rule("STA-25", day.toString()).onField("date").violation();
        }
        String handover = filled.text(MeetingModel.CASE_HANDOVER).orElse("");
        if (!handover.isEmpty() && !people.personExists(handover)) {
            throw Refusal.rule("DOC-MTG-12").onField("caseHandover").violation();
        }
        rules.requireFamilyInvited(filled);
        rules.requireChild(filled);
        placement.requireInPlace(filled);
        requireNextAfter(filled, day);
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(CaseModel.DOCUMENT_DATE, LawDate.toStored(day));
        if (!handover.isEmpty()) {
            changes.put(MeetingModel.CASE_HANDOVER_DATE, LawDate.toStored(day));
        }
        documents.record(filled, "hold", RecordEvent.ESTABLISHED, next.name(), changes);
        if (!handover.isEmpty()) {
            caseFiles.handOver(meeting.caseFile(), handover, day);
        }
        if (MeetingRules.isStartUp(filled) && rules.routine(filled).hasDeadline("DL-33")) {
            offerJournalNote(filled, day);
        }
        events.publish(new MeetingHeld(
                meeting.caseFile(),
                meeting.requireIntervention(),
                meeting.node(),
                day,
                filled.text(MeetingModel.MEETING_TYPE).orElse("")));
    }

    private static void requireNextAfter(Document meeting, LocalDate day) {
        if (meeting.date(MeetingModel.NEXT_MEETING)
                .filter(next -> !next.isAfter(day))
                .isPresent()) {
            throw Refusal.rule("DOC-MTG-14", day.toString())
                    .onField("nextMeeting")
                    .violation();
        }
    }

    /** STA-35: the note with those who took part is there as a draft; the case worker reads and establishes it. */
    private void offerJournalNote(Document meeting, LocalDate day) {
        Map<QName, Serializable> note = new LinkedHashMap<>();
        note.put(CaseModel.NOTE_TYPE, "START_UP");
        note.put(CaseModel.NOTE_TEXT, I18NUtil.getMessage("insats.startup.note", day.toString()));
        note.put(CaseModel.NOTE_DATE, meeting.properties().get(MeetingModel.DATE));
        note.put(CaseModel.PARTICIPANTS, meeting.properties().get(CaseModel.PARTICIPANTS));
        note.put(CaseModel.RELATED_TO, meeting.id());
        documents.make(new NewDocument("journalNote", meeting.caseFile(), meeting.intervention(), note));
    }

    /**
     * Documents the matter as executed on the day of the meeting, and allocates the resource where the routine has the case
     * worker do so (STA-25, STA-36, STA-45, STA-46, BR-64).
     */
    void execute(Document meeting, StartUpState next, Act act) {
        if (!MeetingRules.isStartUp(meeting)) {
            throw Refusal.rule("DOC-MTG-01").onField("meetingType").violation();
        }
        requireSomethingToExecute(meeting);
        LocalDate held = day(meeting);
        LocalDate start = act.text("date").isPresent() ? act.dateOrToday("date") : held;
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        if (!start.equals(held)) {
            if (rules.executesOnMeetingDayOnly(meeting)) {
                throw Refusal.rule("STA-44", held.toString()).onField("date").violation();
            }
            String reason = act.text("reason")
                    .filter(text -> start.isBefore(held))
                    .orElseThrow(() -> Refusal.rule("BR-64", held.toString())
                            .onField("date")
                            .violation());
            changes.put(CaseModel.OVERRIDES, new Overrides(meeting).with("executedDate", reason, act));
        }
        changes.put(CaseModel.STATUS, next.name());
        changes.put(MeetingModel.EXECUTED_DATE, LawDate.toStored(start));
        changes.put(MeetingModel.EXECUTED_BY, act.userName());
        documents.writeQuietly(meeting, changes);
        NodeRef intervention = meeting.requireIntervention();
        interventions.move(
                intervention, InterventionAction.START, Map.of(CaseModel.START_DATE, LawDate.toStored(start)));
        events.publish(new InterventionStarted(meeting.caseFile(), intervention, meeting.node(), start));
        if (rules.allocatesResource(meeting)) {
            resources.allocate(intervention, start, act.userName());
        }
    }

    /** A decision stands, and where the routine begins with an order that order was sent (STA-36, ORD-57). */
    private void requireSomethingToExecute(Document meeting) {
        Intervention intervention = interventions.get(meeting.requireIntervention());
        if (intervention.text(CaseModel.GRANT_STATE).filter("GRANTED"::equals).isEmpty()) {
            throw Refusal.rule("STA-36").violation();
        }
        if (rules.routine(meeting).isOrdered()
                && intervention.text(CaseModel.CURRENT_ORDER).isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "ORD-57").violation();
        }
    }

    /** The meeting will not take place. */
    void cancel(Document meeting, StartUpState next, Act act) {
        documents.write(meeting, Map.of(CaseModel.STATUS, next.name()));
    }

    private static Map<QName, Serializable> input(Document meeting, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>(act.fields(
                MeetingModel.NEEDS_PRESENTED,
                MeetingModel.METHODS_PRESENTED,
                MeetingModel.ROLE_AGREEMENT,
                MeetingModel.CASE_HANDOVER,
                MeetingModel.ASSIGNMENT_REVIEWED,
                MeetingModel.CHILD_ABSENCE_REASON,
                MeetingModel.GOALS_MADE_CONCRETE,
                MeetingModel.ROLES_CLARIFIED,
                MeetingModel.PRIORITIES,
                MeetingModel.EXPECTATIONS_AND_GOALS,
                MeetingModel.BASIS_DOCUMENTS,
                MeetingModel.HOME_GOALS_AND_PURPOSE,
                MeetingModel.HOME_CONTENT,
                MeetingModel.HOME_RESPONSIBILITIES,
                MeetingModel.HOME_FOLLOW_UP,
                MeetingModel.INVITED,
                MeetingModel.CHAIR,
                CaseModel.PARTICIPANTS,
                CaseModel.OVERRIDES));
        act.text("date").ifPresent(text -> changes.put(MeetingModel.DATE, pointInTime(text)));
        act.text("nextMeeting").ifPresent(text -> changes.put(MeetingModel.NEXT_MEETING, pointInTime(text)));
        if (!meeting.isFilled(MeetingModel.CHAIR)) {
            changes.putIfAbsent(MeetingModel.CHAIR, act.userName());
        }
        return changes;
    }

    private static LocalDate day(Document meeting) {
        return meeting.instant(MeetingModel.DATE)
                .map(LawDate::fromInstant)
                .orElseThrow(() -> Refusal.rule("DOC-MTG-02").onField("date").violation());
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

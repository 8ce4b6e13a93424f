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
import org.insats.casefile.InterventionAction;
import org.insats.casefile.Interventions;
import org.insats.casefile.Overrides;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.InterventionStarted;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What people do with a start-up meeting (STA-20..25, STA-46, STA-47). Runs in the service person's scope. */
public final class StartUpActs {

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseEvents events;
    private final PersonService people;

    /** Acts through the doors of the case file. */
    public StartUpActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseEvents events,
            PersonService people) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.events = events;
        this.people = people;
    }

    /** Books or rebooks a time with those concerned (STA-20). */
    void book(Document meeting, StartUpState next, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>(
                act.fields(MeetingModel.PLACE, MeetingModel.INVITED, MeetingModel.CONVENER, MeetingModel.CHAIR));
        act.text("date").ifPresent(text -> changes.put(MeetingModel.DATE, pointInTime(text)));
        if (!meeting.isFilled(MeetingModel.CONVENER)) {
            changes.putIfAbsent(MeetingModel.CONVENER, act.userName());
        }
        changes.put(CaseModel.STATUS, next.name());
        documents.requireComplete(documents.write(meeting, changes), "book");
    }

    /** A talk about roles only, before the family is present (STA-24, BR-61): nothing but its date is kept. */
    void holdRoleTalk(Document meeting, StartUpState next, Act act) {
        documents.write(
                meeting,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        MeetingModel.PRE_MEETING, LawDate.toStored(act.dateOrToday("date"))));
    }

    /** The meeting was held; the follow-up case worker takes over on its day (STA-21, STA-22, BR-63). */
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
        documents.record(
                filled,
                "hold",
                RecordEvent.ESTABLISHED,
                next.name(),
                Map.of(
                        MeetingModel.CASE_HANDOVER_DATE, LawDate.toStored(day),
                        CaseModel.DOCUMENT_DATE, LawDate.toStored(day)));
        if (!handover.isEmpty()) {
            caseFiles.handOver(meeting.caseFile(), handover, day);
        }
    }

    /** Documents the matter as executed on the day of the meeting (STA-25, STA-46, BR-64). */
    void execute(Document meeting, StartUpState next, Act act) {
        if (!MeetingKind.isStartUp(meeting)) {
            throw Refusal.rule("DOC-MTG-01").onField("meetingType").violation();
        }
        LocalDate held = day(meeting);
        LocalDate start = act.text("date").isPresent() ? act.dateOrToday("date") : held;
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        if (!start.equals(held)) {
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
                MeetingModel.CHAIR,
                CaseModel.PARTICIPANTS,
                CaseModel.OVERRIDES));
        act.text("date").ifPresent(text -> changes.put(MeetingModel.DATE, pointInTime(text)));
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

package org.insats.followup;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.ChildTalkMoved;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What people do with a talk with the child (FUP-20..23). Runs in the service person's scope. */
public final class ChildTalkActs {

    private final Documents documents;
    private final FollowUpService followUps;
    private final CaseEvents events;

    /** Acts through the doors of the case file. */
    public ChildTalkActs(Documents documents, FollowUpService followUps, CaseEvents events) {
        this.documents = documents;
        this.followUps = followUps;
        this.events = events;
    }

    /** Offered before the follow-up meeting (FUP-20). */
    void offer(Document talk, ChildTalkState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        Map<QName, Serializable> changes = new LinkedHashMap<>(act.fields(FollowUpModel.AGE_MATURITY_ASSESSMENT));
        changes.put(FollowUpModel.OFFERED_DATE, LawDate.toStored(date));
        move(talk, next, changes, date);
    }

    /** The child does not want to (FUP-21, DOC-CHT-09). */
    void decline(Document talk, ChildTalkState next, Act act) {
        close(
                talk,
                next,
                Map.of(
                        FollowUpModel.CHILD_WANTS, false,
                        FollowUpModel.UNSUITABLE, false,
                        FollowUpModel.NOT_HELD_REASON, reason(act)),
                act);
    }

    /** The child wants to (FUP-21). */
    void accept(Document talk, ChildTalkState next, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>(act.fields(FollowUpModel.AGE_MATURITY_ASSESSMENT));
        changes.put(FollowUpModel.CHILD_WANTS, true);
        changes.put(FollowUpModel.UNSUITABLE, false);
        move(talk, next, changes, act.today());
    }

    /** The guardians are informed; their consent is sought and the answer kept, but it is no condition (FUP-22, CON-11). */
    void informGuardians(Document talk, ChildTalkState next, Act act) {
        String answer = act.text("guardianConsent")
                .orElseThrow(
                        () -> Refusal.rule("FUP-22").onField("guardianConsent").violation());
        LocalDate date = act.dateOrToday("date");
        move(
                talk,
                next,
                Map.of(
                        FollowUpModel.GUARDIANS_INFORMED_DATE,
                        LawDate.toStored(date),
                        FollowUpModel.GUARDIAN_CONSENT,
                        answer),
                date);
    }

    /** Held, before the follow-up meeting (FUP-21, FUP-23, DOC-CHT-07). */
    void hold(Document talk, ChildTalkState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        boolean afterMeeting = talk.intervention()
                .flatMap(followUps::next)
                .flatMap(followUp -> followUp.instant(FollowUpModel.BOOKED_FOR))
                .map(LawDate::fromInstant)
                .filter(date::isAfter)
                .isPresent();
        if (afterMeeting) {
            throw Refusal.rule("DOC-CHT-07").onField("date").violation();
        }
        Map<QName, Serializable> changes = new LinkedHashMap<>(act.fields(FollowUpModel.CHILD_VIEW));
        changes.put(FollowUpModel.HELD_DATE, LawDate.toStored(date));
        documents.record(talk, "hold", RecordEvent.ESTABLISHED, next.name(), changes);
        tell(talk, date);
    }

    /** Unsuitable for another reason (FUP-21). */
    void findUnsuitable(Document talk, ChildTalkState next, Act act) {
        close(talk, next, Map.of(FollowUpModel.UNSUITABLE, true, FollowUpModel.UNSUITABLE_TEXT, reason(act)), act);
    }

    private static String reason(Act act) {
        return act.text("reason")
                .orElseThrow(() -> Refusal.rule("DOC-CHT-09").onField("reason").violation());
    }

    /** No talk: the assessment of age and maturity stands all the same (DOC-CHT-02). */
    private void close(Document talk, ChildTalkState next, Map<QName, Serializable> why, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>(act.fields(FollowUpModel.AGE_MATURITY_ASSESSMENT));
        changes.putAll(why);
        documents.record(talk, "close", RecordEvent.ESTABLISHED, next.name(), changes);
        tell(talk, act.today());
    }

    private void move(Document talk, ChildTalkState next, Map<QName, Serializable> changes, LocalDate date) {
        Map<QName, Serializable> all = new LinkedHashMap<>(changes);
        all.put(CaseModel.STATUS, next.name());
        documents.write(talk, all);
        tell(talk, date);
    }

    private void tell(Document talk, LocalDate date) {
        talk.intervention()
                .ifPresent(intervention ->
                        events.publish(new ChildTalkMoved(talk.caseFile(), intervention, talk.node(), date)));
    }
}

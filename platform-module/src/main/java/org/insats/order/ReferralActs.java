package org.insats.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.JsonFields;
import org.insats.casefile.NewDocument;
import org.insats.casefile.Role;
import org.insats.casefile.event.ReferralClarified;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What people do with a referral alone (ORD-43, ORD-45, ORD-47, ORD-51, ORD-54). Runs in the service person's scope. */
public final class ReferralActs {

    private static final String ANSWERED_ON = "answeredOn";
    private static final String ASKED_ON = "askedOn";

    private final Documents documents;
    private final CaseEvents events;
    private final Handling handling;
    private final CaseRoutines routines;
    private final JsonFields json;

    /** Acts through the doors of the case file. */
    public ReferralActs(
            Documents documents, CaseEvents events, Handling handling, CaseRoutines routines, JsonFields json) {
        this.documents = documents;
        this.events = events;
        this.handling = handling;
        this.routines = routines;
        this.json = json;
    }

    static boolean isForTherapist(Document referral) {
        return referral.text(OrderModel.RECIPIENT)
                .filter("IOF_SECRETARY"::equals)
                .isPresent();
    }

    /** Whom the recipient allocates to: a family therapist, or a placement worker who looks for a contractor. */
    static Role allocatedRole(Document referral) {
        return isForTherapist(referral) ? Role.THERAPIST : Role.PLACEMENT_WORKER;
    }

    /** The need is described and the service one of the routine's; a decision is not asked for (ORD-43, ORD-45). */
    void send(Document referral, OrderState next, Act act) {
        documents.requireComplete(referral, "send");
        CaseRoutine routine = routines.of(referral);
        boolean covered = routine.profile().isEmpty()
                || referral.text(OrderModel.REQUESTED_SERVICE)
                        .flatMap(service -> routine.profile().get().service(service))
                        .isPresent();
        if (!covered) {
            throw Refusal.rule("DOC-REF-02").onField("requestedService").violation();
        }
        handling.send(referral, next, act, Map.of());
    }

    /** The receiving side needs to know more before it can allocate (ORD-47). */
    void ask(Document referral, OrderState next, Act act) {
        String question = act.text("question")
                .orElseThrow(() -> Refusal.rule("ORD-47").onField("question").violation());
        ArrayNode all = clarifications(referral);
        all.addObject()
                .put(ASKED_ON, act.today().toString())
                .put("question", question)
                .put("askedBy", act.userName());
        write(referral, all, act.today());
    }

    /** The case worker answers everything that is open (ORD-47). */
    void answer(Document referral, OrderState next, Act act) {
        String answer = act.text("answer")
                .orElseThrow(() -> Refusal.rule("ORD-47").onField("answer").violation());
        ArrayNode all = clarifications(referral);
        if (StreamSupport.stream(all.spliterator(), false).allMatch(each -> each.hasNonNull(ANSWERED_ON))) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "ORD-47").onField("answer").violation();
        }
        all.forEach(each -> {
            if (!each.hasNonNull(ANSWERED_ON)) {
                ((ObjectNode) each)
                        .put(ANSWERED_ON, act.today().toString())
                        .put("answer", answer)
                        .put("answeredBy", act.userName());
            }
        });
        write(referral, all, act.today());
    }

    private void write(Document referral, ArrayNode all, LocalDate today) {
        documents.writeQuietly(referral, Map.of(OrderModel.CLARIFICATION, json.toText(OrderModel.CLARIFICATION, all)));
        events.publish(
                new ReferralClarified(referral.caseFile(), referral.requireIntervention(), referral.node(), today));
    }

    /** Allocated once everything asked is answered; to a therapist at a team meeting (ORD-51, ORD-53). */
    void allocate(Document referral, OrderState next, Act act) {
        if (asked(referral).isPresent() && clarified(referral).isEmpty()) {
            throw Refusal.rule("ORD-51").onField("clarification").violation();
        }
        if (!isForTherapist(referral)) {
            handling.allocate(referral, next, act, allocatedRole(referral), Map.of());
            return;
        }
        LocalDate meeting = act.dateOrToday("teamMeetingDate");
        Optional<LocalDate> earliest = clarified(referral)
                .or(() -> referral.instant(OrderModel.RECEIVED_AT).map(LawDate::fromInstant));
        if (earliest.isPresent() && meeting.isBefore(earliest.get())) {
            throw Refusal.rule("DOC-REF-07", earliest.get().toString())
                    .onField("teamMeetingDate")
                    .violation();
        }
        handling.allocate(
                referral,
                next,
                act,
                allocatedRole(referral),
                Map.of(
                        OrderModel.TEAM_MEETING_DATE,
                        LawDate.toStored(meeting),
                        OrderModel.ALLOCATION_FORUM,
                        "TEAM_MEETING"));
    }

    /** A contractor is sought: the matching record is there to be filled in (ORD-54). */
    void search(Document referral, OrderState next, Act act) {
        documents.writeQuietly(referral, Map.of(CaseModel.STATUS, next.name()));
        documents.make(new NewDocument("match", referral.caseFile(), referral.intervention(), Map.of()));
    }

    /** When the first question was put. */
    Optional<LocalDate> asked(Document referral) {
        return StreamSupport.stream(clarifications(referral).spliterator(), false)
                .flatMap(each -> LawDate.parse(each.path(ASKED_ON).asText()).stream())
                .findFirst();
    }

    /** When the last question was answered; empty while one is open, or where none was put. */
    Optional<LocalDate> clarified(Document referral) {
        ArrayNode all = clarifications(referral);
        boolean open = StreamSupport.stream(all.spliterator(), false).anyMatch(each -> !each.hasNonNull(ANSWERED_ON));
        return open || all.isEmpty()
                ? Optional.empty()
                : LawDate.parse(all.get(all.size() - 1).path(ANSWERED_ON).asText());
    }

    private ArrayNode clarifications(Document referral) {
        return referral.text(OrderModel.CLARIFICATION)
                .map(text -> (ArrayNode) json.parse(OrderModel.CLARIFICATION, text))
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }
}

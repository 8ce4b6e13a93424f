package org.insats.closing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.InterventionAction;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.DisputeSettled;
import org.insats.casefile.event.DocumentationFinished;
import org.insats.casefile.event.EndedByCaseWorker;
import org.insats.casefile.event.EndingDisputed;
import org.insats.casefile.event.EndingWithdrawn;
import org.insats.casefile.event.InterventionClosed;
import org.insats.casefile.event.SupervisorsJoined;
import org.insats.followup.FollowUpService;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.resource.ResourceService;

/** What people do with an ending (4.9). Runs in the service person's scope. */
public final class EndingActs {

    private static final String DECISION_URI = "http://insats.org/model/decision/1.0";

    private final Documents documents;
    private final Interventions interventions;
    private final CaseEvents events;
    private final FollowUpService followUps;
    private final ResourceService resources;
    private final EndingReader reader;
    private final PlacementEnding placement;

    /** Acts through the doors of the case file, of the follow-ups and of the resource allocations. */
    public EndingActs(
            Documents documents,
            Interventions interventions,
            CaseEvents events,
            FollowUpService followUps,
            ResourceService resources,
            EndingReader reader,
            PlacementEnding placement) {
        this.documents = documents;
        this.interventions = interventions;
        this.events = events;
        this.followUps = followUps;
        this.resources = resources;
        this.reader = reader;
        this.placement = placement;
    }

    PlacementEnding placement() {
        return placement;
    }

    ClosingRules rules(Document ending) {
        return reader.rules(ending);
    }

    /** The follow-up that shows the goals met, where there is one (DOC-END-05). */
    Map<QName, Serializable> defaults(Document ending) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        followUps
                .showingGoalsMet(ending.requireIntervention())
                .ifPresent(followUp -> values.put(EndingModel.LAST_FOLLOW_UP, followUp.id()));
        return values;
    }

    /** The performer's judgement that it does not work was discussed with the case worker, who registers it (END-08). */
    void discuss(Document ending, EndingState next, Act act) {
        String text = act.text("text")
                .orElseThrow(() -> Refusal.rule("END-08").onField("text").violation());
        documents.write(
                ending,
                Map.of(
                        EndingModel.DISCUSSED_AT, LawDate.toStored(act.dateOrToday("date")),
                        EndingModel.DISCUSSED_BY, act.userName(),
                        EndingModel.DISCUSSION, text));
    }

    /** The two sides disagree (END-09, DL-52). */
    void dispute(Document ending, EndingState next, Act act) {
        String text = act.text("text")
                .orElseThrow(() -> Refusal.rule("REASON").onField("text").violation());
        LocalDate date = act.dateOrToday("date");
        documents.write(
                ending,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        EndingModel.DISAGREEMENT, text,
                        EndingModel.DISAGREEMENT_AT, LawDate.toStored(date)));
        events.publish(new EndingDisputed(ending.caseFile(), ending.requireIntervention(), ending.node(), date));
    }

    /** The supervisors of both sides have joined the discussion; one of them notes it, the outcome is the case worker's (END-09, DL-52). */
    void join(Document ending, EndingState next, Act act) {
        documents.writeQuietly(ending, joined(ending, act));
        events.publish(new SupervisorsJoined(
                ending.caseFile(), ending.requireIntervention(), ending.node(), act.dateOrToday("date")));
    }

    /** The supervisors of both sides joined; the case worker records that it ends (END-09, BR-97). */
    void settle(Document ending, EndingState next, Act act) {
        String outcome = act.text("outcome")
                .orElseThrow(() -> Refusal.rule("REASON").onField("outcome").violation());
        Map<QName, Serializable> changes = joined(ending, act);
        changes.put(CaseModel.STATUS, next.name());
        changes.put(EndingModel.DISAGREEMENT_OUTCOME, outcome);
        documents.write(ending, changes);
        events.publish(new DisputeSettled(
                ending.caseFile(), ending.requireIntervention(), ending.node(), act.dateOrToday("date")));
    }

    private Map<QName, Serializable> joined(Document ending, Act act) {
        ArrayNode given = JsonNodeFactory.instance.arrayNode();
        act.text("leadSocialWorker").ifPresent(given::add);
        act.text("performerManager").ifPresent(given::add);
        if (!reader.supervisorsOfBothSides(ending, given)) {
            throw Refusal.rule("BR-97").onField("leadSocialWorker").violation();
        }
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(EndingModel.DISAGREEMENT_SUPERVISORS, given.toString());
        changes.put(EndingModel.SUPERVISORS_JOINED_AT, LawDate.toStored(act.dateOrToday("date")));
        return changes;
    }

    /** The intervention goes on; a disputed proposal is only withdrawn once the supervisors have joined (END-09). */
    void withdraw(Document ending, EndingState next, Act act) {
        String reason = act.text("reason")
                .orElseThrow(() -> Refusal.rule("REASON").onField("reason").violation());
        Map<QName, Serializable> changes =
                ending.status().equals(EndingState.DISPUTED.name()) ? joined(ending, act) : new LinkedHashMap<>();
        changes.put(EndingModel.NOT_ENDED_REASON, reason);
        notEnded(ending, next, act, changes);
    }

    private void notEnded(Document ending, EndingState next, Act act, Map<QName, Serializable> changes) {
        LocalDate date = act.dateOrToday("date");
        changes.put(EndingModel.NOT_ENDED_AT, LawDate.toStored(date));
        documents.record(ending, "withdraw", RecordEvent.ESTABLISHED, next.name(), changes);
        events.publish(new EndingWithdrawn(ending.caseFile(), ending.requireIntervention(), ending.node(), date));
    }

    /** A child who declines: it goes on towards the parents, who become its recipients (END-11, BR-96, CON-21). */
    void continueForParents(Document ending, EndingState next, Act act) {
        Optional<String> purpose = act.text("purpose");
        boolean parental = act.input().path("parentalSupport").asBoolean(false);
        if (!parental || purpose.isEmpty() || !reader.hasReachedAge(ending, act.today())) {
            throw Refusal.rule("BR-96", rules(ending).ageOfOwnPosition())
                    .onField("purpose")
                    .violation();
        }
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(EndingModel.ENDING_REASON, "CHILD_DECLINES");
        changes.put(EndingModel.PARENTAL_PURPOSE, purpose.get());
        interventions.write(ending.requireIntervention(), Map.of(CaseModel.RECIPIENT, "PARENTS"));
        notEnded(ending, next, act, changes);
    }

    /** What the assignment says must be reported back, where the routine has it (END-30). */
    Optional<String> toReportBack(Document ending) {
        return reader.toReportBack(ending);
    }

    /** The performer reports back what the assignment asks for (END-30); its list alone is no answer. */
    void reportBack(Document ending, EndingState next, Act act) {
        Optional<String> listed = reader.toReportBack(ending);
        String information = act.text("information")
                .filter(text -> listed.map(String::strip).filter(text::equals).isEmpty())
                .orElseThrow(() -> Refusal.rule("END-30").onField("information").violation());
        documents.writeQuietly(
                ending,
                Map.of(
                        EndingModel.INFORMATION_RETURNED,
                        information,
                        EndingModel.INFORMATION_RETURNED_BY,
                        act.userName()));
    }

    /** The case worker ends the intervention, or marks that it ends, with the reason (END-20, END-24, BR-99). */
    void end(Document ending, EndingState next, Act act) {
        if (!hasStarted(ending)) {
            endUnstarted(ending, act);
            return;
        }
        NodeRef node = ending.requireIntervention();
        documents.requireComplete(ending, "end");
        LocalDate date = act.dateOrToday("date");
        new EndGuard(rules(ending)).refusal(reader.facts(ending, act.today())).ifPresent(refusal -> {
            throw refusal.violation();
        });
        placement.requireInPlace(ending);
        Map<QName, Serializable> shown = reader.shownByFollowUp(ending);
        shown.put(EndingModel.CLOSED_BY_CASE_WORKER, LawDate.toStored(date));
        documents.record(ending, "end", RecordEvent.ESTABLISHED, next.name(), shown);
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        ending.date(EndingModel.END_DATE).ifPresent(end -> changes.put(CaseModel.END_DATE, LawDate.toStored(end)));
        interventions.move(node, InterventionAction.END, changes);
        if (ending.isTrue(EndingModel.CONCERN_ASSESSMENT)) {
            openInvestigation(ending, date);
        }
        events.publish(new EndedByCaseWorker(ending.caseFile(), node, ending.node(), date));
    }

    /** Concern gives reason to open an investigation on other interventions: there it is, for the case worker (END-12, CON-22). */
    /** Whether anything was carried out that an ending can bring to its close. */
    boolean hasStarted(Document ending) {
        return interventions
                .get(ending.requireIntervention())
                .date(CaseModel.START_DATE)
                .isPresent();
    }

    /**
     * Granted or referred, and then given up before it began: there is nothing to document, so that this one step closes it
     * (ORD-74, END-31). What lies with the performing side is taken back first.
     */
    private void endUnstarted(Document ending, Act act) {
        NodeRef node = ending.requireIntervention();
        if (interventions.get(node).state() == InterventionState.ORDERED) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "END-ORDERED").violation();
        }
        documents.requireComplete(ending, "end");
        LocalDate date = act.dateOrToday("date");
        new EndGuard(rules(ending))
                .refusalUnstarted(reader.facts(ending, act.today()))
                .ifPresent(refusal -> {
                    throw refusal.violation();
                });
        EndingState next = EndingLifecycle.TABLE
                .next(EndingState.valueOf(ending.status()), EndingAction.END_UNSTARTED)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "STATE").violation());
        documents.record(
                ending,
                "end",
                RecordEvent.ESTABLISHED,
                next.name(),
                Map.of(EndingModel.CLOSED_BY_CASE_WORKER, LawDate.toStored(date)));
        interventions.move(node, InterventionAction.END_UNSTARTED, Map.of(CaseModel.END_DATE, LawDate.toStored(date)));
        if (ending.isTrue(EndingModel.CONCERN_ASSESSMENT)) {
            openInvestigation(ending, date);
        }
        events.publish(new InterventionClosed(ending.caseFile(), node, ending.node(), date));
    }

    private void openInvestigation(Document ending, LocalDate date) {
        documents.make(new NewDocument(
                "investigation",
                ending.caseFile(),
                Optional.empty(),
                Map.of(
                        QName.createQName(DECISION_URI, "openedDate"),
                        LawDate.toStored(date),
                        QName.createQName(DECISION_URI, "reason"),
                        "CONCERN_AFTER_EARLY_ENDING")));
    }

    /** The treatment lead finishes the documentation (END-21, DL-28). */
    void finishDocumentation(Document ending, EndingState next, Act act) {
        LocalDate date = notBefore(ending, EndingModel.CLOSED_BY_CASE_WORKER, act);
        NodeRef node = ending.requireIntervention();
        documents.writeQuietly(
                ending,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        EndingModel.PERFORMER_DOCUMENTATION_DONE, LawDate.toStored(date)));
        interventions.move(node, InterventionAction.FINISH_DOCUMENTATION, Map.of());
        events.publish(new DocumentationFinished(ending.caseFile(), node, ending.node(), date));
    }

    /** The unit manager or lead treatment secretary closes on the performer side (END-22, BR-90, BR-91). */
    void close(Document ending, EndingState next, Act act) {
        LocalDate date = notBefore(ending, EndingModel.PERFORMER_DOCUMENTATION_DONE, act);
        requireNothingOpen(ending, ending.date(EndingModel.END_DATE).orElse(date));
        closed(
                ending,
                next,
                InterventionAction.CLOSE,
                date,
                Map.of(),
                Map.of(EndingModel.CLOSED_BY_PERFORMER, LawDate.toStored(date)));
    }

    /** The case worker enters the end date, once the resource allocations are closed (END-26, END-27, BR-90). */
    void closeIntervention(Document ending, EndingState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        Optional<LocalDate> start =
                interventions.get(ending.requireIntervention()).date(CaseModel.START_DATE);
        if (start.filter(date::isBefore).isPresent()) {
            throw Refusal.rule("DOC-END-04", start.get().toString())
                    .onField("date")
                    .violation();
        }
        requireNothingOpen(ending, date);
        Map<QName, Serializable> endDate = Map.of(EndingModel.END_DATE, LawDate.toStored(date));
        closed(
                ending,
                next,
                InterventionAction.CLOSE_BY_CASE_WORKER,
                date,
                Map.of(CaseModel.END_DATE, LawDate.toStored(date)),
                endDate);
    }

    private void requireNothingOpen(Document ending, LocalDate endDate) {
        NodeRef node = ending.requireIntervention();
        List<Document> open = resources.open(node);
        if (!open.isEmpty() && rules(ending).resourceFirst()) {
            String names = open.stream()
                    .map(allocation -> allocation.text(ContentModel.PROP_NAME).orElse(allocation.id()))
                    .collect(Collectors.joining(", "));
            throw Refusal.rule("BR-90", names).onField("resourceAllocation").violation();
        }
        resources.lastEnd(node).filter(endDate::isBefore).ifPresent(last -> {
            throw Refusal.rule("DOC-DEC-19", last.toString()).onField("date").violation();
        });
        if (reader.lacksReportBack(ending)) {
            throw Refusal.rule("END-30").onField("informationReturned").violation();
        }
    }

    private void closed(
            Document ending,
            EndingState next,
            InterventionAction action,
            LocalDate date,
            Map<QName, Serializable> ofIntervention,
            Map<QName, Serializable> ofEnding) {
        Map<QName, Serializable> changes = new LinkedHashMap<>(ofEnding);
        changes.put(CaseModel.STATUS, next.name());
        documents.writeQuietly(ending, changes);
        NodeRef node = ending.requireIntervention();
        interventions.move(node, action, ofIntervention);
        events.publish(new InterventionClosed(ending.caseFile(), node, ending.node(), date));
    }

    private static LocalDate notBefore(Document ending, QName step, Act act) {
        LocalDate date = act.dateOrToday("date");
        Optional<LocalDate> before = ending.date(step);
        if (before.isPresent() && date.isBefore(before.get())) {
            throw Refusal.rule("BR-91").onField("date").violation();
        }
        return date;
    }
}

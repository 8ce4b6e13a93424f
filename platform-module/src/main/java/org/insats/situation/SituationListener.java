package org.insats.situation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.casefile.event.DecisionMade;
import org.insats.casefile.event.DocumentRecorded;
import org.insats.casefile.event.InterventionClosed;
import org.insats.casefile.event.InterventionStarted;
import org.insats.casefile.event.InvestigationClosed;
import org.insats.casefile.event.OrderEnded;
import org.insats.casefile.event.OrderSent;
import org.insats.casefile.event.TemporaryConverted;
import org.insats.casefile.event.TemporaryToEnd;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.Ordered;

/**
 * Moves a temporary intervention along with its decision, order and end, and asks for a position when an investigation is
 * opened while an intervention runs. Comes before the deadlines, which are computed from what it writes.
 */
public final class SituationListener implements ApplicationListener<PayloadApplicationEvent<?>>, Ordered {

    private static final String DECISION_URI = "http://insats.org/model/decision/1.0";
    private static final Set<TemporaryState> IN_FORCE =
            EnumSet.of(TemporaryState.GRANTED, TemporaryState.ORDERED, TemporaryState.RUNNING);
    private static final Set<InterventionState> AFTER_END =
            EnumSet.of(InterventionState.ENDING, InterventionState.DOCUMENTED, InterventionState.ENDED);
    private static final QName DECISION_TYPE = QName.createQName(DECISION_URI, "decisionType");
    private static final QName INTERVENTION_TYPE = QName.createQName(DECISION_URI, "interventionType");
    private static final QName OPENED_DATE = QName.createQName(DECISION_URI, "openedDate");
    private static final QName REASON = QName.createQName(DECISION_URI, "reason");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseRoutines routines;
    private final CaseEvents events;
    private final TemporaryActs temporary;
    private final CoordinationActs coordination;

    /** Works through the doors of the case file and the room's acts. */
    public SituationListener(
            Documents documents,
            Interventions interventions,
            CaseRoutines routines,
            CaseEvents events,
            TemporaryActs temporary,
            CoordinationActs coordination) {
        this.documents = documents;
        this.interventions = interventions;
        this.routines = routines;
        this.events = events;
        this.temporary = temporary;
        this.coordination = coordination;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        Object payload = event.getPayload();
        if (payload instanceof DecisionMade decided) {
            decided(decided);
        } else if (payload instanceof OrderSent sent) {
            ordered(sent);
        } else if (payload instanceof OrderEnded ended) {
            move(ended.caseFile(), ended.intervention(), TemporaryAction.ORDER_FALLS, Map.of());
        } else if (payload instanceof InterventionStarted started) {
            move(started.caseFile(), started.intervention(), TemporaryAction.START, Map.of());
        } else if (payload instanceof InterventionClosed closed) {
            move(closed.caseFile(), closed.intervention(), TemporaryAction.END, Map.of());
        } else if (payload instanceof DocumentRecorded recorded
                && recorded.kind().equals("investigation")) {
            opened(documents.get(recorded.document()));
        } else if (payload instanceof InvestigationClosed closed) {
            investigationClosed(closed);
        }
    }

    /** TMP-04, TMP-06, BR-113: granted once prioritised; an ordinary decision later converts it. */
    private void decided(DecisionMade decided) {
        Intervention intervention = interventions.get(decided.intervention());
        if (!intervention.service().equals(TemporaryActs.SERVICE)
                || !routines.of(intervention).says("PRF-41", "TEMPORARY")) {
            return;
        }
        Document need = temporary
                .of(decided.caseFile(), decided.intervention())
                .orElseThrow(() -> Refusal.rule("BR-113").violation());
        Document decision = documents.get(decided.document());
        if (!temporary.isUnderInvestigation(need) && is(decision, DECISION_TYPE, "TEMPORARY")) {
            throw Refusal.rule("BR-113").violation();
        }
        boolean first = need.status().equals(TemporaryState.PRIORITISED.name());
        boolean ordinary = !is(decision, DECISION_TYPE, "TEMPORARY")
                && decision.text(INTERVENTION_TYPE)
                        .filter(type -> !type.equals(TemporaryActs.SERVICE))
                        .isPresent();
        if (first) {
            move(decided.caseFile(), decided.intervention(), TemporaryAction.GRANT, Map.of());
        } else if (TemporaryLifecycle.TABLE.allows(TemporaryState.valueOf(need.status()), TemporaryAction.CONVERT)) {
            if (ordinary) {
                convert(need, decision, decided);
            }
        } else {
            throw Refusal.rule("BR-113").violation();
        }
    }

    private void convert(Document need, Document decision, DecisionMade decided) {
        LocalDate date = decided.grantFrom();
        interventions.write(
                decided.intervention(),
                Map.of(CaseModel.SERVICE, decision.text(INTERVENTION_TYPE).orElseThrow()));
        move(
                decided.caseFile(),
                decided.intervention(),
                TemporaryAction.CONVERT,
                Map.of(
                        SituationModel.CONVERTED_AT, LawDate.toStored(date),
                        SituationModel.CONVERTED_BY, decision.id()));
        events.publish(new TemporaryConverted(decided.caseFile(), decided.intervention(), need.node(), date));
    }

    /** TMP-07: consent is still recorded before the order goes, or it is written why not (CON-GAP-10). */
    private void ordered(OrderSent sent) {
        temporary
                .of(sent.caseFile(), sent.intervention())
                .filter(need -> need.status().equals(TemporaryState.GRANTED.name()))
                .ifPresent(need -> {
                    if (!temporary.isConsentedTo(need, sent)) {
                        throw Refusal.rule("TMP-07").onField("overrides").violation();
                    }
                    move(sent.caseFile(), sent.intervention(), TemporaryAction.ORDER, Map.of());
                });
    }

    private void move(
            NodeRef caseFile,
            NodeRef intervention,
            TemporaryAction action,
            Map<QName, ? extends Serializable> changes) {
        temporary.of(caseFile, intervention).ifPresent(need -> TemporaryLifecycle.TABLE
                .next(TemporaryState.valueOf(need.status()), action)
                .ifPresent(next -> {
                    Map<QName, Serializable> all = new LinkedHashMap<>(changes);
                    all.put(CaseModel.STATUS, next.name());
                    documents.writeQuietly(need, all);
                }));
    }

    /** BR-114: every intervention that runs needs a position; an investigation of an extension is no new one. */
    private void opened(Document investigation) {
        LocalDate openedOn = investigation.date(OPENED_DATE).orElseThrow();
        if (investigation.text(REASON).filter("EXTENSION"::equals).isPresent()) {
            return;
        }
        temporary.interventionsOf(investigation.caseFile()).stream()
                .map(interventions::get)
                .filter(intervention -> intervention.state() == InterventionState.RUNNING)
                .filter(intervention -> !intervention.service().equals(TemporaryActs.SERVICE))
                .filter(intervention -> routines.of(intervention).says("PRF-41", "DURING_INVESTIGATION"))
                .forEach(intervention -> coordination.askPosition(intervention.node(), investigation, openedOn));
    }

    private static boolean is(Document document, QName field, String value) {
        return document.text(field).filter(value::equals).isPresent();
    }

    /**
     * The temporary interventions of the investigation end by then (DL-41). One whose grant goes on longer keeps the investigation
     * open until it is ended, or converted by an ordinary decision (TMP-06).
     */
    private void investigationClosed(InvestigationClosed closed) {
        List<Document> needs = temporary.interventionsOf(closed.caseFile()).stream()
                .flatMap(node -> temporary.of(closed.caseFile(), node).stream())
                .filter(need -> is(
                        need,
                        SituationModel.DURING_INVESTIGATION,
                        closed.document().getId()))
                .toList();
        needs.forEach(need -> requireGrantEndedBy(need, closed.date()));
        needs.stream()
                .filter(need -> !need.requireIntervention().equals(closed.intervention()))
                .forEach(need -> events.publish(
                        new TemporaryToEnd(closed.caseFile(), need.requireIntervention(), need.node(), closed.date())));
    }

    private void requireGrantEndedBy(Document need, LocalDate closing) {
        if (!IN_FORCE.contains(TemporaryState.valueOf(need.status()))) {
            return;
        }
        Intervention intervention = interventions.get(need.requireIntervention());
        boolean ending = AFTER_END.contains(intervention.state());
        Optional<LocalDate> outlives =
                intervention.date(CaseModel.GRANT_TO).filter(end -> !ending && end.isAfter(closing));
        if (outlives.isPresent()) {
            throw Refusal.rule("TMP-06", outlives.get().toString())
                    .onField("closedDate")
                    .violation();
        }
    }
}

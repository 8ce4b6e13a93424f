package org.insats.decision;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.DocumentReference;
import org.insats.casefile.Documents;
import org.insats.casefile.EstablishAction;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.InvestigationClosed;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** Investigation of the client (DOC-IVG). */
public final class InvestigationKind implements DocumentKind {

    private final InvestigationService investigations;
    private final List<DocumentAction> actions;

    /** Creates it. */
    public InvestigationKind(Documents documents, CaseEvents events, InvestigationService investigations) {
        this.investigations = investigations;
        this.actions = List.of(new Establish(documents, investigations), new Close(documents, events));
    }

    /**
     * Opened by a decision, which is found where it is not named (DOC-IVG-02); for an extension only where none is going on
     * (DOC-IVG-06).
     */
    private record Establish(Documents documents, InvestigationService investigations) implements DocumentAction {

        @Override
        public String name() {
            return EstablishAction.NAME;
        }

        @Override
        public boolean allowed(Document document, Set<Role> roles) {
            return document.status().equals("DRAFT") && document.kind().mayEdit(roles);
        }

        @Override
        public boolean weighty() {
            return true;
        }

        @Override
        public void perform(Document document, Act act) {
            boolean ongoing = !investigations.open(document.caseFile()).isEmpty();
            if (ongoing && isFor(document, "EXTENSION")) {
                throw Refusal.rule("DOC-IVG-06").onField("reason").violation();
            }
            Map<QName, Serializable> changes = new HashMap<>();
            changes.put(DecisionModel.ALREADY_ONGOING, ongoing);
            if (!document.isFilled(DecisionModel.OPENING_DECISION)) {
                investigations
                        .freeOpeningDecision(document)
                        .ifPresent(decision -> changes.put(DecisionModel.OPENING_DECISION, decision.id()));
            }
            documents.record(document, EstablishAction.NAME, RecordEvent.ESTABLISHED, "ESTABLISHED", changes);
        }
    }

    private static boolean isFor(Document investigation, String reason) {
        return investigation.text(DecisionModel.REASON).filter(reason::equals).isPresent();
    }

    /** The case worker closes it on a day, once everything is in order (DOC-IVG-07). */
    private record Close(Documents documents, CaseEvents events) implements DocumentAction {

        @Override
        public String name() {
            return "close";
        }

        @Override
        public boolean allowed(Document document, Set<Role> roles) {
            return document.status().equals("ESTABLISHED") && document.kind().mayEdit(roles);
        }

        @Override
        public List<ActionInput> inputs(Document document) {
            return List.of(ActionInput.today("date"));
        }

        @Override
        public boolean weighty() {
            return true;
        }

        @Override
        public void perform(Document document, Act act) {
            LocalDate date = act.dateOrToday("date");
            documents.writeQuietly(
                    document, Map.of(CaseModel.STATUS, "CLOSED", DecisionModel.CLOSED_DATE, LawDate.toStored(date)));
            events.publish(new InvestigationClosed(
                    document.caseFile(), document.intervention().orElse(null), document.node(), date));
        }
    }

    @Override
    public String id() {
        return "investigation";
    }

    @Override
    public QName type() {
        return DecisionModel.TYPE_INVESTIGATION;
    }

    @Override
    public String code() {
        return "UTR";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(DecisionModel.OPENED_DATE, EstablishAction.NAME),
                MandatoryField.must(DecisionModel.OPENING_DECISION, EstablishAction.NAME),
                MandatoryField.must(DecisionModel.REASON, EstablishAction.NAME),
                MandatoryField.mustWhen(
                        DecisionModel.FOCUS, investigation -> isFor(investigation, "NEW_NEEDS"), EstablishAction.NAME));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    /** The system knows which others are open (DOC-IVG-06). */
    @Override
    public Set<QName> systemFields() {
        return Set.of(DecisionModel.ALREADY_ONGOING);
    }

    @Override
    public List<DocumentReference> references() {
        return List.of(
                DocumentReference.to(DecisionModel.OPENING_DECISION, "DOC-IVG-02", "decision"),
                DocumentReference.to(DecisionModel.EXTENSION_NOTE, "DOC-IVG-05", "journalNote"));
    }

    /** Whether another is open, and the decision to open this one, where there is one already (DOC-IVG-02, DOC-IVG-06). */
    @Override
    public Map<QName, Serializable> defaults(Document document) {
        Map<QName, Serializable> values = new HashMap<>();
        values.put(
                DecisionModel.ALREADY_ONGOING,
                !investigations.open(document.caseFile()).isEmpty());
        investigations
                .freeOpeningDecision(document)
                .ifPresent(decision -> values.put(DecisionModel.OPENING_DECISION, decision.id()));
        return values;
    }

    @Override
    public void check(Document document) {
        Optional<LocalDate> opened = document.date(DecisionModel.OPENED_DATE);
        Optional<LocalDate> closed = document.date(DecisionModel.CLOSED_DATE);
        if (opened.isPresent() && closed.isPresent() && closed.get().isBefore(opened.get())) {
            throw Refusal.rule("DOC-IVG-07").onField("closedDate").violation();
        }
    }
}

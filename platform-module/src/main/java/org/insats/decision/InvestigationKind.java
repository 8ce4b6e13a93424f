package org.insats.decision;

import java.time.LocalDate;
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
import org.insats.casefile.Documents;
import org.insats.casefile.EstablishAction;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;
import org.insats.casefile.event.InvestigationClosed;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** Investigation of the client (DOC-IVG). */
public final class InvestigationKind implements DocumentKind {

    private final List<DocumentAction> actions;

    /** Creates it. */
    public InvestigationKind(Documents documents, CaseEvents events) {
        this.actions = List.of(new EstablishAction(documents), new Close(documents, events));
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
                MandatoryField.must(DecisionModel.REASON, EstablishAction.NAME),
                MandatoryField.mustWhen(
                        DecisionModel.FOCUS,
                        investigation -> investigation
                                .text(DecisionModel.REASON)
                                .filter("NEW_NEEDS"::equals)
                                .isPresent(),
                        EstablishAction.NAME));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
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

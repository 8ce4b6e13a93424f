package org.insats.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.Documents;
import org.insats.casefile.EstablishAction;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.platform.Refusal;

/** Investigation of the client (DOC-IVG). */
public final class InvestigationKind implements DocumentKind {

    private final List<DocumentAction> actions;

    /** Creates it. */
    public InvestigationKind(Documents documents) {
        this.actions = List.of(new EstablishAction(documents));
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

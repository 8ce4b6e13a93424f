package org.insats.closing;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.LifecycleAction;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/** The ending (requirements 2-documents.md 25, DOC-END), here that of open care. */
public final class EndingKind implements DocumentKind {

    private final EndingActs acts;

    /** A kind whose actions are {@code acts}. */
    public EndingKind(EndingActs acts) {
        this.acts = acts;
    }

    @Override
    public String id() {
        return "ending";
    }

    @Override
    public QName type() {
        return EndingModel.TYPE_ENDING;
    }

    @Override
    public String code() {
        return "AVS";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(EndingModel.ENDING_KIND, "end"),
                MandatoryField.must(EndingModel.ENDING_REASON, "end"),
                MandatoryField.must(EndingModel.ENDING_REASON_TEXT, "end"),
                MandatoryField.must(EndingModel.END_DATE, "end"));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("end", EndingAction.END, Role::isCaseWorker, acts::end)
                        .asking(ActionInput.today("date"))
                        .forGood(),
                action(
                                "finishDocumentation",
                                EndingAction.FINISH_DOCUMENTATION,
                                Role.TREATMENT_LEAD::equals,
                                acts::finishDocumentation)
                        .asking(ActionInput.today("date")),
                action("close", EndingAction.CLOSE, EndingKind::managesPerformer, acts::close)
                        .asking(ActionInput.today("date"))
                        .forGood());
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                EndingModel.CLOSED_BY_CASE_WORKER,
                EndingModel.PERFORMER_DOCUMENTATION_DONE,
                EndingModel.CLOSED_BY_PERFORMER);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return acts.defaults(document);
    }

    private static boolean managesPerformer(Role role) {
        return role == Role.UNIT_MANAGER || role == Role.LEAD_TREATMENT_SECRETARY;
    }

    private static LifecycleAction<EndingState, EndingAction> action(
            String name, EndingAction action, Predicate<Role> who, LifecycleAction.Effect<EndingState> effect) {
        return new LifecycleAction<>(name, EndingLifecycle.TABLE, action, who, effect);
    }
}

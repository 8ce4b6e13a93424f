package org.insats.order;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/** The state institution's own form (requirements 2-documents.md 8, DOC-SIS): its file, and the two who stand by it. */
public final class SisFormKind implements DocumentKind {

    /** The act that makes it the record. */
    static final String SEND = "send";

    private final SisFormActs acts;

    /** A kind whose actions are {@code acts}. */
    public SisFormKind(SisFormActs acts) {
        this.acts = acts;
    }

    @Override
    public String id() {
        return "sisForm";
    }

    @Override
    public QName type() {
        return OrderModel.TYPE_SIS_FORM;
    }

    @Override
    public String code() {
        return "SIS";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(OrderModel.PARENT_ORDER, SEND),
                MandatoryField.must(OrderModel.SIS_FORM_FILE, SEND),
                MandatoryField.must(OrderModel.FILLED_IN_BY, SEND));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                new Step("confirm", acts::confirm, List.of(), false),
                new Step(SEND, acts::send, List.of(ActionInput.today("date").required()), true));
    }

    private static boolean isAuthor(Role role) {
        return role.isCaseWorker() || role == Role.PLACEMENT_WORKER;
    }

    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(SisFormKind::isAuthor);
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(OrderModel.FILLED_IN_BY, OrderModel.SIS_SENT_AT);
    }

    @Override
    public void check(Document form) {
        acts.check(form);
    }

    @Override
    public Map<QName, Serializable> defaults(Document form) {
        return acts.defaults(form);
    }

    /** What either author may do while it is a draft. */
    private record Step(
            String name, BiConsumer<Document, DocumentAction.Act> effect, List<ActionInput> form, boolean weighty)
            implements DocumentAction {

        @Override
        public boolean allowed(Document document, Set<Role> roles) {
            return document.status().equals("DRAFT") && roles.stream().anyMatch(SisFormKind::isAuthor);
        }

        @Override
        public List<ActionInput> inputs(Document document) {
            return form;
        }

        @Override
        public void perform(Document document, Act act) {
            effect.accept(document, act);
        }
    }
}

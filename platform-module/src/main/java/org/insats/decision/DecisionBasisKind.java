package org.insats.decision;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.DocumentReference;
import org.insats.casefile.Documents;
import org.insats.casefile.EstablishAction;
import org.insats.casefile.Goals;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Overrides;
import org.insats.casefile.Placement;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.platform.Refusal;

/** Decision basis (DOC-DBA): analysis, needs and goals that a decision rests on. */
public final class DecisionBasisKind implements DocumentKind {

    private final Goals goals;
    private final CaseRoutines routines;
    private final InvestigationService investigations;
    private final List<DocumentAction> actions;

    /** Creates it. */
    public DecisionBasisKind(
            Documents documents, Goals goals, CaseRoutines routines, InvestigationService investigations) {
        this.investigations = investigations;
        this.goals = goals;
        this.routines = routines;
        this.actions = List.of(new Establish(documents, goals));
    }

    /** Establishing gives its goals the identity under which they are carried on (DOC-GOA-R4). */
    private record Establish(Documents documents, Goals goals) implements DocumentAction {

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
            documents.requireComplete(document, EstablishAction.NAME);
            Document identified = document.intervention().isEmpty()
                    ? document
                    : goals.identify(document)
                            .map(text -> documents.write(document, Map.of(CaseModel.GOALS, text)))
                            .orElse(document);
            documents.record(identified, EstablishAction.NAME, RecordEvent.ESTABLISHED, "ESTABLISHED", Map.of());
        }
    }

    @Override
    public String id() {
        return "decisionBasis";
    }

    @Override
    public QName type() {
        return DecisionModel.TYPE_DECISION_BASIS;
    }

    @Override
    public String code() {
        return "UND";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public List<MandatoryField> mandatory() {
        String establish = EstablishAction.NAME;
        return List.of(
                MandatoryField.must(DecisionModel.INVESTIGATION_REF, establish),
                MandatoryField.must(DecisionModel.BASIS_KIND, establish),
                MandatoryField.must(DecisionModel.ANALYSIS_AND_ASSESSMENT, establish),
                MandatoryField.must(DecisionModel.CENTRAL_NEEDS, establish),
                MandatoryField.must(CaseModel.GOALS, establish),
                MandatoryField.must(DecisionModel.RECEPTIVENESS, establish),
                MandatoryField.mustWhen(DecisionModel.ALTERNATIVES_CONSIDERED, this::weighsAlternatives, establish),
                MandatoryField.mustWhen(DecisionModel.REASON_FOR_CHOICE, this::weighsAlternatives, establish),
                MandatoryField.mustWhen(DecisionModel.CHANGED_NEEDS, basis -> is(basis, "CHANGED_NEED"), establish),
                MandatoryField.mustWhen(DecisionModel.EXTENSION_GROUNDS, basis -> is(basis, "EXTENSION"), establish),
                MandatoryField.important(CaseModel.PARTICIPATION, establish),
                MandatoryField.must(DecisionModel.OWN_DOCUMENT, establish));
    }

    /** BR-08, where the routine asks for it. */
    private boolean weighsAlternatives(Document basis) {
        return DecisionGuard.weighsAlternatives(routines.of(basis));
    }

    private static boolean is(Document basis, String basisKind) {
        return basis.text(DecisionModel.BASIS_KIND).filter(basisKind::equals).isPresent();
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    @Override
    public List<DocumentReference> references() {
        return List.of(DocumentReference.to(DecisionModel.INVESTIGATION_REF, "DOC-DBA-01", "investigation"));
    }

    /** Each decision has a basis of its own; another way is an exception with a written reason (DOC-DBA-11). */
    @Override
    public void check(Document document) {
        goals.requireUnchanged(document);
        String ownDocument = DecisionModel.OWN_DOCUMENT.getLocalName();
        if (Boolean.FALSE.equals(document.properties().get(DecisionModel.OWN_DOCUMENT))
                && !new Overrides(document).excuses(ownDocument)) {
            throw Refusal.rule("DOC-DBA-11").onField(ownDocument).violation();
        }
    }

    /** The investigation that it comes from: the latest of the case (DOC-DBA-01). */
    @Override
    public Map<QName, Serializable> defaults(Document document) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        investigations
                .latest(document.caseFile())
                .ifPresent(investigation -> values.put(DecisionModel.INVESTIGATION_REF, investigation.id()));
        values.put(DecisionModel.OWN_DOCUMENT, true);
        return values;
    }
}

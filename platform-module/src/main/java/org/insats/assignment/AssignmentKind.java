package org.insats.assignment;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.Goals;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/** Assignment (DOC-ASG): the case worker's written commission to the performer. */
public final class AssignmentKind implements DocumentKind {

    private static final List<ActionInput> CONSENT_FORM = List.of(
            ActionInput.person("personId").required(),
            ActionInput.oneOf(
                            "capacity",
                            "ins:consentCapacity",
                            "GUARDIAN",
                            "YOUNG_PERSON",
                            "CHILD",
                            "APPOINTED_REPRESENTATIVE",
                            "CLIENT")
                    .required(),
            ActionInput.oneOf("answer", "ins:consentAnswer").required(),
            ActionInput.today("date").required(),
            ActionInput.oneOf("form", "ins:consentForm"));

    private final Goals goals;
    private final CaseFileService caseFiles;
    private final List<DocumentAction> actions;

    /** Creates it. */
    public AssignmentKind(Goals goals, CaseFileService caseFiles, StandardAssignments assignments) {
        this.goals = goals;
        this.caseFiles = caseFiles;
        this.actions = List.of(
                new Step(
                        StandardAssignments.COMMUNICATE,
                        Set.of("DRAFT", "COMMUNICATED"),
                        assignments::communicate,
                        List.of(ActionInput.today("date").required())),
                new Step(
                        StandardAssignments.CONSENT,
                        Set.of("COMMUNICATED", "CONSENTED"),
                        assignments::consent,
                        CONSENT_FORM));
    }

    /** An action of the case worker in some states. */
    private record Step(String name, Set<String> states, BiConsumer<Document, Act> effect, List<ActionInput> form)
            implements DocumentAction {

        @Override
        public List<ActionInput> inputs(Document document) {
            return form;
        }

        @Override
        public boolean allowed(Document document, Set<Role> roles) {
            return states.contains(document.status()) && roles.stream().anyMatch(Role::isCaseWorker);
        }

        @Override
        public void perform(Document document, Act act) {
            effect.accept(document, act);
        }
    }

    @Override
    public String id() {
        return "assignment";
    }

    @Override
    public QName type() {
        return AssignmentModel.TYPE_ASSIGNMENT;
    }

    @Override
    public String code() {
        return "UPP";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public List<MandatoryField> mandatory() {
        String communicate = StandardAssignments.COMMUNICATE;
        String issue = StandardAssignments.ISSUE;
        return List.of(
                MandatoryField.must(AssignmentModel.ASSIGNMENT_DATE, communicate),
                MandatoryField.must(AssignmentModel.CHILD, communicate),
                MandatoryField.must(AssignmentModel.NEEDS, communicate),
                MandatoryField.must(CaseModel.GOALS, communicate),
                MandatoryField.must(AssignmentModel.FOLLOW_UP_FORMS, communicate),
                MandatoryField.must(AssignmentModel.COMMUNICATED_WITH_FAMILY, issue),
                MandatoryField.must(AssignmentModel.CONSENT, issue),
                // P1's routine asks for needs and goals only; the rest is BAS's list, recommended here.
                MandatoryField.should(AssignmentModel.PARENTS, communicate),
                MandatoryField.should(AssignmentModel.COMMITTEE_ASSESSMENT, communicate),
                MandatoryField.should(AssignmentModel.RECEPTIVENESS, communicate),
                MandatoryField.should(AssignmentModel.INFORMATION_AT_ENDING, communicate),
                MandatoryField.should(AssignmentModel.OTHER_BODIES_INTERVENTIONS, communicate),
                MandatoryField.should(AssignmentModel.SIP_NEED, communicate));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    /** CON-110: the performer sees the assignment, once it is handed over. */
    @Override
    public Set<String> socialOfficeOnly() {
        return Set.of("DRAFT", "COMMUNICATED", "CONSENTED");
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                AssignmentModel.COMMUNICATED_WITH_FAMILY,
                AssignmentModel.CONSENT,
                AssignmentModel.ISSUED_DATE,
                AssignmentModel.ALLOCATED_PERFORMER);
    }

    @Override
    public void check(Document document) {
        goals.requireUnchanged(document);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        Map<QName, Serializable> defaults = new HashMap<>();
        defaults.put(
                AssignmentModel.CHILD, caseFiles.client(document.caseFile()).id());
        defaults.put(AssignmentModel.ASSIGNMENT_DATE, document.properties().get(CaseModel.DOCUMENT_DATE));
        Optional<String> carried = document.intervention().flatMap(goals::carriedOver);
        carried.ifPresent(text -> defaults.put(CaseModel.GOALS, text));
        return defaults;
    }
}

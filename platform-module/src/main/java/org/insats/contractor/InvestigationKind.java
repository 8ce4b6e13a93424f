package org.insats.contractor;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.FormGuidance;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/** The investigation of a contractor in all its variants (requirements 2-documents.md 21, DOC-INV; 4-processes.md 4.2). */
public final class InvestigationKind extends LifecycleKind<InvestigationState, InvestigationAction> {

    /** Its id. */
    static final String ID = "contractorInvestigation";

    private static final String REGISTERS = "insctr:registerValues";

    private final InvestigationActs acts;

    /** A kind whose actions are {@code acts}. */
    public InvestigationKind(InvestigationActs acts) {
        super(InvestigationLifecycle.TABLE, (investigation, role) -> role.isPlacementGroup());
        this.acts = acts;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public QName type() {
        return ContractorModel.TYPE_INVESTIGATION;
    }

    @Override
    public String code() {
        return "UTT";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public QName fileType() {
        return ContractorModel.TYPE_FILE;
    }

    @Override
    public String initialStatus() {
        return InvestigationState.PROPOSED.name();
    }

    @Override
    public Set<String> editableStatuses() {
        return Set.of("PROPOSED", "INFORMED", "APPLIED", "INTERVIEWING", "CHECKS", "ANALYSIS");
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(ContractorModel.VARIANT, "approve"),
                MandatoryField.must(ContractorModel.CONTRACTOR, "approve"),
                MandatoryField.must(ContractorModel.INVESTIGATOR, "approve"),
                MandatoryField.must(ContractorModel.RESULT, "approve", "reject", "abandon", "exempt"),
                MandatoryField.must(ContractorModel.RESULT_TEXT, "approve", "reject", "abandon"));
    }

    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(Role::isPlacementGroup);
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("inform", InvestigationAction.INFORM, acts::inform)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.longText("text"),
                                ActionInput.longText("housing")),
                action("registerApplication", InvestigationAction.APPLY, acts::apply)
                        .asking(ActionInput.today("date").required()),
                action("interview", InvestigationAction.INTERVIEW, acts::interview)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.longText("text"),
                                ActionInput.yesNo("caseWorkerPresent")),
                action("interviewChild", InvestigationAction.INTERVIEW_CHILD, acts::interviewChild)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.longText("self"),
                                ActionInput.longText("parents"),
                                ActionInput.longText("siblings")),
                action("noteExtract", InvestigationAction.NOTE_EXTRACT, acts::noteExtract)
                        .asking(
                                ActionInput.oneOf("register", REGISTERS).required(),
                                ActionInput.date("requested"),
                                ActionInput.date("received"),
                                ActionInput.oneOf("extractResult", "insctr:extractResult"),
                                ActionInput.date("consentGiven")),
                action("noteReference", InvestigationAction.NOTE_REFERENCE, acts::noteReference)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.text("who"),
                                ActionInput.longText("text").required(),
                                ActionInput.date("consentGiven")),
                action("checkIvo", InvestigationAction.CHECK_IVO, acts::checkIvo)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.longText("text").required()),
                action("beginChecks", InvestigationAction.CHECK, acts::beginChecks),
                action("analyse", InvestigationAction.ANALYSE, acts::analyse)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.longText("text").required(),
                                ActionInput.someStaff(
                                        "participants", Role.PLACEMENT_WORKER, Role.PLACEMENT_SECTION_MANAGER),
                                ActionInput.yesNo("caseWorkerPresent")),
                action("approve", InvestigationAction.APPROVE, acts::approve)
                        .asking(
                                ActionInput.longText("resultText").required(),
                                ActionInput.today("date").required())
                        .forGood(),
                action("reject", InvestigationAction.REJECT, acts::end)
                        .asking(
                                ActionInput.longText("resultText").required(),
                                ActionInput.today("date").required())
                        .forGood(),
                action("abandon", InvestigationAction.ABANDON, acts::end)
                        .asking(
                                ActionInput.longText("resultText").required(),
                                ActionInput.today("date").required())
                        .forGood(),
                action("exempt", InvestigationAction.EXEMPT, acts::exempt)
                        .asking(ActionInput.today("date").required())
                        .forGood());
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                ContractorModel.CONTRACTOR,
                ContractorModel.CHECKLIST,
                ContractorModel.UNDER_MUNICIPAL_AGREEMENT,
                ContractorModel.APPLICATION,
                ContractorModel.INTERVIEW,
                ContractorModel.DEPTH_INTERVIEW_1,
                ContractorModel.DEPTH_INTERVIEW_2,
                ContractorModel.SUPPLEMENTARY_INTERVIEW,
                ContractorModel.CHILD_INTERVIEWS,
                ContractorModel.REGISTER_EXTRACTS,
                ContractorModel.REFERENCES,
                ContractorModel.IVO_CHECK,
                ContractorModel.JOINT_ASSESSMENT,
                ContractorModel.CASE_WORKER_PRESENT,
                ContractorModel.RESULT,
                ContractorModel.FINISHED_DATE,
                CaseModel.GOALS);
    }

    @Override
    public Map<QName, Serializable> defaults(Document investigation) {
        return acts.defaults(investigation);
    }

    @Override
    public void check(Document investigation) {
        acts.check(investigation);
    }

    /** The topics that its checklist asks to talk about (DOC-CHK-01..03). */
    @Override
    public Map<QName, List<FormGuidance.Choice>> listed(Document investigation, Locale language) {
        List<FormGuidance.Choice> topics = Checklist.of(investigation).topics().stream()
                .map(topic -> new FormGuidance.Choice(topic.id(), topic.label(language)))
                .toList();
        return Map.of(ContractorModel.TOPICS, topics);
    }

    @Override
    public List<String> warnings(Document investigation) {
        return acts.warnings(investigation);
    }
}

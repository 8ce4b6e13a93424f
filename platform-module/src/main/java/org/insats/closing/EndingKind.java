package org.insats.closing;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentReference;
import org.insats.casefile.LifecycleAction;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;
import org.insats.platform.Refusal;

/** The ending (requirements 2-documents.md 25, DOC-END). */
public final class EndingKind extends LifecycleKind<EndingState, EndingAction> {

    private final EndingActs acts;
    private final List<DocumentAction> actions;

    /** A kind whose actions are {@code acts}. */
    public EndingKind(EndingActs acts) {
        super(EndingLifecycle.TABLE);
        this.acts = acts;
        BiPredicate<Document, Role> caseWorker = (ending, role) -> role.isCaseWorker();
        BiPredicate<Document, Role> bothSides =
                (ending, role) -> role.isCaseWorker() || role.isPerformer() || isSupervisor(role);
        this.actions = List.of(
                action("discuss", EndingAction.DISCUSS, caseWorker, acts::discuss)
                        .asking(
                                ActionInput.today("date"),
                                ActionInput.longText("text").required()),
                action(
                                "interrupt",
                                EndingAction.INTERRUPT,
                                (ending, role) ->
                                        role.isCaseWorker() && acts.placement().endsAgreement(ending),
                                acts.placement()::interrupt)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.longText("text").required()),
                action(
                                "informPlacementWorker",
                                EndingAction.INFORM_PLACEMENT_WORKER,
                                (ending, role) ->
                                        role.isCaseWorker() && acts.placement().endsAgreement(ending),
                                acts.placement()::inform)
                        .asking(ActionInput.today("date").required()),
                action("dispute", EndingAction.DISPUTE, bothSides, acts::dispute)
                        .asking(
                                ActionInput.today("date"),
                                ActionInput.longText("text").required()),
                action("join", EndingAction.JOIN, (ending, role) -> isSupervisor(role), acts::join)
                        .asking(ActionInput.today("date"), leadSocialWorker(), performerManager()),
                action("settle", EndingAction.SETTLE, caseWorker, acts::settle)
                        .asking(
                                ActionInput.today("date"),
                                leadSocialWorker(),
                                performerManager(),
                                ActionInput.longText("outcome").required()),
                action("withdraw", EndingAction.WITHDRAW, caseWorker, acts::withdraw)
                        .asking(EndingKind::withdrawal)
                        .forGood(),
                action("continueForParents", EndingAction.CONTINUE_FOR_PARENTS, caseWorker, acts::continueForParents)
                        .asking(
                                ActionInput.today("date"),
                                ActionInput.yesNo("parentalSupport").required(),
                                ActionInput.longText("purpose").required())
                        .forGood(),
                action("reportBack", EndingAction.REPORT_BACK, EndingKind::reportsBack, acts::reportBack)
                        .asking(this::reportingBack),
                step(action("end", EndingAction.END, caseWorker, acts::end).forGood()),
                step(action(
                        "finishDocumentation",
                        EndingAction.FINISH_DOCUMENTATION,
                        (ending, role) -> role == Role.TREATMENT_LEAD && performerCloses(ending),
                        acts::finishDocumentation)),
                step(action(
                                "close",
                                EndingAction.CLOSE,
                                (ending, role) -> managesPerformer(role) && performerCloses(ending),
                                acts::close)
                        .forGood()),
                step(action(
                                "closeIntervention",
                                EndingAction.CLOSE_INTERVENTION,
                                (ending, role) -> role.isCaseWorker() && !performerCloses(ending),
                                acts::closeIntervention)
                        .forGood()));
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
                MandatoryField.mustWhen(
                        EndingModel.END_DATE, ending -> performerCloses(ending) && acts.hasStarted(ending), "end"));
    }

    @Override
    public List<DocumentReference> references() {
        return List.of(DocumentReference.to(EndingModel.LAST_FOLLOW_UP, "DOC-END-05", "followUp"));
    }

    @Override
    public Optional<String> step(Document document) {
        return Optional.of("ENDING");
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    /** The performer who judges that it does not work proposes the end (END-08). */
    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(role -> role.isCaseWorker() || role.isPerformer());
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                EndingModel.CLOSED_BY_CASE_WORKER,
                EndingModel.PERFORMER_DOCUMENTATION_DONE,
                EndingModel.CLOSED_BY_PERFORMER,
                EndingModel.PLACEMENT_WORKER_INFORMED_AT,
                EndingModel.PLACEMENT_WORKER_INFORMED,
                EndingModel.INTERRUPTED_AT,
                EndingModel.DISCUSSED_AT,
                EndingModel.DISCUSSED_BY,
                EndingModel.DISCUSSION,
                EndingModel.DISAGREEMENT_AT,
                EndingModel.SUPERVISORS_JOINED_AT,
                EndingModel.DISAGREEMENT_OUTCOME,
                EndingModel.NOT_ENDED_AT,
                EndingModel.NOT_ENDED_REASON,
                EndingModel.PARENTAL_PURPOSE,
                EndingModel.INFORMATION_RETURNED_BY,
                EndingModel.CONTRACTOR_FEEDBACK);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return acts.defaults(document);
    }

    private boolean performerCloses(Document ending) {
        return acts.rules(ending).performerCloses();
    }

    private static boolean isSupervisor(Role role) {
        return managesPerformer(role) || role == Role.LEAD_SOCIAL_WORKER;
    }

    private static boolean managesPerformer(Role role) {
        return role == Role.UNIT_MANAGER || role == Role.LEAD_TREATMENT_SECRETARY;
    }

    private static boolean reportsBack(Document ending, Role role) {
        return role.isPerformer() || managesPerformer(role) || role.isCaseWorker();
    }

    /** The form begins with what the assignment lists, to be answered (END-30). */
    private List<ActionInput> reportingBack(Document ending) {
        ActionInput information = ActionInput.longText("information").required();
        return List.of(acts.toReportBack(ending).map(information::startingWith).orElse(information));
    }

    private static ActionInput leadSocialWorker() {
        return ActionInput.staff("leadSocialWorker", Role.LEAD_SOCIAL_WORKER).required();
    }

    private static ActionInput performerManager() {
        return ActionInput.staff("performerManager", Role.UNIT_MANAGER).required();
    }

    /** A disputed proposal is withdrawn with the supervisors of both sides. */
    private static List<ActionInput> withdrawal(Document ending) {
        ActionInput date = ActionInput.today("date");
        ActionInput reason = ActionInput.longText("reason").required();
        return ending.status().equals(EndingState.DISPUTED.name())
                ? List.of(date, leadSocialWorker(), performerManager(), reason)
                : List.of(date, reason);
    }

    private static DocumentAction step(LifecycleAction<EndingState, EndingAction> action) {
        return new Step(action.asking(ActionInput.today("date")));
    }

    /** A step of the closing order: too early, the rule of the order answers (BR-91), or that of a dispute (BR-97). */
    private record Step(DocumentAction action) implements DocumentAction {

        private static final Set<String> OPEN = Set.of("DRAFT", "ENDED_BY_CASE_WORKER", "DOCUMENTED");

        @Override
        public String name() {
            return action.name();
        }

        @Override
        public boolean allowed(Document document, Set<Role> roles) {
            return action.allowed(document, roles);
        }

        @Override
        public List<ActionInput> inputs(Document document) {
            return action.inputs(document);
        }

        @Override
        public boolean weighty() {
            return action.weighty();
        }

        @Override
        public Optional<Refusal> outOfOrder(Document document) {
            if (document.status().equals(EndingState.DISPUTED.name())) {
                return Optional.of(Refusal.rule("BR-97").onField("disagreementSupervisors"));
            }
            return OPEN.contains(document.status()) ? Optional.of(Refusal.rule("BR-91")) : Optional.empty();
        }

        @Override
        public void perform(Document document, Act act) {
            action.perform(document, act);
        }
    }
}

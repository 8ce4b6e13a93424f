package org.insats.followup;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** The follow-up document (requirements 2-documents.md 17, DOC-FUP). */
public final class FollowUpKind extends LifecycleKind<FollowUpState, FollowUpAction> {

    private final FollowUpActs acts;
    private final FollowUpRules rules;

    /** A kind whose actions are {@code acts}. */
    public FollowUpKind(FollowUpActs acts, FollowUpRules rules) {
        super(FollowUpLifecycle.TABLE);
        this.acts = acts;
        this.rules = rules;
    }

    @Override
    public String id() {
        return "followUp";
    }

    @Override
    public QName type() {
        return FollowUpModel.TYPE_FOLLOW_UP;
    }

    @Override
    public String code() {
        return "UPF";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public String initialStatus() {
        return FollowUpState.PLANNED.name();
    }

    @Override
    public Set<String> editableStatuses() {
        return Set.of("PLANNED", "BOOKED", "PREPARED", "HELD", "RESCHEDULED");
    }

    @Override
    public List<MandatoryField> mandatory() {
        return Stream.concat(ofAllFollowUps(), ofTheRoutine()).toList();
    }

    private Stream<MandatoryField> ofAllFollowUps() {
        Predicate<Document> ends = FollowUpRules::ends;
        return Stream.of(
                MandatoryField.must(FollowUpModel.DATE, "hold", "document"),
                MandatoryField.must(CaseModel.PARTICIPANTS, "hold", "document"),
                MandatoryField.mustWhen(
                        FollowUpModel.GOAL_RESULT,
                        document -> document.isFilled(CaseModel.GOALS) && !FollowUpRules.isThreeMonthMeeting(document),
                        "document"),
                MandatoryField.must(FollowUpModel.OUTCOME, "document"),
                MandatoryField.mustWhen(FollowUpModel.NEXT_FOLLOW_UP_DATE, ends.negate(), "document"),
                MandatoryField.mustWhen(FollowUpModel.ENDING_REASON, ends, "document"),
                MandatoryField.mustWhen(FollowUpModel.CONCERN, FollowUpRules::asksForConcern, "document"),
                MandatoryField.mustWhen(FollowUpModel.CHANGE_LEVEL, rules::asksForLevel, "document"),
                MandatoryField.mustWhen(FollowUpModel.CHANGE_LEVEL_REASON, rules::asksForLevel, "document"),
                MandatoryField.mustWhen(
                        FollowUpModel.NEW_NEEDS_TEXT, document -> document.isTrue(FollowUpModel.NEW_NEEDS), "document"),
                MandatoryField.mustWhen(FollowUpModel.BASIS_DOCUMENTS, rules::asksForBasis, "prepare"),
                new MandatoryField(
                        FollowUpModel.ADAPTATION, Set.of("hold"), MandatoryField.Level.IMPORTANT, rules::asksForChild),
                MandatoryField.important(CaseModel.PARTICIPATION, "document"));
    }

    private Stream<MandatoryField> ofTheRoutine() {
        return FollowUpRules.fieldsOfRoutines().stream()
                .flatMap(field -> Stream.of(
                        MandatoryField.mustWhen(field, followUp -> rules.asksFor(followUp, field), "document"),
                        MandatoryField.should(field, "document")));
    }

    @Override
    public Optional<String> step(Document document) {
        return Optional.of("FOLLOW_UP");
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("book", FollowUpAction.BOOK, acts::book).asking(FollowUpKind::time),
                action("reschedule", FollowUpAction.RESCHEDULE, acts::book).asking(FollowUpKind::time),
                action("prepare", FollowUpAction.PREPARE, rules::fillsIn, acts::prepare),
                action("hold", FollowUpAction.HOLD, acts::hold).asking(this::meeting),
                action("document", FollowUpAction.DOCUMENT, acts::document).forGood(),
                action("cancel", FollowUpAction.CANCEL, acts::cancel));
    }

    /** Goals are carried over unchanged and never reworded (BR-50, DOC-FUP-09). */
    @Override
    public Set<QName> systemFields() {
        return Set.of(
                CaseModel.GOALS,
                FollowUpModel.GRANT_PERIOD_END,
                FollowUpModel.BOOKED_ON,
                FollowUpModel.JOINT_FOLLOW_UP,
                FollowUpModel.PREPARED_ON,
                FollowUpModel.GOALS_MET_PROPOSED);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return acts.defaults(document);
    }

    /** Whoever the routine has fill it in: the case worker, or the family therapist (PRF-29, PRF-58, BR-77). */
    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream()
                .anyMatch(role -> role.isCaseWorker() || role == Role.TREATMENT_LEAD || role == Role.THERAPIST);
    }

    /** Whoever fills it in, and the case worker, who holds and documents it and answers for its being right (FUP-15..19). */
    @Override
    public boolean mayEdit(NodeRef caseFile, Optional<NodeRef> intervention, Set<Role> roles) {
        return roles.stream().anyMatch(role -> role.isCaseWorker() || rules.fillsIn(caseFile, intervention, role));
    }

    /** The case worker books it, whoever fills it in (FUP-09, FUP-11). */
    @Override
    public boolean mayCreate(NodeRef caseFile, Optional<NodeRef> intervention, Set<Role> roles) {
        return roles.stream().anyMatch(role -> role.isCaseWorker() || rules.fillsIn(caseFile, intervention, role));
    }

    /** CONTINUE, EXTEND and END exclude each other (DOC-ENUM-23). */
    @Override
    public void check(Document document) {
        long ways = FollowUpRules.outcomes(document).stream()
                .filter(List.of("CONTINUE", "EXTEND", "END")::contains)
                .distinct()
                .count();
        if (ways > 1) {
            throw Refusal.rule("DOC-ENUM-23").onField("outcome").violation();
        }
    }

    private static List<ActionInput> time(Document followUp) {
        return List.of(ActionInput.dateTime("date").required().startingAt(followUp.instant(FollowUpModel.BOOKED_FOR)));
    }

    /** The day that was booked, or this day; who took part stands in the document, the case worker beside it (DLF-11). */
    private List<ActionInput> meeting(Document followUp) {
        List<ActionInput> inputs = new ArrayList<>(List.of(
                ActionInput.today("date")
                        .startingWithDay(
                                followUp.instant(FollowUpModel.BOOKED_FOR).map(LawDate::fromInstant))
                        .required(),
                ActionInput.yesNo("caseWorkerPresent").startingWith("true")));
        if (rules.isJoint(followUp)) {
            inputs.add(ActionInput.yesNo("placementWorkerPresent"));
        }
        return inputs;
    }
}

package org.insats.followup;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.LifecycleAction;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** The follow-up document (requirements 2-documents.md 17, DOC-FUP), here that of open care. */
public final class FollowUpKind implements DocumentKind {

    private final FollowUpActs acts;

    /** A kind whose actions are {@code acts}. */
    public FollowUpKind(FollowUpActs acts) {
        this.acts = acts;
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
        Predicate<Document> ends = document -> outcomes(document).contains("END");
        return List.of(
                MandatoryField.must(FollowUpModel.DATE, "hold", "document"),
                MandatoryField.must(CaseModel.PARTICIPANTS, "hold", "document"),
                MandatoryField.must(FollowUpModel.MEASURED_AGAINST_NEEDS, "document"),
                MandatoryField.must(FollowUpModel.MEASURED_AGAINST_PLAN, "document"),
                MandatoryField.mustWhen(
                        FollowUpModel.GOAL_RESULT, document -> document.isFilled(CaseModel.GOALS), "document"),
                MandatoryField.must(FollowUpModel.OUTCOME, "document"),
                MandatoryField.mustWhen(FollowUpModel.NEXT_FOLLOW_UP_DATE, ends.negate(), "document"),
                MandatoryField.mustWhen(FollowUpModel.ENDING_REASON, ends, "document"),
                MandatoryField.important(CaseModel.PARTICIPATION, "document"),
                MandatoryField.should(FollowUpModel.CARRIED_OUT_AS_DECIDED, "document"),
                MandatoryField.should(FollowUpModel.ASSIGNMENT_CHANGE_NEEDED, "document"),
                MandatoryField.should(FollowUpModel.PLAN_REVISION_NEEDED, "document"),
                MandatoryField.should(FollowUpModel.NEW_NEEDS, "document"));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("book", FollowUpAction.BOOK, acts::book).asking(FollowUpKind::time),
                action("reschedule", FollowUpAction.RESCHEDULE, acts::book).asking(FollowUpKind::time),
                action("prepare", FollowUpAction.PREPARE, acts::prepare),
                action("hold", FollowUpAction.HOLD, acts::hold).asking(FollowUpKind::meeting),
                action("document", FollowUpAction.DOCUMENT, acts::document).forGood(),
                action("cancel", FollowUpAction.CANCEL, acts::cancel));
    }

    /** Goals are carried over unchanged and never reworded (BR-50, DOC-FUP-09). */
    @Override
    public Set<QName> systemFields() {
        return Set.of(CaseModel.GOALS, FollowUpModel.GRANT_PERIOD_END);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return acts.defaults(document);
    }

    /** CONTINUE, EXTEND and END exclude each other (DOC-ENUM-23). */
    @Override
    public void check(Document document) {
        long ways = outcomes(document).stream()
                .filter(List.of("CONTINUE", "EXTEND", "END")::contains)
                .distinct()
                .count();
        if (ways > 1) {
            throw Refusal.rule("DOC-ENUM-23").onField("outcome").violation();
        }
    }

    static List<String> outcomes(Document document) {
        return document.text(FollowUpModel.OUTCOME).map(JsonText::strings).orElse(List.of());
    }

    private static List<ActionInput> time(Document followUp) {
        return List.of(ActionInput.dateTime("date").required().startingAt(followUp.instant(FollowUpModel.BOOKED_FOR)));
    }

    /** The day that was booked, or this day; who took part stands in the document, the case worker beside it (DLF-11). */
    private static List<ActionInput> meeting(Document followUp) {
        return List.of(
                ActionInput.today("date")
                        .startingWithDay(
                                followUp.instant(FollowUpModel.BOOKED_FOR).map(LawDate::fromInstant))
                        .required(),
                ActionInput.yesNo("caseWorkerPresent").startingWith("true"));
    }

    private static LifecycleAction<FollowUpState, FollowUpAction> action(
            String name, FollowUpAction action, LifecycleAction.Effect<FollowUpState> effect) {
        return new LifecycleAction<>(name, FollowUpLifecycle.TABLE, action, Role::isCaseWorker, effect);
    }
}

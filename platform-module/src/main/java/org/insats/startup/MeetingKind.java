package org.insats.startup;

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

/** The meeting record (requirements 2-documents.md 16, DOC-MTG); here the start-up meeting of open care (STA-20..25). */
public final class MeetingKind implements DocumentKind {

    private final StartUpActs acts;

    /** A kind whose actions are {@code acts}. */
    public MeetingKind(StartUpActs acts) {
        this.acts = acts;
    }

    @Override
    public String id() {
        return "meeting";
    }

    @Override
    public QName type() {
        return MeetingModel.TYPE_MEETING;
    }

    @Override
    public String code() {
        return "MOT";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public String initialStatus() {
        return StartUpState.NOT_BOOKED.name();
    }

    @Override
    public Set<String> editableStatuses() {
        return Set.of("NOT_BOOKED", "BOOKED", "ROLE_TALK_HELD", "REBOOKED");
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(MeetingModel.MEETING_TYPE, "book", "hold"),
                MandatoryField.must(MeetingModel.DATE, "book", "hold"),
                MandatoryField.must(MeetingModel.CONVENER, "book", "hold"),
                MandatoryField.must(CaseModel.PARTICIPANTS, "hold"),
                MandatoryField.mustWhen(MeetingModel.NEEDS_PRESENTED, MeetingKind::isStartUp, "hold"),
                MandatoryField.mustWhen(MeetingModel.METHODS_PRESENTED, MeetingKind::isStartUp, "hold"),
                MandatoryField.mustWhen(MeetingModel.CASE_HANDOVER, MeetingKind::isStartUp, "hold"),
                new MandatoryField(
                        MeetingModel.ROLE_AGREEMENT,
                        Set.of("hold"),
                        MandatoryField.Level.IMPORTANT,
                        MeetingKind::isStartUp));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("book", StartUpAction.BOOK, MeetingKind::mayBook, acts::book)
                        .asking(MeetingKind::time),
                action("rebook", StartUpAction.REBOOK, MeetingKind::mayBook, acts::book)
                        .asking(MeetingKind::time),
                action("holdRoleTalk", StartUpAction.HOLD_ROLE_TALK, MeetingKind::mayBook, acts::holdRoleTalk)
                        .asking(ActionInput.today("date").required()),
                action("hold", StartUpAction.HOLD, Role::isCaseWorker, acts::hold)
                        .asking(MeetingKind::time),
                action("execute", StartUpAction.EXECUTE, MeetingKind::managesPerformer, acts::execute)
                        .asking(MeetingKind::execution)
                        .forGood(),
                action("cancel", StartUpAction.CANCEL, MeetingKind::mayBook, acts::cancel));
    }

    /** Case worker and treatment lead book together, the therapist writes what was presented (STA-20, STA-21). */
    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(role -> mayBook(role) || role == Role.THERAPIST);
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(MeetingModel.CASE_HANDOVER_DATE, MeetingModel.EXECUTED_DATE, MeetingModel.EXECUTED_BY);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return Map.of(MeetingModel.MEETING_TYPE, "START_UP");
    }

    /** The time that stands in the meeting, to confirm or to change. */
    private static List<ActionInput> time(Document meeting) {
        return List.of(ActionInput.dateTime("date").required().startingAt(meeting.instant(MeetingModel.DATE)));
    }

    private static List<ActionInput> execution(Document meeting) {
        return List.of(
                ActionInput.date("date")
                        .startingWithDay(meeting.instant(MeetingModel.DATE).map(LawDate::fromInstant)),
                ActionInput.longText("reason"));
    }

    static boolean isStartUp(Document meeting) {
        return meeting.text(MeetingModel.MEETING_TYPE)
                .filter("START_UP"::equals)
                .isPresent();
    }

    private static boolean mayBook(Role role) {
        return role.isCaseWorker() || role == Role.TREATMENT_LEAD;
    }

    private static boolean managesPerformer(Role role) {
        return role == Role.UNIT_MANAGER || role == Role.LEAD_TREATMENT_SECRETARY;
    }

    private static LifecycleAction<StartUpState, StartUpAction> action(
            String name, StartUpAction action, Predicate<Role> who, LifecycleAction.Effect<StartUpState> effect) {
        return new LifecycleAction<>(name, StartUpLifecycle.TABLE, action, who, effect);
    }
}

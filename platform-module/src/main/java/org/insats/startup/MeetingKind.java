package org.insats.startup;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

/** The meeting record (requirements 2-documents.md 16, DOC-MTG): start-up, planning, talk about roles (STA-20..47). */
public final class MeetingKind extends LifecycleKind<StartUpState, StartUpAction> {

    private final StartUpActs acts;
    private final MeetingRules rules;
    private final PlacementStartUp placement;

    /** A kind whose actions are {@code acts}. */
    public MeetingKind(StartUpActs acts, MeetingRules rules, PlacementStartUp placement) {
        super(StartUpLifecycle.TABLE);
        this.acts = acts;
        this.rules = rules;
        this.placement = placement;
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
                MandatoryField.mustWhen(MeetingModel.NEEDS_PRESENTED, rules::isStartUpOfOpenCare, "hold"),
                MandatoryField.mustWhen(MeetingModel.METHODS_PRESENTED, rules::isStartUpOfOpenCare, "hold"),
                MandatoryField.mustWhen(MeetingModel.CASE_HANDOVER, rules::handsCaseOver, "hold"),
                importantWhen(MeetingModel.ROLE_AGREEMENT, rules::isStartUpOfOpenCare),
                MandatoryField.mustWhen(
                        MeetingModel.ROLE_AGREEMENT, meeting -> MeetingRules.is(meeting, "COORDINATION"), "hold"),
                // DL-11: refused without a date, unless a reason is written.
                importantWhen(MeetingModel.NEXT_MEETING, rules::booksFollowUp),
                MandatoryField.mustWhen(MeetingModel.ASSIGNMENT_REVIEWED, placement::reviewsAssignment, "hold"),
                MandatoryField.mustWhen(MeetingModel.HOME_GOALS_AND_PURPOSE, placement::isForHome, "hold"),
                MandatoryField.mustWhen(MeetingModel.HOME_CONTENT, placement::isForHome, "hold"),
                MandatoryField.mustWhen(MeetingModel.HOME_RESPONSIBILITIES, placement::isForHome, "hold"),
                MandatoryField.mustWhen(MeetingModel.HOME_FOLLOW_UP, placement::isForHome, "hold"),
                MandatoryField.mustWhen(MeetingModel.EXPECTATIONS_AND_GOALS, rules::isPlanningWithTherapist, "hold"),
                MandatoryField.mustWhen(MeetingModel.ASSIGNMENT_REVIEWED, rules::goesThroughAssignment, "hold"),
                new MandatoryField(
                        MeetingModel.ASSIGNMENT_REVIEWED,
                        Set.of("hold"),
                        MandatoryField.Level.SHOULD,
                        MeetingRules::isStartUp),
                shouldAtPlanning(MeetingModel.PERFORMER_KNOWN, "book"),
                shouldAtPlanning(MeetingModel.GOALS_MADE_CONCRETE, "hold"),
                shouldAtPlanning(MeetingModel.ROLES_CLARIFIED, "hold"));
    }

    private static MandatoryField importantWhen(QName field, Predicate<Document> condition) {
        return new MandatoryField(field, Set.of("hold"), MandatoryField.Level.IMPORTANT, condition);
    }

    private static MandatoryField shouldAtPlanning(QName field, String act) {
        return new MandatoryField(
                field, Set.of(act), MandatoryField.Level.SHOULD, meeting -> MeetingRules.is(meeting, "PLANNING"));
    }

    /** The start-up meeting is where a decision is executed. */
    @Override
    public Optional<String> step(Document document) {
        return MeetingRules.isStartUp(document) ? Optional.of("EXECUTE_DECISION") : Optional.empty();
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("book", StartUpAction.BOOK, this::mayBook, acts::book).asking(MeetingKind::time),
                action("rebook", StartUpAction.REBOOK, this::mayBook, acts::book)
                        .asking(MeetingKind::time),
                action("holdRoleTalk", StartUpAction.HOLD_ROLE_TALK, MeetingKind::mayBook, acts::holdRoleTalk)
                        .asking(ActionInput.today("date").required(), ActionInput.longText("roleAgreement")),
                action("hold", StartUpAction.HOLD, Role::isCaseWorker, acts::hold)
                        .asking(MeetingKind::time),
                action("execute", StartUpAction.EXECUTE, rules::mayExecute, acts::execute)
                        .asking(MeetingKind::execution)
                        .forGood(),
                action("cancel", StartUpAction.CANCEL, this::mayBook, acts::cancel));
    }

    /** Case worker and treatment lead book together, the therapist writes what was presented (STA-20, STA-21). */
    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(role -> mayBook(role) || role == Role.THERAPIST);
    }

    /** The placement worker convenes as well where the routine says so (PRF-22). */
    @Override
    public boolean mayEdit(NodeRef caseFile, Optional<NodeRef> intervention, Set<Role> roles) {
        return mayEdit(roles) || roles.stream().anyMatch(role -> placement.convenes(caseFile, intervention, role));
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(MeetingModel.CASE_HANDOVER_DATE, MeetingModel.EXECUTED_DATE, MeetingModel.EXECUTED_BY);
    }

    /** Shown and kept, not refused: the meeting was held with those who came (STA-33). */
    @Override
    public List<String> warnings(Document meeting) {
        boolean held = meeting.isFilled(CaseModel.PARTICIPANTS) && rules.lacksParticipant(meeting);
        return held ? List.of("STA-33") : List.of();
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        Map<QName, Serializable> values = new HashMap<>();
        values.put(MeetingModel.MEETING_TYPE, "START_UP");
        if (!document.isFilled(MeetingModel.MEETING_TYPE)) {
            Map<QName, Serializable> properties = new HashMap<>(document.properties());
            properties.putAll(values);
            values.putAll(placement.presets(new Document(
                    document.node(), document.kind(), document.caseFile(), document.intervention(), properties)));
        } else {
            values.putAll(placement.presets(document));
        }
        return values;
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

    /** BR-61, whatever door the words came through. */
    @Override
    public void check(Document meeting) {
        MeetingRules.requireRolesOnly(meeting);
    }

    private boolean mayBook(Document meeting, Role role) {
        return mayBook(role) || placement.convenes(meeting, role);
    }

    private static boolean mayBook(Role role) {
        return role.isCaseWorker() || role == Role.TREATMENT_LEAD;
    }
}

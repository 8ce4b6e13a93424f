package org.insats.order;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.DocumentReference;
import org.insats.casefile.Interventions;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.QueuePlace;
import org.insats.casefile.Role;
import org.insats.platform.Refusal;

/**
 * The referral (requirements 2-documents.md 9, DOC-REF): the intake document of routines that ask for a contractor or a
 * family therapist before the decision. It lives the life of an order.
 */
public final class ReferralKind implements DocumentKind {

    private static final String INTAKE = "PRF-03";
    private static final String RECEIVER = "PRF-05";
    private static final String CONSULTATION = "PRF-07";

    private final ReferralActs acts;
    private final Handling handling;
    private final CaseRoutines routines;
    private final Interventions interventions;

    /** Creates it. */
    public ReferralKind(ReferralActs acts, Handling handling, CaseRoutines routines, Interventions interventions) {
        this.acts = acts;
        this.handling = handling;
        this.routines = routines;
        this.interventions = interventions;
    }

    @Override
    public String id() {
        return "referral";
    }

    @Override
    public QName type() {
        return OrderModel.TYPE_REFERRAL;
    }

    @Override
    public String code() {
        return "REM";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    /** ORD-20. */
    @Override
    public Set<String> socialOfficeOnly() {
        return Set.of("DRAFT");
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(OrderModel.RECIPIENT, "send"),
                MandatoryField.must(OrderModel.REQUESTED_SERVICE, "send"),
                MandatoryField.must(OrderModel.REFERRAL_TEXT, "send"));
    }

    @Override
    public List<DocumentReference> references() {
        return List.of(DocumentReference.toAny(OrderModel.FORM_FILE, "DOC-REF-04"));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                Forms.act("send", OrderAction.SEND, Role::isCaseWorker, acts::send)
                        .asking(handling::sending)
                        .forGood(),
                Forms.receive(handling),
                Forms.act("ask", OrderAction.ASK, Forms::takesIn, acts::ask)
                        .asking(ActionInput.longText("question").required()),
                Forms.act("answer", OrderAction.ANSWER, Role::isCaseWorker, acts::answer)
                        .asking(ActionInput.longText("answer").required()),
                Forms.act("allocate", OrderAction.ALLOCATE, Forms::takesIn, acts::allocate)
                        .asking(ReferralKind::allocation),
                Forms.act("search", OrderAction.SEARCH, ReferralKind::searches, acts::search),
                Forms.dialogue(handling),
                Forms.withdraw(handling),
                Forms.decline(handling),
                Forms.copy(handling),
                Forms.choose(handling));
    }

    private static List<ActionInput> allocation(Document referral) {
        List<ActionInput> inputs = new ArrayList<>();
        inputs.add(ActionInput.staff("userName", ReferralActs.allocatedRole(referral))
                .required());
        inputs.add(ActionInput.today("date").required());
        if (ReferralActs.isForTherapist(referral)) {
            inputs.add(ActionInput.today("teamMeetingDate").required());
        }
        return inputs;
    }

    private static boolean searches(Role role) {
        return role == Role.PLACEMENT_WORKER || role == Role.UNIT_MANAGER;
    }

    @Override
    public Set<QName> systemFields() {
        Set<QName> fields = new HashSet<>(Handling.SYSTEM_FIELDS);
        fields.add(OrderModel.CLARIFICATION);
        fields.add(OrderModel.TEAM_MEETING_DATE);
        return fields;
    }

    /** A routine whose intake is something else has no referrals (PRF-03). */
    @Override
    public void check(Document document) {
        CaseRoutine routine = routines.of(document);
        if (routine.profile().isPresent() && !routine.says(INTAKE, "REFERRAL")) {
            throw Refusal.rule("PRF-03").onField("kind").violation();
        }
    }

    /** A discussion outside the weekly slot is unusual, not wrong (ORD-14). */
    @Override
    public List<String> warnings(Document document) {
        Optional<String> slot =
                routines.of(document).texts(CONSULTATION, "weekday").stream().findFirst();
        Optional<LocalDate> discussed = document.date(OrderModel.PRE_DISCUSSION_DATE);
        boolean outside = slot.isPresent()
                && discussed
                        .filter(day -> !day.getDayOfWeek().name().equals(slot.get()))
                        .isPresent();
        return outside ? List.of("ORD-14") : List.of();
    }

    @Override
    public Optional<QueuePlace> queuePlace(Document document) {
        return Handling.queuePlace(document);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        CaseRoutine routine = routines.of(document);
        routine.texts(RECEIVER, "unit").stream()
                .findFirst()
                .or(() -> routine.texts(RECEIVER, "role").stream().findFirst())
                .ifPresent(receiver -> values.put(OrderModel.RECIPIENT, receiver));
        interventions
                .get(document.requireIntervention())
                .text(CaseModel.SERVICE)
                .ifPresent(service -> values.put(OrderModel.REQUESTED_SERVICE, service));
        return values;
    }
}

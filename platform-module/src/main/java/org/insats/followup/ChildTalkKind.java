package org.insats.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.platform.Refusal;

/** The record of a talk with the child (requirements 2-documents.md 18, DOC-CHT); the social office's own. */
public final class ChildTalkKind extends LifecycleKind<ChildTalkState, ChildTalkAction> {

    private final ChildTalkActs acts;

    /** A kind whose actions are {@code acts}. */
    public ChildTalkKind(ChildTalkActs acts) {
        super(ChildTalkLifecycle.TABLE);
        this.acts = acts;
    }

    @Override
    public String id() {
        return "childTalk";
    }

    @Override
    public QName type() {
        return FollowUpModel.TYPE_CHILD_TALK;
    }

    @Override
    public String code() {
        return "BSM";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public String initialStatus() {
        return ChildTalkState.NOT_ASSESSED.name();
    }

    @Override
    public Set<String> editableStatuses() {
        return Set.of("NOT_ASSESSED", "OFFERED", "ACCEPTED", "GUARDIANS_INFORMED");
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(FollowUpModel.AGE_MATURITY_ASSESSMENT, "hold", "close"),
                MandatoryField.must(FollowUpModel.CHILD_WANTS, "hold"),
                MandatoryField.must(FollowUpModel.GUARDIAN_CONSENT, "hold"),
                MandatoryField.must(FollowUpModel.CHILD_VIEW, "hold"));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("offer", ChildTalkAction.OFFER, acts::offer)
                        .asking(ActionInput.today("date").required(), ActionInput.longText("ageMaturityAssessment")),
                action("decline", ChildTalkAction.DECLINE, acts::decline)
                        .asking(
                                ActionInput.longText("reason").required(),
                                ActionInput.longText("ageMaturityAssessment"))
                        .forGood(),
                action("accept", ChildTalkAction.ACCEPT, acts::accept)
                        .asking(ActionInput.longText("ageMaturityAssessment")),
                action("informGuardians", ChildTalkAction.INFORM_GUARDIANS, acts::informGuardians)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.oneOf("guardianConsent", "ins:consentAnswer", "GIVEN", "REFUSED")
                                        .required()),
                action("hold", ChildTalkAction.HOLD, acts::hold)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.longText("childView").required())
                        .forGood(),
                action("findUnsuitable", ChildTalkAction.FIND_UNSUITABLE, acts::findUnsuitable)
                        .asking(
                                ActionInput.longText("reason").required(),
                                ActionInput.longText("ageMaturityAssessment"))
                        .forGood());
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                FollowUpModel.OFFERED_DATE,
                FollowUpModel.CHILD_WANTS,
                FollowUpModel.UNSUITABLE,
                FollowUpModel.UNSUITABLE_TEXT,
                FollowUpModel.GUARDIANS_INFORMED_DATE,
                FollowUpModel.GUARDIAN_CONSENT,
                FollowUpModel.HELD_DATE,
                FollowUpModel.NOT_HELD_REASON);
    }

    /** Never held without the guardians having been informed, on the day or before (FUP-22, FUP-23, BR-76). */
    @Override
    public void check(Document talk) {
        Optional<LocalDate> held = talk.date(FollowUpModel.HELD_DATE);
        Optional<LocalDate> informed = talk.date(FollowUpModel.GUARDIANS_INFORMED_DATE);
        if (held.isPresent() && informed.isEmpty()) {
            throw Refusal.rule("BR-76").onField("guardiansInformedDate").violation();
        }
        if (held.isPresent() && informed.get().isAfter(held.get())) {
            throw Refusal.rule("FUP-23", informed.get().toString())
                    .onField("date")
                    .violation();
        }
    }
}

package org.insats.followup;

import org.alfresco.service.namespace.QName;

/** Names of the follow-up model that code speaks of. */
final class FollowUpModel {

    private static final String URI = "http://insats.org/model/followup/1.0";

    static final QName TYPE_FOLLOW_UP = name("followUp");

    static final QName DATE = name("date");
    static final QName FILLED_IN_BY = name("filledInBy");
    static final QName MEASURED_AGAINST_NEEDS = name("measuredAgainstNeeds");
    static final QName MEASURED_AGAINST_PLAN = name("measuredAgainstPlan");
    static final QName GOAL_RESULT = name("goalResult");
    static final QName OUTCOME = name("outcome");
    static final QName ENDING_REASON = name("endingReason");
    static final QName NEXT_FOLLOW_UP_DATE = name("nextFollowUpDate");
    static final QName CARRIED_OUT_AS_DECIDED = name("carriedOutAsDecided");
    static final QName ASSIGNMENT_CHANGE_NEEDED = name("assignmentChangeNeeded");
    static final QName PLAN_REVISION_NEEDED = name("planRevisionNeeded");
    static final QName NEW_NEEDS = name("newNeeds");
    static final QName NEXT_PERIOD_GOALS = name("nextPeriodGoals");
    static final QName AGREED_CONTENT = name("agreedContent");
    static final QName GRANT_PERIOD_END = name("grantPeriodEnd");
    static final QName BOOKED_FOR = name("bookedFor");
    static final QName TYPE_CHILD_TALK = name("childTalk");
    static final QName TYPE_CONTRACTOR_REPORT = name("contractorReport");
    static final QName TYPE_COOPERATION = name("cooperation");

    static final QName CONTRACTOR = name("contractor");
    static final QName REPORT_DATE = name("periodOrDate");
    static final QName MEETING_CONTENT = name("meetingContent");
    static final QName HOW_IT_WORKS = name("howItWorks");
    static final QName CHANGE_NEEDED = name("changeNeeded");
    static final QName RECEIVED_BY = name("receivedBy");

    static final QName COOPERATION_FILE = name("file");
    static final QName COOPERATION_KIND = name("cooperationKind");
    static final QName OTHER_BODIES = name("otherBodies");
    static final QName SIP_NEED = name("sipNeed");
    static final QName RESPONSIBLE = name("responsible");

    static final QName JOINT_FOLLOW_UP = name("jointFollowUp");
    static final QName INVITED = name("invited");
    static final QName BOOKED_ON = name("bookedOn");
    static final QName PREPARED_ON = name("preparedOn");
    static final QName PERIOD_FROM = name("periodFrom");
    static final QName MEETING_KIND = name("meetingKind");
    static final QName INITIATED_BY = name("initiatedBy");
    static final QName ADAPTATION = name("adaptation");
    static final QName CHILD_ABSENCE_REASON = name("childAbsenceReason");
    static final QName BASIS_DOCUMENTS = name("basisDocuments");
    static final QName GOALS_MET_PROPOSED = name("goalsMetProposed");
    static final QName CARRIED_OUT_AS_DECIDED_TEXT = name("carriedOutAsDecidedText");
    static final QName DEVELOPMENT = name("development");
    static final QName CHILD_TALK_REF = name("childTalkRef");
    static final QName CONCERN = name("concern");
    static final QName NEW_NEEDS_TEXT = name("newNeedsText");

    static final QName OFFERED_DATE = name("offeredDate");
    static final QName AGE_MATURITY_ASSESSMENT = name("ageMaturityAssessment");
    static final QName CHILD_WANTS = name("childWants");
    static final QName UNSUITABLE = name("unsuitable");
    static final QName UNSUITABLE_TEXT = name("unsuitableText");
    static final QName GUARDIANS_INFORMED_DATE = name("guardiansInformedDate");
    static final QName GUARDIAN_CONSENT = name("guardianConsent");
    static final QName HELD_DATE = name("heldDate");
    static final QName CHILD_VIEW = name("childView");
    static final QName NOT_HELD_REASON = name("notHeldReason");

    static final QName CHANGE_LEVEL = name("changeLevel");
    static final QName CHANGE_LEVEL_REASON = name("changeLevelReason");

    private FollowUpModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

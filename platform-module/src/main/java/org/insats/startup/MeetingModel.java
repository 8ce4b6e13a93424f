package org.insats.startup;

import org.alfresco.service.namespace.QName;

/** Names of the meeting model that code speaks of. */
final class MeetingModel {

    private static final String URI = "http://insats.org/model/meeting/1.0";

    static final QName TYPE_MEETING = name("meeting");
    static final QName TYPE_SUMMARY = name("investigationSummary");

    static final QName MEETING_TYPE = name("meetingType");
    static final QName DATE = name("date");
    static final QName CONVENER = name("convener");
    static final QName CHAIR = name("chair");
    static final QName PLACE = name("place");
    static final QName INVITED = name("invited");
    static final QName CHILD_ABSENCE_REASON = name("childAbsenceReason");
    static final QName NEEDS_PRESENTED = name("needsPresented");
    static final QName METHODS_PRESENTED = name("methodsPresented");
    static final QName ROLE_AGREEMENT = name("roleAgreement");
    static final QName PRE_MEETING = name("preMeeting");
    static final QName CASE_HANDOVER = name("caseHandover");
    static final QName CASE_HANDOVER_DATE = name("caseHandoverDate");
    static final QName ASSIGNMENT_REVIEWED = name("assignmentReviewed");
    static final QName NEXT_MEETING = name("nextMeeting");
    static final QName GOALS_MADE_CONCRETE = name("goalsMadeConcrete");
    static final QName ROLES_CLARIFIED = name("rolesClarified");
    static final QName PRIORITIES = name("priorities");
    static final QName BASIS_DOCUMENTS = name("basisDocuments");
    static final QName HOME_GOALS_AND_PURPOSE = name("homeGoalsAndPurpose");
    static final QName HOME_CONTENT = name("homeContent");
    static final QName HOME_RESPONSIBILITIES = name("homeResponsibilities");
    static final QName HOME_FOLLOW_UP = name("homeFollowUp");
    static final QName EXPECTATIONS_AND_GOALS = name("expectationsAndGoals");
    static final QName PERFORMER_KNOWN = name("performerKnown");
    static final QName EXECUTED_DATE = name("executedDate");
    static final QName EXECUTED_BY = name("executedBy");

    static final QName INVESTIGATION_REF = name("investigationRef");
    static final QName SUMMARY = name("summary");
    static final QName SUMMARY_CONSENT = name("summaryConsent");
    static final QName HANDED_OVER_AT = name("handedOverAt");
    static final QName HANDED_OVER_TO = name("handedOverTo");
    static final QName HANDED_OVER_BY = name("handedOverBy");

    private MeetingModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

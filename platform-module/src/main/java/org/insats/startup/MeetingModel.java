package org.insats.startup;

import org.alfresco.service.namespace.QName;

/** Names of the meeting model that code speaks of. */
final class MeetingModel {

    private static final String URI = "http://insats.org/model/meeting/1.0";

    static final QName TYPE_MEETING = name("meeting");

    static final QName MEETING_TYPE = name("meetingType");
    static final QName DATE = name("date");
    static final QName CONVENER = name("convener");
    static final QName CHAIR = name("chair");
    static final QName PLACE = name("place");
    static final QName INVITED = name("invited");
    static final QName NEEDS_PRESENTED = name("needsPresented");
    static final QName METHODS_PRESENTED = name("methodsPresented");
    static final QName ROLE_AGREEMENT = name("roleAgreement");
    static final QName PRE_MEETING = name("preMeeting");
    static final QName CASE_HANDOVER = name("caseHandover");
    static final QName CASE_HANDOVER_DATE = name("caseHandoverDate");
    static final QName ASSIGNMENT_REVIEWED = name("assignmentReviewed");
    static final QName EXECUTED_DATE = name("executedDate");
    static final QName EXECUTED_BY = name("executedBy");

    private MeetingModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

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

    private FollowUpModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

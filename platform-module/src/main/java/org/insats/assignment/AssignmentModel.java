package org.insats.assignment;

import org.alfresco.service.namespace.QName;

/** Names of the assignment model that code speaks of. */
public final class AssignmentModel {

    private static final String URI = "http://insats.org/model/assignment/1.0";

    public static final QName TYPE_ASSIGNMENT = name("assignment");
    public static final QName ASSIGNMENT_DATE = name("assignmentDate");
    public static final QName CHILD = name("child");
    public static final QName PARENTS = name("parents");
    public static final QName COMMITTEE_ASSESSMENT = name("committeeAssessment");
    public static final QName NEEDS = name("needs");
    public static final QName RECEPTIVENESS = name("receptiveness");
    public static final QName FOLLOW_UP_FORMS = name("followUpForms");
    public static final QName INFORMATION_AT_ENDING = name("informationAtEnding");
    public static final QName OTHER_BODIES_INTERVENTIONS = name("otherBodiesInterventions");
    public static final QName SIP_NEED = name("sipNeed");
    public static final QName COMMUNICATED_WITH_FAMILY = name("communicatedWithFamily");
    public static final QName CONSENT = name("consent");
    public static final QName PERFORMER = name("performer");
    public static final QName SENT_TO_USER = name("sentToUser");
    public static final QName ISSUED_DATE = name("issuedDate");
    public static final QName SENT_CHANNEL = name("sentChannel");
    public static final QName ALLOCATED_PERFORMER = name("allocatedPerformer");

    public static final QName ALLOCATED_AT = name("allocatedAt");
    public static final QName BASED_ON = name("basedOn");
    public static final QName PERSON_NEEDS = name("personNeeds");
    public static final QName PURPOSE = name("purpose");
    public static final QName INTERVENTION_CONTENT = name("interventionContent");
    public static final QName RESPONSIBILITY_DIVISION = name("responsibilityDivision");
    static final QName AFTER_DECLINE = name("afterDecline");
    static final QName AFTER_DECLINE_AT = name("afterDeclineAt");
    static final QName AFTER_DECLINE_BY = name("afterDeclineBy");

    private AssignmentModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

package org.insats.plan;

import org.alfresco.service.namespace.QName;

/** Names of the plan model that code speaks of. */
final class PlanModel {

    private static final String URI = "http://insats.org/model/plan/1.0";

    static final QName TYPE_IMPLEMENTATION_PLAN = name("implementationPlan");

    static final QName VARIANT = name("variant");
    static final QName PERFORMER = name("performer");
    static final QName ASSIGNMENT_REF = name("assignmentRef");
    static final QName CARE_PLAN_REF = name("carePlanRef");
    static final QName GOALS_AND_PURPOSE = name("goalsAndPurpose");
    static final QName INTERVENTION_CONTENT = name("interventionContent");
    static final QName RESPONSIBILITY_DIVISION = name("responsibilityDivision");
    static final QName FOLLOW_UP_METHOD = name("followUpMethod");
    static final QName SUB_GOALS = name("subGoals");
    static final QName ESTABLISHED_DATE = name("establishedDate");
    static final QName SIGNATURES = name("signatures");
    static final QName FAMILY = name("family");
    static final QName METHOD = name("method");
    static final QName HOW_CARRIED_OUT = name("howCarriedOut");
    static final QName COPY_SENT = name("copySent");
    static final QName REVISED_BY = name("revisedBy");
    static final QName RETURNED_FOR_SIGNATURE = name("returnedForSignature");

    private PlanModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

package org.insats.plan;

import org.alfresco.service.namespace.QName;

/** Names of the plan model that code speaks of. */
final class PlanModel {

    private static final String URI = "http://insats.org/model/plan/1.0";

    static final QName TYPE_CARE_PLAN = name("carePlan");
    static final QName TYPE_IMPLEMENTATION_PLAN = name("implementationPlan");

    static final QName BACKGROUND = name("background");
    static final QName REVIEWED_AT_MEETING = name("reviewedAtMeeting");
    static final QName EXPECTATIONS = name("expectations");
    static final QName IMPLEMENTATION_PLANS = name("implementationPlans");
    static final QName BASIS_FOR_HOME = name("basisForHome");

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
    static final QName COPIES = name("copies");
    static final QName SESSIONS = name("sessions");
    static final QName NEEDS = name("needs");
    static final QName COMMITTEE_ASSESSMENT = name("committeeAssessment");
    static final QName RECEPTIVENESS = name("receptiveness");
    static final QName INFORMATION_AT_ENDING = name("informationAtEnding");
    static final QName SIP_NEED = name("sipNeed");
    static final QName FREQUENCY = name("frequency");
    static final QName CONTENT = name("content");
    static final QName PRIORITIES = name("priorities");
    static final QName REPORT_FREQUENCY = name("reportFrequency");
    static final QName REPORT_EVERY_WEEKS = name("reportEveryWeeks");
    static final QName REPORT_INTERVAL = name("reportInterval");
    static final QName REPORT_INTERVAL_UNIT = name("reportIntervalUnit");
    static final QName REPORT_METHOD = name("reportMethod");
    static final QName CONTACT_WAY = name("contactWay");
    static final QName AVAILABLE_AT_START_UP = name("availableAtStartUp");
    static final QName BOOKED_FOLLOW_UP = name("bookedFollowUp");
    static final QName WHEN_HOW = name("whenHow");
    static final QName FOLLOW_UP_FORMS = name("followUpForms");
    static final QName CASE_WORKER_CONTACT = name("caseWorkerContact");
    static final QName SCHOOLING = name("schooling");
    static final QName HEALTH_CARE = name("healthCare");
    static final QName OTHER_BODIES_INTERVENTIONS = name("otherBodiesInterventions");
    static final QName CONTACT_ARRANGEMENTS = name("contactArrangements");
    static final QName MUST_REQUIREMENTS = name("mustRequirements");
    static final QName SHOULD_REQUIREMENTS = name("shouldRequirements");
    static final QName GOALS_DELEGATED = name("goalsDelegated");
    static final QName HOME_PART = name("homePart");

    private PlanModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

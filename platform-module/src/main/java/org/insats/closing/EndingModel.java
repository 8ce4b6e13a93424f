package org.insats.closing;

import org.alfresco.service.namespace.QName;

/** Names of the ending model that code speaks of. */
final class EndingModel {

    private static final String URI = "http://insats.org/model/ending/1.0";

    static final QName TYPE_ENDING = name("ending");

    static final QName ENDING_KIND = name("endingKind");
    static final QName ENDING_REASON = name("endingReason");
    static final QName ENDING_REASON_TEXT = name("endingReasonText");
    static final QName END_DATE = name("endDate");
    static final QName RISK_ASSESSMENT = name("riskAssessment");
    static final QName LAST_FOLLOW_UP = name("lastFollowUp");
    static final QName ENDING_PLAN = name("endingPlan");
    static final QName PLACEMENT_WORKER_INFORMED_AT = name("placementWorkerInformedAt");
    static final QName PLACEMENT_WORKER_INFORMED = name("placementWorkerInformed");
    static final QName INTERRUPTED_AT = name("interruptedAt");
    static final QName INFORMATION_RETURNED = name("informationReturned");
    static final QName INFORMATION_RETURNED_BY = name("informationReturnedBy");
    static final QName CLOSED_BY_CASE_WORKER = name("closedByCaseWorker");
    static final QName PERFORMER_DOCUMENTATION_DONE = name("performerDocumentationDone");
    static final QName CLOSED_BY_PERFORMER = name("closedByPerformer");
    static final QName CONCERN_ASSESSMENT = name("concernAssessment");
    static final QName CONCERN_ASSESSMENT_TEXT = name("concernAssessmentText");
    static final QName DISCUSSED_AT = name("discussedAt");
    static final QName DISCUSSED_BY = name("discussedBy");
    static final QName DISCUSSION = name("discussion");
    static final QName DISAGREEMENT = name("disagreement");
    static final QName DISAGREEMENT_AT = name("disagreementAt");
    static final QName DISAGREEMENT_SUPERVISORS = name("disagreementSupervisors");
    static final QName SUPERVISORS_JOINED_AT = name("supervisorsJoinedAt");
    static final QName DISAGREEMENT_OUTCOME = name("disagreementOutcome");
    static final QName NOT_ENDED_AT = name("notEndedAt");
    static final QName NOT_ENDED_REASON = name("notEndedReason");
    static final QName PARENTAL_PURPOSE = name("parentalPurpose");
    static final QName CONSENT_ASSESSMENT = name("consentAssessment");
    static final QName CONSENT_ASSESSMENT_DATE = name("consentAssessmentDate");
    static final QName CONSENT_CONCLUSION = name("consentConclusion");
    static final QName CONTRACTOR_FEEDBACK = name("contractorFeedback");

    private EndingModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

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
    static final QName LAST_FOLLOW_UP = name("lastFollowUp");
    static final QName INFORMATION_RETURNED = name("informationReturned");
    static final QName CLOSED_BY_CASE_WORKER = name("closedByCaseWorker");
    static final QName PERFORMER_DOCUMENTATION_DONE = name("performerDocumentationDone");
    static final QName CLOSED_BY_PERFORMER = name("closedByPerformer");
    static final QName CONCERN_ASSESSMENT = name("concernAssessment");
    static final QName CONCERN_ASSESSMENT_TEXT = name("concernAssessmentText");
    static final QName DISAGREEMENT = name("disagreement");
    static final QName DISAGREEMENT_SUPERVISORS = name("disagreementSupervisors");
    static final QName CONSENT_ASSESSMENT = name("consentAssessment");
    static final QName CONSENT_ASSESSMENT_DATE = name("consentAssessmentDate");

    private EndingModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

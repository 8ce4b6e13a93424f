package org.insats.complaint;

import org.alfresco.service.namespace.QName;

/** Names of the complaint model that code speaks of. */
final class ComplaintModel {

    private static final String URI = "http://insats.org/model/complaint/1.0";

    static final QName TYPE_COMPLAINT = name("complaint");
    static final QName TYPE_FEEDBACK = name("contractorFeedback");

    static final QName CONTRACTOR = name("contractor");
    static final QName KIND = name("kind");
    static final QName DESCRIPTION = name("description");
    static final QName RECEIVED_DATE = name("receivedDate");
    static final QName CONCERNS_INTERVENTION = name("concernsIntervention");
    static final QName FORWARDED_TO = name("forwardedTo");
    static final QName FORWARDED_AT = name("forwardedAt");
    static final QName SERIOUS = name("serious");
    static final QName SERIOUS_REASON = name("seriousReason");
    static final QName SERIOUS_DATE = name("seriousDate");
    static final QName SEPARATE_ROUTINE_STARTED = name("separateRoutineStarted");
    static final QName SEPARATE_ROUTINE_DOCUMENT = name("separateRoutineDocument");
    static final QName OUTCOME = name("outcome");
    static final QName HANDLED_DATE = name("handledDate");

    static final QName FEEDBACK_CONTRACTOR = name("feedbackContractor");
    static final QName FEEDBACK_AFTER_ASSIGNMENT = name("feedbackAfterAssignment");
    static final QName FEEDBACK_DATE = name("feedbackDate");
    static final QName FEEDBACK_INTERVENTION = name("feedbackIntervention");

    private ComplaintModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

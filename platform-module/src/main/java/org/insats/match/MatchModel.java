package org.insats.match;

import org.alfresco.service.namespace.QName;

/** Names of the match model that code speaks of. */
final class MatchModel {

    private static final String URI = "http://insats.org/model/match/1.0";

    static final QName TYPE_MATCH = name("match");

    static final QName ORDER_OR_REFERRAL = name("orderOrReferral");
    static final QName PROPOSED_CONTRACTOR = name("proposedContractor");
    static final QName REGISTER_ENTRY = name("registerEntry");
    static final QName MATCHING_ASSESSMENT = name("matchingAssessment");
    static final QName FIRST_CONTRACTOR_CONTACT = name("firstContractorContact");
    static final QName ASSIGNMENT_PRESENTED = name("assignmentPresented");
    static final QName MATCHING_VISIT = name("matchingVisit");
    static final QName FAMILY_MEETING = name("familyMeeting");
    static final QName CONSENT_TO_CHOICE = name("consentToChoice");
    static final QName AGREED_DATE = name("agreedDate");
    static final QName REJECTED_BY = name("rejectedBy");
    static final QName REJECTION_REASON = name("rejectionReason");
    static final QName REJECTED_DATE = name("rejectedDate");
    static final QName AGREED_START = name("agreedStart");
    static final QName REGISTERED_AS_RESOURCE = name("registeredAsResource");
    static final QName REGISTERED_BY = name("registeredBy");
    static final QName AGREEMENT_DRAWN_UP = name("agreementDrawnUp");

    private MatchModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

package org.insats.order;

import org.alfresco.service.namespace.QName;

/** Names of the order model that code speaks of. */
final class OrderModel {

    private static final String URI = "http://insats.org/model/order/1.0";

    static final QName TYPE_ORDER = name("order");
    static final QName TYPE_NOTICE = name("notice");
    static final QName TYPE_REFERRAL = name("referral");
    static final QName TYPE_SIS_FORM = name("sisForm");
    static final QName TYPE_WITHDRAWAL = name("withdrawal");
    static final QName TYPE_DECLINE = name("decline");

    static final QName ORDER_NUMBER = name("orderNumber");
    static final QName DECISION_REF = name("decisionRef");
    static final QName ASSIGNMENT_REF = name("assignmentRef");
    static final QName SHORT_ACCOUNT = name("shortAccount");
    static final QName ASSIGNMENT_SENT_BY_POST = name("assignmentSentByPost");
    static final QName EXECUTION_CHECK_DATE = name("executionCheckDate");
    static final QName EXECUTION_CHECK_BY = name("executionCheckBy");
    static final QName EXECUTION_CHECK_TEXT = name("executionCheckText");
    static final QName CHANNEL = name("channel");
    static final QName ORDER_KIND = name("orderKind");
    static final QName EMERGENCY = name("emergency");
    static final QName CONTRACTOR_TYPE = name("contractorType");
    static final QName EXTENT = name("extent");
    static final QName NEEDS_TO_MEET = name("needsToMeet");
    static final QName PURPOSE = name("purpose");
    static final QName CLIENT_INTERESTS = name("clientInterests");
    static final QName CLIENT_ABILITIES = name("clientAbilities");
    static final QName CLIENT_NEEDS = name("clientNeeds");
    static final QName ALLERGIES = name("allergies");
    static final QName CONTRACTOR_REQUIREMENTS = name("contractorRequirements");
    static final QName CONTRACTOR_WISHES = name("contractorWishes");
    static final QName PROPOSED_CONTRACTOR = name("proposedContractor");
    static final QName CARE_PLAN_REF = name("carePlanRef");
    static final QName URGENT_KNOWN_ON = name("urgentKnownOn");
    static final QName DIRECT_CONTACT_AT = name("directContactAt");
    static final QName DIRECT_CONTACT_WITH = name("directContactWith");
    static final QName EXTENDS_INTERVENTION = name("extendsIntervention");
    static final QName EXTENSION_DECISION = name("extensionDecision");
    static final QName SUPERSEDES_NOTICE = name("supersedesNotice");
    static final QName NO_DECISION_YET = name("noDecisionYet");
    static final QName NOTICE_INVESTIGATION_REF = name("noticeInvestigationRef");
    static final QName CONVERTED_TO_ORDER = name("convertedToOrder");
    static final QName FIRST_FEEDBACK_AT = name("firstFeedbackAt");
    static final QName FIRST_FEEDBACK_TEXT = name("firstFeedbackText");
    static final QName NEED_CHANGED_ON = name("needChangedOn");
    static final QName NEED_CHANGED_REASON = name("needChangedReason");
    static final QName PARENT_ORDER = name("parentOrder");
    static final QName SIS_FORM_FILE = name("sisFormFile");
    static final QName FILLED_IN_BY = name("filledInBy");
    static final QName SIS_SENT_AT = name("sisSentAt");
    static final QName RECEIVED_AT = name("receivedAt");
    static final QName ALLOCATED_TO = name("allocatedTo");
    static final QName ALLOCATED_AT = name("allocatedAt");
    static final QName ALLOCATION_FORUM = name("allocationForum");
    static final QName WITHDRAWN = name("withdrawn");
    static final QName WITHDRAWAL_REASON = name("withdrawalReason");
    static final QName WITHDRAWN_AT = name("withdrawnAt");
    static final QName WITHDRAWN_BY = name("withdrawnBy");
    static final QName ORALLY_INFORMED = name("orallyInformed");
    static final QName ORALLY_INFORMED_AT = name("orallyInformedAt");
    static final QName ORDER_REF = name("orderRef");
    static final QName DECLINE_REASON = name("declineReason");
    static final QName DECIDED_BY = name("decidedBy");
    static final QName GIVEN_TO = name("givenTo");
    static final QName DECLINED_DATE = name("declinedDate");

    static final QName COPIED_FROM = name("copiedFrom");
    static final QName COPIED_TO = name("copiedTo");
    static final QName AFTER_DECLINE = name("afterDecline");
    static final QName AFTER_DECLINE_AT = name("afterDeclineAt");
    static final QName AFTER_DECLINE_BY = name("afterDeclineBy");
    static final QName RECIPIENT = name("recipient");
    static final QName REQUESTED_SERVICE = name("requestedService");
    static final QName REFERRAL_TEXT = name("referralText");
    static final QName NEED_ESTABLISHED_DATE = name("needEstablishedDate");
    static final QName FORM_FILE = name("formFile");
    static final QName PRE_DISCUSSION_DATE = name("preDiscussionDate");
    static final QName PRE_DISCUSSION_TEXT = name("preDiscussionText");
    static final QName CLARIFICATION = name("clarification");
    static final QName TEAM_MEETING_DATE = name("teamMeetingDate");
    static final QName LINKS = name("links");

    private OrderModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

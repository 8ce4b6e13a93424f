package org.insats.records;

import org.alfresco.service.namespace.QName;

/** Names of the records model ({@code model/records-model.xml}). */
final class RecordsModel {

    static final String URI = "http://insats.org/model/records/1.0";

    static final QName TYPE_HOLD = name("hold");
    static final QName TYPE_DISPOSAL = name("disposal");
    static final QName TYPE_ITEM = name("disposalItem");
    static final QName TYPE_CERTIFICATE = name("certificate");

    static final QName RULE_SET = name("ruleSet");
    static final QName EARLIER_RULE_SETS = name("earlierRuleSets");
    static final QName JUDGED_BY = name("judgedBy");
    static final QName JUDGED_AFTER = name("judgedAfter");
    static final QName FIXITY_AFTER = name("fixityAfter");
    static final QName LAST_RUN = name("lastRun");

    static final QName HOLD_NUMBER = name("holdNumber");
    static final QName HOLD_CASE = name("holdCase");
    static final QName HOLD_STATE = name("holdState");
    static final QName HOLD_KEY = name("holdKey");
    static final QName HOLD_REASON = name("holdReason");
    static final QName PUT_BY = name("putBy");
    static final QName PUT_AT = name("putAt");
    static final QName LIFT_REASON = name("liftReason");
    static final QName LIFT_ASKED_BY = name("liftAskedBy");
    static final QName LIFT_ASKED_AT = name("liftAskedAt");
    static final QName LIFTED_BY = name("liftedBy");
    static final QName LIFTED_AT = name("liftedAt");

    static final QName DISPOSAL_NUMBER = name("disposalNumber");
    static final QName DISPOSAL_STATE = name("disposalState");
    static final QName DISPOSAL_OPEN = name("disposalOpen");
    static final QName DISPOSAL_UNIT = name("disposalUnit");
    static final QName DISPOSAL_YEAR = name("disposalYear");
    static final QName DISPOSAL_RULES = name("disposalRules");
    static final QName PROPOSED_BY = name("proposedBy");
    static final QName PROPOSED_AT = name("proposedAt");
    static final QName APPROVED_BY = name("approvedBy");
    static final QName APPROVED_AT = name("approvedAt");
    static final QName DONE_AT = name("doneAt");
    static final QName REMAINS = name("remains");

    static final QName ITEM_CASE = name("itemCase");
    static final QName ITEM_FILE = name("itemFile");
    static final QName ITEM_STATE = name("itemState");
    static final QName ITEM_OPEN = name("itemOpen");
    static final QName ITEM_KEY = name("itemKey");
    static final QName ITEM_RULE = name("itemRule");
    static final QName ITEM_DUTY = name("itemDuty");
    static final QName ITEM_VERDICT = name("itemVerdict");
    static final QName ITEM_DOCUMENTS = name("itemDocuments");
    static final QName ITEM_REASON = name("itemReason");
    static final QName ITEM_DONE_AT = name("itemDoneAt");
    static final QName ITEM_PACKAGE = name("itemPackage");

    static final QName ASPECT_SORTED = name("sorted");
    static final QName GROUND = name("ground");
    static final QName GROUND_BY = name("groundBy");
    static final QName GROUND_AT = name("groundAt");

    static final QName ASPECT_TRANSFERRED = name("transferred");
    static final QName PACKAGE_HASH = name("packageHash");
    static final QName PACKAGE_RECEIPT = name("packageReceipt");
    static final QName PACKAGE_RECEIVED_AT = name("packageReceivedAt");
    static final QName PACKAGE_RECEIVED_BY = name("packageReceivedBy");

    static final QName ASPECT_FIXED = name("fixed");
    static final QName CONTENT_HASH = name("contentHash");
    static final QName HASHED_AT = name("hashedAt");
    static final QName LAST_GOOD_AT = name("lastGoodAt");
    static final QName FIXITY_FAILED_AT = name("fixityFailedAt");

    private RecordsModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

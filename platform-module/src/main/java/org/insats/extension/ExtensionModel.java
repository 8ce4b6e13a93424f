package org.insats.extension;

import org.alfresco.service.namespace.QName;

/** Names of the extension model that code speaks of. */
final class ExtensionModel {

    private static final String URI = "http://insats.org/model/extension/1.0";

    static final QName TYPE_EXTENSION = name("extension");

    static final QName GOALS_MET = name("goalsMet");
    static final QName NEED_REMAINS = name("needRemains");
    static final QName GROUNDS = name("grounds");
    static final QName FOLLOW_UP_REF = name("followUpRef");
    static final QName AGREED_CONTENT = name("agreedContent");
    static final QName EXTENSION_CONSENT = name("extensionConsent");
    static final QName INVESTIGATION_REF = name("investigationRef");
    static final QName DECISION_REF = name("decisionRef");
    static final QName NOT_EXTENDED_REASON = name("notExtendedReason");
    static final QName DECIDED_ON = name("decidedOn");
    static final QName ORDER_SENT_ON = name("orderSentOn");
    static final QName COPIES = name("copies");
    static final QName COPY_SENT_ON = name("copySentOn");
    static final QName NEW_AGREEMENT_REF = name("newAgreementRef");
    static final QName AGREEMENT_ON = name("agreementOn");
    static final QName RESOURCE_UPDATED_ON = name("resourceUpdatedOn");
    static final QName INVESTIGATION_CLOSED_ON = name("investigationClosedOn");

    private ExtensionModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

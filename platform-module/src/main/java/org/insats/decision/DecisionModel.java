package org.insats.decision;

import org.alfresco.service.namespace.QName;

/** Names of the decision model that code speaks of. */
public final class DecisionModel {

    private static final String URI = "http://insats.org/model/decision/1.0";

    public static final QName TYPE_DECISION_BASIS = name("decisionBasis");
    public static final QName TYPE_DECISION = name("decision");
    public static final QName TYPE_INVESTIGATION = name("investigation");

    public static final QName BASIS_KIND = name("basisKind");
    public static final QName ANALYSIS_AND_ASSESSMENT = name("analysisAndAssessment");
    public static final QName CENTRAL_NEEDS = name("centralNeeds");
    public static final QName ALTERNATIVES_CONSIDERED = name("alternativesConsidered");
    public static final QName REASON_FOR_CHOICE = name("reasonForChoice");
    public static final QName RECEPTIVENESS = name("receptiveness");
    public static final QName CHANGED_NEEDS = name("changedNeeds");
    public static final QName EXTENSION_GROUNDS = name("extensionGrounds");

    public static final QName DECISION_DATE = name("decisionDate");
    public static final QName DECISION_MAKER = name("decisionMaker");
    public static final QName DECISION_TYPE = name("decisionType");
    public static final QName LEGAL_BASIS = name("legalBasis");
    public static final QName GRANT_FROM = name("grantFrom");
    public static final QName GRANT_TO = name("grantTo");
    public static final QName INTERVENTION_TYPE = name("interventionType");
    public static final QName DECISION_BASIS_REF = name("decisionBasisRef");
    public static final QName CONSENTS = name("consents");
    public static final QName EXTENDS_DECISION = name("extendsDecision");
    public static final QName SPECIAL_PURPOSE = name("specialPurpose");

    public static final QName INVESTIGATION_REF = name("investigationRef");
    public static final QName OWN_DOCUMENT = name("ownDocument");
    public static final QName DECISION_CODE = name("decisionCode");
    public static final QName INTERVENTION_CODE = name("interventionCode");
    public static final QName EXECUTED_DATE = name("executedDate");
    public static final QName EXECUTED_BY = name("executedBy");

    public static final QName OPENING_DECISION = name("openingDecision");
    public static final QName ALREADY_ONGOING = name("alreadyOngoing");
    public static final QName EXTENSION_NOTE = name("extensionNote");
    public static final QName REASON = name("reason");
    public static final QName OPENED_DATE = name("openedDate");
    public static final QName CLOSED_DATE = name("closedDate");
    public static final QName FOCUS = name("focus");

    private DecisionModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

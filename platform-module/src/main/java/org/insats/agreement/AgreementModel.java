package org.insats.agreement;

import org.alfresco.service.namespace.QName;

/** Names of the agreement model that code speaks of. */
final class AgreementModel {

    private static final String URI = "http://insats.org/model/agreement/1.0";

    static final QName TYPE_AGREEMENT = name("agreement");
    static final QName TYPE_ENROLMENT_NOTICE = name("enrolmentNotice");
    static final QName TYPE_ALLOWANCE_RECORD = name("allowanceRecord");

    static final QName CONTRACTOR = name("contractor");
    static final QName INTERVENTION_REF = name("interventionRef");
    static final QName PREPARED_BY = name("preparedBy");
    static final QName START_AGREED_BY_ALL = name("startAgreedByAll");
    static final QName START_AGREED_DATE = name("startAgreedDate");
    static final QName REMUNERATION = name("remuneration");
    static final QName EXPENSE_ALLOWANCE = name("expenseAllowance");
    static final QName ACTIVITY_COSTS = name("activityCosts");
    static final QName ACTIVITY_COST_DECISION = name("activityCostDecision");
    static final QName EQUIPMENT = name("equipment");
    static final QName VALID_FROM = name("validFrom");
    static final QName VALID_TO = name("validTo");
    static final QName NOTICE_PERIOD_DAYS = name("noticePeriodDays");
    static final QName REPLACES_AGREEMENT = name("replacesAgreement");
    static final QName REPLACED_BY = name("replacedBy");
    static final QName ESTABLISHED_DATE = name("establishedDate");
    static final QName TERMINATION_DATE = name("terminationDate");
    static final QName TERMINATION_REASON = name("terminationReason");
    static final QName LAST_DAY = name("lastDay");

    static final QName HOME = name("home");
    static final QName ENROLMENT_DATE = name("enrolmentDate");
    static final QName WRITTEN_BY = name("writtenBy");
    static final QName MUNICIPAL_AGREEMENT_REF = name("municipalAgreementRef");

    static final QName FAMILY_INFORMED_AT = name("familyInformedAt");
    static final QName FAMILY_INFORMED_BY = name("familyInformedBy");
    static final QName SECRETARY_INFORMED_AT = name("secretaryInformedAt");
    static final QName SECRETARY_INFORMED_BY = name("secretaryInformedBy");
    static final QName CONTRACTOR_EQUIPMENT = name("contractorEquipment");
    static final QName CONTRACTOR_EQUIPMENT_AMOUNT = name("contractorEquipmentAmount");
    static final QName CONTRACTOR_EQUIPMENT_BY = name("contractorEquipmentBy");
    static final QName HOME_REMUNERATION = name("homeRemuneration");
    static final QName HOME_REMUNERATION_BY = name("homeRemunerationBy");
    static final QName CLIENT_EQUIPMENT_DECISION = name("clientEquipmentDecision");

    private AgreementModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

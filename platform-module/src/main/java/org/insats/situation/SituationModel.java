package org.insats.situation;

import org.alfresco.service.namespace.QName;

/** Names of the situation model that code speaks of. */
final class SituationModel {

    private static final String URI = "http://insats.org/model/situation/1.0";

    static final QName TYPE_TEMPORARY_INTERVENTION = name("temporaryIntervention");
    static final QName TYPE_COORDINATION = name("coordination");

    static final QName ACUTE_NEED = name("acuteNeed");
    static final QName FOCUS = name("focus");
    static final QName TEMPORARY_UNIT = name("temporaryUnit");
    static final QName DURING_INVESTIGATION = name("duringInvestigation");
    static final QName DISCUSSED_AT = name("discussedAt");
    static final QName DISCUSSED_WITH = name("discussedWith");
    static final QName DISCUSSION = name("discussion");
    static final QName PRIORITISED_AT = name("prioritisedAt");
    static final QName PRIORITISED_BY = name("prioritisedBy");
    static final QName PRIORITY = name("priority");
    static final QName CONVERTED_AT = name("convertedAt");
    static final QName CONVERTED_BY = name("convertedBy");

    static final QName TRIGGER = name("trigger");
    static final QName OPENED_INVESTIGATION = name("openedInvestigation");
    static final QName OPENED_AT = name("openedAt");
    static final QName PLACEMENT_DECIDED_AT = name("placementDecidedAt");
    static final QName CONTINUATION = name("continuation");
    static final QName CONTINUATION_TEXT = name("continuationText");
    static final QName POSITION_AT = name("positionAt");
    static final QName HOW_DURING_INVESTIGATION = name("howDuringInvestigation");
    static final QName INFORMATION_FROM_TREATMENT_LEAD = name("informationFromTreatmentLead");
    static final QName INFORMATION_AT = name("informationAt");
    static final QName ROLE_DIVISION = name("roleDivision");
    static final QName COORDINATED_AT = name("coordinatedAt");
    static final QName INFORMATION_SHARED = name("informationShared");

    private SituationModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

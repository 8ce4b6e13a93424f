package org.insats.contractor;

import org.alfresco.service.namespace.QName;

/** Names of the contractor model that code speaks of. */
public final class ContractorModel {

    private static final String URI = "http://insats.org/model/contractor/1.0";

    /** A contractor's file; other rooms name it as the place of what they keep with a contractor. */
    public static final QName TYPE_FILE = name("contractorFile");

    static final QName TYPE_INVESTIGATION = name("contractorInvestigation");
    static final QName TYPE_CONTACT = name("contractorContact");

    static final QName CONTRACTOR_TYPE = name("contractorType");
    static final QName NAME_AND_CONTACT = name("nameAndContact");
    static final QName UNDER_MUNICIPAL_AGREEMENT = name("underMunicipalAgreement");
    static final QName MUNICIPAL_AGREEMENT_REF = name("municipalAgreementRef");
    static final QName MUNICIPAL_AGREEMENT_FROM = name("municipalAgreementFrom");
    static final QName MUNICIPAL_AGREEMENT_TO = name("municipalAgreementTo");
    static final QName PLACE = name("place");
    static final QName CAPACITY = name("capacity");
    static final QName FREE_PLACES = name("freePlaces");
    static final QName AVAILABLE_FROM = name("availableFrom");
    static final QName SPECIAL_SKILLS = name("specialSkills");
    static final QName INVESTIGATION_REF = name("investigationRef");
    static final QName REGISTERED_AS_RESOURCE = name("registeredAsResource");
    static final QName REGISTERED_BY = name("registeredBy");
    static final QName EARLIER_ASSIGNMENTS = name("earlierAssignments");
    static final QName LAST_CONTACT = name("lastContact");
    static final QName LIST_KEY = name("listKey");
    static final QName SKILL_KEYS = name("skillKeys");
    static final QName CONTACT_KEY = name("contactKey");

    static final QName VARIANT = name("variant");
    static final QName CONTRACTOR = name("contractor");
    static final QName INVESTIGATOR = name("investigator");
    static final QName FOR_INTERVENTION = name("forIntervention");
    static final QName FOR_CLIENT = name("forClient");
    static final QName CHECKLIST = name("checklist");
    static final QName INFORMATION_GIVEN = name("informationGiven");
    static final QName HOME_VISIT = name("homeVisit");
    static final QName HOME_VISIT_TEXT = name("homeVisitText");
    static final QName HOUSING_ASSESSED = name("housingAssessed");
    static final QName INTERVIEW = name("interview");
    static final QName METHOD = name("method");
    static final QName FIRST_HOME_VISIT = name("firstHomeVisit");
    static final QName HOUSING_AND_AREA = name("housingAndArea");
    static final QName APPLICATION = name("application");
    static final QName DEPTH_INTERVIEW_1 = name("depthInterview1");
    static final QName DEPTH_INTERVIEW_2 = name("depthInterview2");
    static final QName SUPPLEMENTARY_INTERVIEW = name("supplementaryInterview");
    static final QName SUPPLEMENTARY_INTERVIEW_TEXT = name("supplementaryInterviewText");
    static final QName ELIGIBILITY = name("eligibility");
    static final QName EARLIER_INVESTIGATION = name("earlierInvestigation");
    static final QName TOPICS = name("topics");
    static final QName CHILDREN_IN_HOME = name("childrenInHome");
    static final QName CHILD_INTERVIEWS = name("childInterviews");
    static final QName VISIT = name("visit");
    static final QName VISIT_TEXT = name("visitText");
    static final QName REASON_NOT_AGREEMENT_HOME = name("reasonNotAgreementHome");
    static final QName REGISTER_EXTRACTS = name("registerExtracts");
    static final QName REFERENCES = name("references");
    static final QName IVO_CHECK = name("ivoCheck");
    static final QName IVO_CHECK_TEXT = name("ivoCheckText");
    static final QName JOINT_ASSESSMENT = name("jointAssessment");
    static final QName CASE_WORKER_PRESENT = name("caseWorkerPresent");
    static final QName ASSESSMENT = name("assessment");
    static final QName PROPOSAL = name("proposal");
    static final QName RESULT = name("result");
    static final QName RESULT_TEXT = name("resultText");
    static final QName FINISHED_DATE = name("finishedDate");

    static final QName CONTACT_DATE = name("contactDate");
    static final QName CONTACT_KIND = name("contactKind");
    static final QName CONTACT_TEXT = name("contactText");

    private ContractorModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

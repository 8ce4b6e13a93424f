package org.insats.casefile;

import java.util.Set;
import org.alfresco.service.namespace.QName;

/** Names of the case model ({@code model/case-model.xml}) that code speaks of. */
public final class CaseModel {

    /** Namespace of the case model. */
    public static final String URI = "http://insats.org/model/case/1.0";

    /** Start of every namespace of ours. */
    public static final String URI_BASE = "http://insats.org/model/";

    /** Namespace of what records officers note. */
    static final String RECORDS_URI = "http://insats.org/model/records/1.0";

    public static final QName TYPE_ROOT = name("root");
    public static final QName TYPE_FILE = name("file");
    public static final QName TYPE_CASE_FILE = name("caseFile");
    public static final QName TYPE_PERSON = name("person");
    public static final QName TYPE_INTERVENTION = name("intervention");
    public static final QName TYPE_GOAL = name("goal");
    public static final QName TYPE_DEADLINE = name("deadline");
    public static final QName TYPE_CASE_DOCUMENT = name("caseDocument");
    public static final QName TYPE_JOURNAL_NOTE = name("journalNote");
    public static final QName TYPE_CONSENT = name("consent");
    public static final QName TYPE_INCOMING_DOCUMENT = name("incomingDocument");

    public static final QName ASPECT_IN_CASE = name("inCase");
    public static final QName ASPECT_NUMBER_SERIES = name("numberSeries");
    public static final QName ASPECT_SENT = name("sent");
    public static final QName ASPECT_ERRONEOUS = name("erroneous");
    public static final QName ASPECT_HELD = name("held");
    public static final QName ASPECT_SCANNED = name("scanned");

    public static final QName ASSOC_PERSONS = name("persons");
    public static final QName ASSOC_GOALS = name("goals");
    public static final QName ASSOC_DEADLINES = name("deadlines");

    public static final QName CASE_NUMBER = name("caseNumber");
    public static final QName INTERVENTION_REF = name("interventionRef");
    public static final QName LAST_NUMBER = name("lastNumber");

    /** On the root, while keys are filled in: the last file that has them. */
    static final QName KEYS_AFTER = name("keysAfter");

    public static final QName PROFILE = name("profile");
    public static final QName PROFILE_VERSION = name("profileVersion");
    public static final QName PROFILE_FIXED_AT = name("profileFixedAt");
    public static final QName UNIT = name("unit");
    public static final QName CASE_STATE = name("caseState");
    public static final QName OPENED_DATE = name("openedDate");
    public static final QName CLOSED_DATE = name("closedDate");
    public static final QName CASE_CLIENT = name("caseClient");
    public static final QName RESPONSIBLE_CASE_WORKER = name("responsibleCaseWorker");
    public static final QName RESPONSIBLE_SINCE = name("responsibleSince");
    public static final QName RESPONSIBLE_HISTORY = name("responsibleHistory");
    public static final QName PROTECTED_CASE = name("protectedCase");
    public static final QName MEMBERS = name("members");
    public static final QName TIMED_READERS = name("timedReaders");
    public static final QName STAND_INS = name("standIns");
    public static final QName NAMED_USERS = name("namedUsers");
    public static final QName ASPECT_STAFF_WATCH = name("staffWatch");
    public static final QName STAFF_KNOWN = name("staffKnown");
    public static final QName RIGHTS_CHANGE_AT = name("rightsChangeAt");
    public static final QName RESPONSIBLE_LEFT = name("responsibleLeft");
    public static final QName COUNTERS = name("counters");
    public static final QName CASE_HISTORY = name("caseHistory");

    public static final QName CLOSED_BY = name("closedBy");
    public static final QName CLOSING_REMARKS = name("closingRemarks");
    public static final QName REOPENINGS = name("reopenings");
    public static final QName LAST_ENTRY = name("lastEntry");
    public static final QName RETENTION_OUTCOME = name("retentionOutcome");
    public static final QName RETENTION_RULE = name("retentionRule");
    public static final QName RETENTION_RULES = name("retentionRules");
    public static final QName RETENTION_VERDICT = name("retentionVerdict");
    public static final QName DISPOSAL_DUTY = name("disposalDuty");
    public static final QName DISPOSAL_BY = name("disposalBy");
    public static final QName JUDGE_KEY = name("judgeKey");
    public static final QName DISPOSAL_PLACE = name("disposalPlace");
    public static final QName DISPOSAL_KEY = name("disposalKey");
    public static final QName HELD_AT = name("heldAt");
    public static final QName HELD_BY = name("heldBy");

    public static final QName PERSON_NAME = name("personName");
    public static final QName PERSONAL_IDENTITY_NUMBER = name("personalIdentityNumber");
    public static final QName BIRTH_DATE = name("birthDate");
    public static final QName CONTACT_DETAILS = name("contactDetails");
    public static final QName PROTECTED_IDENTITY = name("protectedIdentity");
    public static final QName INTERPRETER_NEED = name("interpreterNeed");
    public static final QName INTERPRETER_LANGUAGE = name("interpreterLanguage");
    public static final QName COMMUNICATION_SUPPORT_NEED = name("communicationSupportNeed");
    public static final QName RELATION = name("relation");
    public static final QName VISIBLE_TO = name("visibleTo");

    public static final QName INTERVENTION_NUMBER = name("interventionNumber");
    public static final QName SERVICE = name("service");
    public static final QName INTERVENTION_STATE = name("interventionState");
    public static final QName GRANT_STATE = name("grantState");
    public static final QName GRANT_FROM = name("grantFrom");
    public static final QName GRANT_TO = name("grantTo");
    public static final QName INTERVENTION_LEGAL_BASIS = name("interventionLegalBasis");
    public static final QName PERFORMER_UNIT = name("performerUnit");
    public static final QName EXPIRY_KEY = name("expiryKey");
    static final QName EXPIRY_UNIT = name("expiryUnit");
    static final QName QUEUE_KEY = name("queueKey");
    static final QName QUEUE_UNIT = name("queueUnit");
    static final QName QUEUE_CASE_UNIT = name("queueCaseUnit");
    /** A document's place in the queue. */
    static final Set<QName> QUEUE = Set.of(QUEUE_KEY, QUEUE_UNIT, QUEUE_CASE_UNIT);

    public static final QName CONTRACTOR = name("contractor");
    public static final QName TREATMENT_LEAD = name("treatmentLead");
    public static final QName RECIPIENT = name("recipient");
    public static final QName START_DATE = name("startDate");
    public static final QName END_DATE = name("endDate");
    public static final QName LAST_FOLLOW_UP = name("lastFollowUp");
    public static final QName NEXT_FOLLOW_UP = name("nextFollowUp");
    public static final QName CURRENT_ASSIGNMENT = name("currentAssignment");
    public static final QName CURRENT_DECISION = name("currentDecision");
    public static final QName CURRENT_ORDER = name("currentOrder");
    public static final QName CURRENT_PLAN = name("currentPlan");
    public static final QName RESOURCE_ALLOCATIONS = name("resourceAllocations");
    public static final QName GRANT_PERIODS = name("grantPeriods");
    public static final QName FACTS = name("facts");

    public static final QName GOAL_TEXT = name("goalText");
    public static final QName GOAL_LEVEL = name("goalLevel");
    public static final QName TRIANGLE_SIDES = name("triangleSides");
    public static final QName PARENT_GOAL = name("parentGoal");
    public static final QName COPIED_FROM = name("copiedFrom");
    public static final QName GOAL_PRIORITY = name("goalPriority");
    public static final QName REQUIREMENT_KIND = name("requirementKind");
    public static final QName DEVELOPED_WITH = name("developedWith");
    public static final QName ATTAINMENT_CRITERION = name("attainmentCriterion");
    public static final QName GOAL_STATE = name("goalState");
    public static final QName ORIGIN_DOCUMENT = name("originDocument");
    public static final QName RATINGS = name("ratings");

    public static final QName KIND = name("kind");
    public static final QName SERIAL = name("serial");
    public static final QName CLIENT_REF = name("clientRef");
    public static final QName AUTHOR = name("author");
    public static final QName DOCUMENT_DATE = name("documentDate");
    public static final QName DOCUMENT_RESPONSIBLE = name("documentResponsible");
    public static final QName STATUS = name("status");
    public static final QName ATTACHMENTS = name("attachments");
    public static final QName GOALS = name("goals");
    public static final QName PARTICIPATION = name("participation");
    public static final QName PREPARED_WITH = name("preparedWith");
    public static final QName PARTICIPANTS = name("participants");
    public static final QName REVISED_FROM = name("revisedFrom");
    public static final QName REVISION_REASON = name("revisionReason");
    public static final QName OVERRIDES = name("overrides");
    public static final QName WARNINGS = name("warnings");
    public static final QName RECORD_EVENT = name("recordEvent");
    public static final QName RECORDED_AT = name("recordedAt");
    public static final QName RECORDED_BY = name("recordedBy");
    public static final QName RECORD_HASH = name("recordHash");

    public static final QName NOTE_DATE = name("noteDate");
    public static final QName NOTE_TYPE = name("noteType");
    public static final QName NOTE_TEXT = name("noteText");
    public static final QName RELATED_TO = name("relatedTo");
    public static final QName SERVES_AS_DECISION_BASIS = name("servesAsDecisionBasis");

    public static final QName CONSENT_PERSON = name("consentPerson");
    public static final QName CAPACITY = name("capacity");
    public static final QName SUBJECT = name("subject");
    public static final QName ANSWER = name("answer");
    public static final QName FORM = name("form");
    public static final QName DOCUMENT_REF = name("documentRef");
    public static final QName CONSENT_NOTE = name("consentNote");

    public static final QName ORIGINAL_NAME = name("originalName");
    public static final QName INCOMING_STATE = name("incomingState");

    public static final QName SENT_AT = name("sentAt");
    public static final QName SENT_BY = name("sentBy");
    public static final QName SENT_TO = name("sentTo");
    public static final QName ERRONEOUS_AT = name("erroneousAt");
    public static final QName ERRONEOUS_BY = name("erroneousBy");
    public static final QName ERRONEOUS_REASON = name("erroneousReason");

    private CaseModel() {}

    /** Whether {@code name} is in one of our namespaces. */
    public static boolean isOurs(QName name) {
        return name.getNamespaceURI().startsWith(URI_BASE);
    }

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

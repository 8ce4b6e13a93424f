package org.insats.deadline;

import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;

/** Names of deadline nodes ({@code model/case-model.xml}) and of the tasks ({@code model/workflow-model.xml}). */
final class DeadlineModel {

    static final QName DEADLINE_UNIT = name("deadlineUnit");
    static final QName RULE_ID = name("ruleId");
    static final QName OCCURRENCE = name("occurrence");
    static final QName DEADLINE_KIND = name("deadlineKind");
    static final QName ACT = name("act");
    static final QName STRENGTH = name("strength");
    static final QName TRIGGER_DATE = name("triggerDate");
    static final QName TRIGGER_REF = name("triggerRef");
    static final QName DUE_DATE = name("dueDate");
    static final QName WORK_BY = name("workBy");
    static final QName LEAD_DATE = name("leadDate");
    static final QName GOVERNING = name("governing");
    static final QName OWNER_ROLE = name("ownerRole");
    static final QName DEADLINE_OWNER = name("deadlineOwner");
    static final QName OWNER_GROUPS = name("ownerGroups");
    static final QName DEADLINE_STATE = name("deadlineState");
    static final QName MET_DATE = name("metDate");
    static final QName CANCEL_REASON = name("cancelReason");
    static final QName WORKFLOW_ID = name("workflowId");
    static final QName REMINDED_AT = name("remindedAt");
    static final QName OVERDUE_AT = name("overdueAt");
    static final QName ESCALATED_AT = name("escalatedAt");
    static final QName ESCALATE_ON = name("escalateOn");
    static final QName ESCALATE_TO = name("escalateTo");
    static final QName COPY_TO = name("copyTo");
    static final QName SEVERITY = name("severity");
    static final QName DEADLINE_KEY = name("deadlineKey");
    static final QName ACT_KEY = name("actKey");
    static final QName NEXT_ACTION_AT = name("nextActionAt");
    static final QName LIST_KEY = name("listKey");
    static final QName LISTED_FOR = name("listedFor");
    static final QName ESCALATED_GROUPS = name("escalatedGroups");
    static final QName ASKED_ANEW = name("askedAnew");
    static final QName TALLIED = name("tallied");
    static final QName TALLY_DUE = name("tallyDue");
    static final QName TALLY_DUE_UNIT = name("tallyDueUnit");
    static final QName DATE_FLAGS = name("dateFlags");
    static final QName HISTORY = name("history");
    static final QName DONE_DATE = name("doneDate");
    static final QName DONE_BY = name("doneBy");

    static final QName TASK_CASE_NUMBER = task("caseNumber");
    static final QName TASK_INTERVENTION_ID = task("interventionId");
    static final QName TASK_DEADLINE_ID = task("deadlineId");
    static final QName TASK_RULE_ID = task("ruleId");
    static final QName TASK_ACT = task("act");
    static final QName TASK_DUE_DATE = task("dueDate");
    static final QName TASK_DEADLINE_STATE = task("deadlineState");
    static final QName TASK_ESCALATED_AT = task("escalatedAt");
    static final QName TASK_OWNER = task("taskOwner");
    static final QName TASK_GROUPS = task("taskGroups");
    static final QName TASK_DOCUMENT_ID = task("documentId");

    private DeadlineModel() {}

    private static QName name(String local) {
        return QName.createQName(CaseModel.URI, local);
    }

    private static QName task(String local) {
        return QName.createQName("http://insats.org/model/workflow/1.0", local);
    }
}

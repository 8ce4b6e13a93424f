package org.insats.deadline;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.deadline.calc.DeadlineState;
import org.insats.platform.LawDate;

/**
 * A deadline as it is stored under its intervention.
 *
 * @param node the node
 * @param intervention the intervention it belongs to
 * @param properties all properties by name
 */
public record LiveDeadline(NodeRef node, NodeRef intervention, Map<QName, Serializable> properties) {

    /** Node id. */
    public String id() {
        return node.getId();
    }

    /** Number of the case. */
    public String caseNumber() {
        return text(CaseModel.CASE_NUMBER).orElse("");
    }

    /** Requirement id of the rule, for example {@code DL-15}. */
    public String ruleId() {
        return text(DeadlineModel.RULE_ID).orElse("");
    }

    /** Name within the intervention, as the arithmetic gives it. */
    public String key() {
        return text(DeadlineModel.DEADLINE_KEY).orElse("");
    }

    /** Which time this rule asks for it, from 1: a closed deadline stays, and the same asked for anew gets the next number. */
    public int occurrence() {
        return properties.get(DeadlineModel.OCCURRENCE) instanceof Integer number ? number : 1;
    }

    /** What is to be done. */
    public TaskAct act() {
        return TaskAct.valueOf(text(DeadlineModel.ACT).orElseThrow());
    }

    /** The act, with its number where each has to be done by itself; deadlines with the same one share a workflow. */
    public String actKey() {
        return text(DeadlineModel.ACT_KEY).orElse("");
    }

    /** Where it stands. */
    public DeadlineState state() {
        return text(DeadlineModel.DEADLINE_STATE).map(DeadlineState::valueOf).orElse(DeadlineState.PENDING);
    }

    /** Whether somebody still has to answer for it. */
    public boolean isOpen() {
        return state().isOpen();
    }

    /** Last day that is on time. */
    public Optional<LocalDate> dueDate() {
        return date(DeadlineModel.DUE_DATE);
    }

    /** Last working day on or before the due date. */
    public Optional<LocalDate> workBy() {
        return date(DeadlineModel.WORK_BY);
    }

    /** The day from which there is a workflow. */
    public Optional<LocalDate> leadDate() {
        return date(DeadlineModel.LEAD_DATE);
    }

    /** The day it is escalated if still open. */
    public Optional<LocalDate> escalateOn() {
        return date(DeadlineModel.ESCALATE_ON);
    }

    /** The day it was done. */
    public Optional<LocalDate> metDate() {
        return date(DeadlineModel.MET_DATE);
    }

    /** Where it stands on lists, in order of due date; nothing once nobody has to act. */
    public Optional<String> listKey() {
        return text(DeadlineModel.LIST_KEY);
    }

    /** Whether it drives its act: the earliest open deadline of the same act (DLC-14). */
    public boolean isGoverning() {
        return Boolean.TRUE.equals(properties.get(DeadlineModel.GOVERNING));
    }

    /** Who answers for it. */
    public Owner owner() {
        return new Owner(text(DeadlineModel.DEADLINE_OWNER), list(DeadlineModel.OWNER_GROUPS));
    }

    /** The role, or roles separated by commas, that it falls on. */
    public Optional<String> ownerRole() {
        return text(DeadlineModel.OWNER_ROLE);
    }

    /** MUST, SHOULD or INFORMATION. */
    public Optional<String> strength() {
        return text(DeadlineModel.STRENGTH);
    }

    /** What it is shown as when overdue (DLC-15). */
    public Optional<String> severity() {
        return text(DeadlineModel.SEVERITY);
    }

    /** Whether the job works on it: guards and what is shown only have no workflow (DLC-17). */
    public boolean isChased() {
        return text(DeadlineModel.DEADLINE_KIND).filter("DEADLINE"::equals).isPresent();
    }

    /** The day its act was registered as done, where no room knows it by itself. */
    public Optional<LocalDate> doneDate() {
        return date(DeadlineModel.DONE_DATE);
    }

    /** Why it was cancelled or superseded. */
    public Optional<String> closeReason() {
        return text(DeadlineModel.CANCEL_REASON);
    }

    /** Whether it has been escalated. */
    public boolean isEscalated() {
        return instant(DeadlineModel.ESCALATED_AT).isPresent();
    }

    /** The groups it has been escalated to. */
    List<String> escalatedGroups() {
        return isEscalated() ? list(DeadlineModel.ESCALATED_GROUPS) : List.of();
    }

    /** Id of the workflow that was started for it. */
    public Optional<String> workflowId() {
        return text(DeadlineModel.WORKFLOW_ID);
    }

    /** What it went through, oldest first. */
    public List<DeadlineHistory.Entry> history() {
        return new DeadlineHistory(text(DeadlineModel.HISTORY)).all();
    }

    /** As it would be after a change; a null value removes the property. */
    LiveDeadline with(Map<QName, Serializable> changes) {
        Map<QName, Serializable> changed = new HashMap<>(properties);
        changed.putAll(changes);
        changed.values().removeIf(Objects::isNull);
        return new LiveDeadline(node, intervention, changed);
    }

    /** A point in time at which the job did, or is to do, something. */
    Optional<Instant> instant(QName property) {
        return properties.get(property) instanceof Date date ? Optional.of(date.toInstant()) : Optional.empty();
    }

    private List<String> list(QName property) {
        return text(property).map(names -> List.of(names.split(","))).orElse(List.of());
    }

    Optional<String> text(QName property) {
        Serializable value = properties.get(property);
        return value == null || value.toString().isBlank() ? Optional.empty() : Optional.of(value.toString());
    }

    Optional<LocalDate> date(QName property) {
        return LawDate.fromStored(properties.get(property));
    }
}

package org.insats.deadline.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.insats.casefile.Staff;
import org.insats.deadline.LiveDeadline;
import org.insats.deadline.Worklist.TaskView;
import org.springframework.extensions.surf.util.I18NUtil;

/** Deadlines and tasks as the HTTP API answers them; texts in the language of the request. */
public final class DeadlineJson {

    /** The columns of {@link #row}. */
    static final List<String> COLUMNS =
            List.of("dueDate", "workBy", "caseNumber", "title", "ruleId", "state", "owner", "ownerGroups", "escalated");

    private final ObjectMapper json;
    private final Staff staff;

    /** Writes with {@code json}, and the names that {@code staff} has of people. */
    public DeadlineJson(ObjectMapper json, Staff staff) {
        this.json = json;
        this.staff = staff;
    }

    /** A deadline. */
    public ObjectNode deadline(LiveDeadline deadline) {
        ObjectNode view = json.createObjectNode();
        view.put("id", deadline.id());
        view.put("ruleId", deadline.ruleId());
        view.put("title", text(deadline.act().textKey()));
        view.put("act", deadline.act().name());
        view.put("caseNumber", deadline.caseNumber());
        view.put("interventionId", deadline.intervention().getId());
        put(view, "dueDate", deadline.dueDate());
        put(view, "workBy", deadline.workBy());
        put(view, "leadDate", deadline.leadDate());
        put(view, "escalateOn", deadline.escalateOn());
        view.put("state", deadline.state().name());
        put(view, "metDate", deadline.metDate());
        put(view, "owner", deadline.owner().userName());
        put(view, "ownerName", deadline.owner().userName().map(staff::nameOf));
        view.set("ownerGroups", json.valueToTree(deadline.owner().groups()));
        put(view, "ownerRole", deadline.ownerRole());
        put(view, "strength", deadline.strength());
        put(view, "severity", deadline.severity());
        put(view, "closeReason", deadline.closeReason());
        view.put("governing", deadline.isGoverning());
        view.put("chased", deadline.isChased());
        view.put("escalated", deadline.isEscalated());
        return view;
    }

    /** A deadline with what it went through: old dates and states, each with time and reason (DLC-11, DLC-13). */
    ObjectNode withHistory(LiveDeadline deadline) {
        ObjectNode view = deadline(deadline);
        view.set("history", json.valueToTree(deadline.history()));
        return view;
    }

    /** A deadline as a row of a file. */
    List<Object> row(LiveDeadline deadline) {
        return Arrays.asList(
                deadline.dueDate().orElse(null),
                deadline.workBy().orElse(null),
                deadline.caseNumber(),
                text(deadline.act().textKey()),
                deadline.ruleId(),
                deadline.state(),
                deadline.owner().userName().map(staff::nameOf).orElse(null),
                String.join(" ", deadline.owner().groups()),
                deadline.isEscalated());
    }

    /** A task with the form of its act. */
    public ObjectNode task(TaskView task) {
        LiveDeadline deadline = task.deadline();
        ObjectNode view = json.createObjectNode();
        view.put("id", task.id());
        view.put("title", text(deadline.act().textKey()));
        view.put("act", deadline.act().name());
        view.put("formKey", task.formKey());
        view.put("ruleId", deadline.ruleId());
        view.put("deadlineId", deadline.id());
        view.put("caseNumber", deadline.caseNumber());
        view.put("interventionId", deadline.intervention().getId());
        put(view, "dueDate", deadline.dueDate());
        put(view, "workBy", deadline.workBy());
        view.put("deadlineState", deadline.state().name());
        view.put("escalated", deadline.isEscalated());
        put(view, "assignee", task.assignee());
        put(view, "assigneeName", task.assignee().map(staff::nameOf));
        view.put("mine", task.mine());
        view.set("groups", json.valueToTree(deadline.owner().groups()));
        view.set("fields", task.values());
        return view;
    }

    private static void put(ObjectNode view, String name, Optional<?> value) {
        value.ifPresentOrElse(known -> view.put(name, known.toString()), () -> view.putNull(name));
    }

    private static String text(String key) {
        String text = I18NUtil.getMessage(key, I18NUtil.getLocale());
        return text == null ? key : text;
    }
}

package org.insats.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.Documents;
import org.insats.casefile.KeptElsewhere;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * Acts that are done with a document: which kind, and which of its actions. What the action asks for may be given in the task's
 * form; what must stand in the document itself is filled in there, and the room's refusal says what is missing.
 */
final class RoomActs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final QName MEETING_TYPE = QName.createQName("http://insats.org/model/meeting/1.0", "meetingType");

    private static final Map<TaskAct, Step> STEPS = Map.ofEntries(
            Map.entry(TaskAct.START_UP_MEETING, Step.of("meeting", "hold").where(MEETING_TYPE, "START_UP")),
            Map.entry(TaskAct.PLANNING_MEETING, Step.of("meeting", "hold").where(MEETING_TYPE, "PLANNING")),
            Map.entry(
                    TaskAct.REGISTER_EXECUTION,
                    Step.of("meeting", "execute")
                            .where(MEETING_TYPE, "START_UP")
                            .with(Day.IGNORED)),
            Map.entry(TaskAct.REPORT_INTERRUPTION, Step.of("ending", "informPlacementWorker")),
            Map.entry(TaskAct.ESTABLISH_PLAN, Step.of("implementationPlan", "establish")),
            Map.entry(TaskAct.COPY_PLAN, Step.of("implementationPlan", "sendCopy")),
            Map.entry(TaskAct.RETURN_SIGNED_PLAN, Step.of("implementationPlan", "registerSignedCopy")),
            Map.entry(TaskAct.PREPARE_FOLLOW_UP_DOCUMENT, Step.of("followUp", "prepare")),
            Map.entry(TaskAct.DOCUMENT_FOLLOW_UP, Step.of("followUp", "document")),
            Map.entry(
                    TaskAct.NOTE_ORDER_SENT,
                    Step.of("journalNote", "establish").where(CaseModel.NOTE_TYPE, "ORDER_SENT")),
            Map.entry(
                    TaskAct.NOTE_START_UP, Step.of("journalNote", "establish").where(CaseModel.NOTE_TYPE, "START_UP")),
            Map.entry(
                    TaskAct.NOTE_FAMILY_CONTACT,
                    Step.of("journalNote", "establish").where(CaseModel.NOTE_TYPE, "FAMILY_CONTACT")));

    /** Done with a document where there is one that it can be done with, else registered by its day alone. */
    private static final Map<TaskAct, Step> WHERE_THERE_IS_ONE = Map.of(
            TaskAct.DRAW_UP_AGREEMENT, Step.of("match", "drawUpAgreement"),
            TaskAct.OFFER_CHILD_TALK, Step.of("childTalk", "offer"),
            TaskAct.TERMINATE_AGREEMENT, Step.of("agreement", "terminate"),
            TaskAct.GIVE_CONTRACTOR_FEEDBACK, Step.of("contractorFeedback", "establish"),
            TaskAct.INFORM_FAMILY_OF_MEAL_DEDUCTION, Step.of("allowanceRecord", "informFamily"),
            TaskAct.INFORM_SECRETARY_OF_MEAL_DEDUCTION, Step.of("allowanceRecord", "informSecretary"),
            TaskAct.RENEW_AGREEMENT, Step.of("extension", "registerAgreement"));

    /**
     * More is asked for than the day: done with the form of the action itself, in the task or in the document. Where there are
     * several, whoever completes the task chooses.
     */
    private static final Map<TaskAct, List<Step>> IN_DOCUMENT = Map.ofEntries(
            Map.entry(
                    TaskAct.ALLOCATE,
                    List.of(
                            Step.of("order", "allocate"),
                            Step.of("notice", "allocate"),
                            Step.of("referral", "allocate"),
                            Step.of("assignment", "allocate"))),
            Map.entry(
                    TaskAct.CHOOSE_NEXT,
                    List.of(
                            Step.of("order", "chooseNext"),
                            Step.of("referral", "chooseNext"),
                            Step.of("assignment", "chooseNext"))),
            Map.entry(TaskAct.CONTACT_PLACEMENT_WORKER, List.of(Step.of("order", "contactDirectly"))),
            Map.entry(
                    TaskAct.CONTACT_CASE_WORKER,
                    List.of(Step.of("order", "firstContact"), Step.of("notice", "firstContact"))),
            Map.entry(TaskAct.WITHDRAW_ORDER, List.of(Step.of("order", "withdraw"), Step.of("notice", "withdraw"))),
            Map.entry(TaskAct.TELL_WITHDRAWAL, List.of(Step.of("order", "withdraw"), Step.of("notice", "withdraw"))),
            Map.entry(TaskAct.FORWARD_COMPLAINT, List.of(Step.of("complaint", "forward"))),
            Map.entry(TaskAct.START_SEPARATE_ROUTINE, List.of(Step.of("complaint", "startSeparateRoutine"))),
            Map.entry(TaskAct.SEND_SIS_FORM, List.of(Step.of("sisForm", "send"))),
            Map.entry(TaskAct.SEND_EXTENSION_ORDER, List.of(Step.of("order", "send"))),
            Map.entry(TaskAct.SEND_ORDER, List.of(Step.of("order", "send"))),
            Map.entry(
                    TaskAct.GIVE_DECLINE_REASON, List.of(Step.of("order", "decline"), Step.of("referral", "decline"))),
            Map.entry(
                    TaskAct.UPDATE_RESOURCE_DATE,
                    List.of(Step.of("extension", "prolongResource"), Step.of("resourceAllocation", "prolong"))),
            Map.entry(TaskAct.PRIORITY_DIALOGUE, List.of(Step.of("temporaryIntervention", "prioritise"))),
            Map.entry(
                    TaskAct.TAKE_POSITION,
                    List.of(
                            Step.of("coordination", "continueIntervention"),
                            Step.of("coordination", "endIntervention"))),
            Map.entry(TaskAct.INFORM_EACH_OTHER, List.of(Step.of("coordination", "share"))),
            Map.entry(TaskAct.COORDINATION_MEETING, List.of(Step.of("coordination", "coordinate"))),
            Map.entry(
                    TaskAct.SUPERVISORS_JOIN,
                    List.of(Step.of("ending", "join"), Step.of("ending", "settle"), Step.of("ending", "withdraw"))));

    /** Fields of a task that are not the act's own. */
    private static final Set<String> OF_THE_TASK = Set.of(
            "caseNumber",
            "interventionId",
            "deadlineId",
            "ruleId",
            "act",
            "dueDate",
            "deadlineState",
            "escalatedAt",
            "taskOwner",
            "taskGroups",
            "documentId",
            "doneDate",
            "planningDate",
            "notNeeded",
            "action");

    private final Documents documents;
    private final CaseFileService caseFiles;
    private final KeptElsewhere keptElsewhere;
    private final ServicePerson servicePerson;

    RoomActs(Documents documents, CaseFileService caseFiles, KeptElsewhere keptElsewhere, ServicePerson servicePerson) {
        this.keptElsewhere = keptElsewhere;
        this.documents = documents;
        this.caseFiles = caseFiles;
        this.servicePerson = servicePerson;
    }

    /**
     * What is done with which document.
     *
     * @param kind id of the kind
     * @param action name of the action
     * @param field a field that tells the document from others of its kind, where there are several sorts
     * @param value what stands in it
     * @param day what it does with the day it was done
     */
    private record Step(String kind, String action, Optional<QName> field, String value, Day day) {

        static Step of(String kind, String action) {
            return new Step(kind, action, Optional.empty(), "", Day.ASKED);
        }

        Step where(QName name, String content) {
            return new Step(kind, action, Optional.of(name), content, day);
        }

        Step with(Day other) {
            return new Step(kind, action, field, value, other);
        }

        boolean fits(Document document) {
            return document.kind().id().equals(kind)
                    && field.map(name ->
                                    document.text(name).filter(value::equals).isPresent())
                            .orElse(true);
        }
    }

    /**
     * An act that the current user can do now.
     *
     * @param document with which document
     * @param action by which of its actions
     * @param day what becomes of the day it was done that the task's form gives
     */
    record Todo(Document document, DocumentAction action, Day day) {}

    /** What an action does with the day that the form of a task gives. */
    enum Day {
        /** It was done on it, so it must be stated. */
        ASKED,
        /** It is taken where it is stated; the action has its own field for it. */
        TAKEN,
        /** It is the day of registration alone. */
        IGNORED
    }

    /** Whether the act is done in a document and in no other way. */
    boolean needsDocument(TaskAct act) {
        return STEPS.containsKey(act) || IN_DOCUMENT.containsKey(act);
    }

    /** Ids of the kinds that the act is done with. */
    List<String> kinds(TaskAct act) {
        return steps(act).stream().map(Step::kind).distinct().toList();
    }

    /** What the current user can do now to perform the act: of each kind the document that it is about, else the latest. */
    List<Todo> todos(LiveDeadline deadline) {
        return steps(deadline.act()).stream()
                .flatMap(step -> todo(deadline, step).stream())
                .toList();
    }

    private static List<Step> steps(TaskAct act) {
        if (IN_DOCUMENT.containsKey(act)) {
            return IN_DOCUMENT.get(act).stream()
                    .map(step -> step.with(Day.TAKEN))
                    .toList();
        }
        return Stream.of(STEPS, WHERE_THERE_IS_ONE)
                .flatMap(table -> Stream.ofNullable(table.get(act)))
                .toList();
    }

    private Optional<Todo> todo(LiveDeadline deadline, Step step) {
        return candidates(deadline, step)
                .flatMap(document -> documents.allowedActions(document).stream()
                        .filter(action -> action.name().equals(step.action()))
                        .map(action -> new Todo(document, action, step.day())))
                .findFirst();
    }

    /**
     * Does it as the current user.
     *
     * @param fields the form of the task: {@code action} where there is a choice, and what the action asks for
     * @param done the day it was done, by the task's form
     * @return false where the act is none that a document keeps
     * @throws org.insats.platform.RuleViolation {@code INS-TASK-DOCUMENT} (409) where it needs a document and there is none,
     *     {@code INS-TASK-CHOICE} where it is not said which action it is to be
     */
    boolean perform(LiveDeadline deadline, ObjectNode fields, Supplier<LocalDate> done) {
        List<Todo> todos = todos(deadline);
        if (todos.isEmpty()) {
            if (needsDocument(deadline.act())) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "TASK-DOCUMENT").violation();
            }
            return false;
        }
        Todo todo = chosen(todos, fields.path("action").asText(""));
        documents.act(todo.document().id(), todo.action().name(), input(todo, fields, done));
        return true;
    }

    private static Todo chosen(List<Todo> todos, String action) {
        List<Todo> chosen = todos.stream()
                .filter(todo -> action.isEmpty() || todo.action().name().equals(action))
                .toList();
        if (chosen.size() != 1) {
            String names = todos.stream().map(todo -> todo.action().name()).collect(Collectors.joining(", "));
            throw Refusal.rule("TASK-CHOICE", names).onField("action").violation();
        }
        return chosen.get(0);
    }

    private ObjectNode input(Todo todo, ObjectNode fields, Supplier<LocalDate> done) {
        Map<String, ActionInput.Type> asked =
                servicePerson.elevated(() -> todo.action().inputs(todo.document())).stream()
                        .collect(Collectors.toMap(ActionInput::name, ActionInput::type));
        ObjectNode input = JSON.createObjectNode();
        fields.properties().stream()
                .filter(field -> !OF_THE_TASK.contains(field.getKey()))
                .forEach(field -> input.set(field.getKey(), typed(asked.get(field.getKey()), field.getValue())));
        boolean stated = fields.hasNonNull("doneDate");
        boolean hasDay = asked.containsKey("date");
        boolean taken = todo.day() == Day.TAKEN && stated && hasDay && !input.hasNonNull("date");
        if (todo.day() == Day.ASKED && (stated || hasDay) || taken) {
            input.put("date", done.get().toString());
        }
        return input;
    }

    /** The engine keeps a list as the text of one. */
    private static JsonNode typed(ActionInput.Type type, JsonNode value) {
        boolean isList = type == ActionInput.Type.ENUM_LIST || type == ActionInput.Type.STAFF_LIST;
        if (!isList || !value.isTextual()) {
            return value;
        }
        try {
            return JSON.readTree(value.asText());
        } catch (JsonProcessingException e) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "JSON").violation();
        }
    }

    private Stream<Document> candidates(LiveDeadline deadline, Step step) {
        NodeRef caseFile = servicePerson.elevated(
                () -> caseFiles.ofNode(deadline.intervention()).node());
        String reference = deadline.actKey().replaceFirst("^[^#]*#?", "");
        Stream<Document> inCase = documents.inCase(caseFile).stream().filter(document -> document.intervention()
                .filter(deadline.intervention()::equals)
                .isPresent());
        return Stream.concat(inCase, keptElsewhere.about(deadline.intervention()).stream())
                .filter(step::fits)
                .filter(document -> !document.isFilled(CaseModel.ERRONEOUS_AT))
                .sorted(Comparator.comparing(
                                (Document document) -> !document.id().equals(reference))
                        .thenComparing(RoomActs::created, Comparator.reverseOrder()));
    }

    private static Date created(Document document) {
        return document.properties().get(ContentModel.PROP_CREATED) instanceof Date date ? date : new Date(0);
    }
}

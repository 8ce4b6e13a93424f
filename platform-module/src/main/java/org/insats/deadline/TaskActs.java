package org.insats.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.Role;
import org.insats.deadline.calc.Fact;
import org.insats.followup.FollowUpService;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * Performs the act of a task through the room that owns it, as the user who completes the task and with that user's
 * rights.
 */
final class TaskActs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final QName TYPE_ENDING = QName.createQName("http://insats.org/model/ending/1.0", "ending");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final FollowUpService followUps;
    private final DeadlineService deadlines;
    private final NodeService nodes;
    private final RoomActs rooms;
    private final AuthorityService authorities;
    private final ServicePerson servicePerson;
    private final Clock clock;

    TaskActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            FollowUpService followUps,
            DeadlineService deadlines,
            NodeService nodes,
            RoomActs rooms,
            AuthorityService authorities,
            ServicePerson servicePerson,
            Clock clock) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.followUps = followUps;
        this.deadlines = deadlines;
        this.nodes = nodes;
        this.rooms = rooms;
        this.authorities = authorities;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /** Does it; a refusal leaves the task where it was. */
    void perform(LiveDeadline deadline, ObjectNode fields) {
        NodeRef intervention = deadline.intervention();
        switch (deadline.act()) {
            case EXECUTION_CHECK -> checkExecution(intervention, fields);
            case FOLLOW_UP, THREE_MONTH_MEETING -> holdFollowUp(intervention, fields);
            case FINISH_DOCUMENTATION -> actOnEnding(
                    intervention, "finishDocumentation", date(fields, "documentationDate"));
            case PERFORMER_CLOSING -> actOnEnding(intervention, "close", date(fields, "closingDate"));
            case GRANT_ENDING -> decideNotToExtend(intervention, fields);
            case AWAIT_SIGNED_COPY -> documents.act(
                    deadline.text(DeadlineModel.TRIGGER_REF).orElse(""),
                    "registerSignedCopy",
                    date(fields, "signedDate"));
            case CHOOSE_NEXT -> documents.act(
                    deadline.text(DeadlineModel.TRIGGER_REF).orElse(""),
                    "chooseNext",
                    JSON.createObjectNode().put("choice", fields.path("choice").asText("")));
            case PLANNING_MEETING -> holdPlanningMeeting(deadline, fields);
            default -> register(deadline, fields);
        }
    }

    /** Done with a document where the act has one, else registered on the deadline itself. */
    private void register(LiveDeadline deadline, ObjectNode fields) {
        String stated = fields.hasNonNull("date") && !fields.hasNonNull("doneDate") ? "date" : "doneDate";
        if (!rooms.perform(deadline, fields, () -> done(deadline, fields, stated))) {
            LocalDate done = done(deadline, fields, "doneDate");
            requireConcerned(deadline);
            deadlines.register(
                    deadline.intervention(), deadline.actKey(), done, AuthenticationUtil.getFullyAuthenticatedUser());
        }
    }

    /** The meeting is optional: it may be set "not needed" (DL-36, STA-40). */
    private void holdPlanningMeeting(LiveDeadline deadline, ObjectNode fields) {
        LocalDate day = done(deadline, fields, "planningDate");
        if (fields.path("notNeeded").asBoolean()) {
            requireConcerned(deadline);
            servicePerson.elevated(() -> {
                interventions.noteFact(deadline.intervention(), Fact.PLANNING_MEETING_NOT_NEEDED, day);
                deadlines.recompute(deadline.intervention());
            });
        } else {
            rooms.perform(deadline, fields, () -> day);
        }
    }

    /** Nobody outside the case answers for it, unless the task was given to one of their groups. */
    private void requireConcerned(LiveDeadline deadline) {
        String userName = AuthenticationUtil.getFullyAuthenticatedUser();
        NodeRef caseFile = servicePerson.elevated(
                () -> caseFiles.ofNode(deadline.intervention()).node());
        boolean concerned = deadline.owner().userName().filter(userName::equals).isPresent()
                || authorities.getAuthorities().stream()
                        .anyMatch(deadline.owner().groups()::contains)
                || !caseFiles
                        .roles(userName, caseFile, Optional.of(deadline.intervention()))
                        .isEmpty();
        if (!concerned) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "TASK-OWNER").violation();
        }
    }

    /** The day it was done: not to come, and not before what it answers (DLC-12). */
    private LocalDate done(LiveDeadline deadline, ObjectNode fields, String name) {
        LocalDate today = LawDate.today(clock);
        LocalDate earliest = deadline.date(DeadlineModel.TRIGGER_DATE).orElse(LocalDate.MIN);
        return LawDate.parse(fields.path(name).asText(""))
                .filter(day -> !day.isAfter(today) && !day.isBefore(earliest))
                .orElseThrow(() ->
                        Refusal.rule("DLC-12", today.toString()).onField(name).violation());
    }

    private void checkExecution(NodeRef intervention, ObjectNode fields) {
        String order = read(intervention)
                .text(CaseModel.CURRENT_ORDER)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "ORD-46").violation());
        ObjectNode input = date(fields, "checkDate");
        String text = fields.path("text").asText("").strip();
        input.put(
                "text",
                text.isEmpty() ? statusText(fields.path("executionStatus").asText("")) : text);
        documents.act(order, "check", input);
    }

    /** The form of the task has a coded status instead of free text. */
    private static String statusText(String status) {
        String text = I18NUtil.getMessage("listconstraint.inswf_executionStatus." + status);
        return text == null ? "" : text;
    }

    private void holdFollowUp(NodeRef intervention, ObjectNode fields) {
        ObjectNode input = date(fields, "heldDate");
        JsonNode participants = participants(fields.path("participants"));
        if (participants.isArray()) {
            input.set("participants", participants);
        }
        input.put("caseWorkerPresent", fields.path("caseWorkerPresent").asBoolean(true));
        Document followUp = servicePerson
                .elevated(() -> followUps.next(intervention))
                .orElseGet(() -> documents.create(
                        read(intervention).caseNumber(), "followUp", intervention.getId(), JSON.createObjectNode()));
        if (followUp.status().equals("PLANNED")) {
            documents.act(
                    followUp.id(),
                    "book",
                    JSON.createObjectNode()
                            .put(
                                    "date",
                                    input.path("date")
                                            .asText(LawDate.today(clock).toString())));
        }
        documents.act(followUp.id(), "hold", input);
    }

    private void actOnEnding(NodeRef intervention, String action, ObjectNode input) {
        Optional<String> ending =
                servicePerson.elevated(() -> nodes.getChildAssocs(intervention, Set.of(TYPE_ENDING)).stream()
                        .map(ChildAssociationRef::getChildRef)
                        .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                        .filter(node -> !"DRAFT".equals(nodes.getProperty(node, CaseModel.STATUS)))
                        .map(NodeRef::getId)
                        .findFirst());
        documents.act(
                ending.orElseThrow(
                        () -> Refusal.of(Refusal.Kind.CONFLICT, "END-20").violation()),
                action,
                input);
    }

    /** The case worker decides that the grant is not extended (DL-57); a continued grant is a decision of its own. */
    private void decideNotToExtend(NodeRef node, ObjectNode fields) {
        Intervention intervention = read(node);
        boolean mayDecide = caseFiles
                .roles(AuthenticationUtil.getFullyAuthenticatedUser(), intervention.caseFile(), Optional.of(node))
                .stream()
                .anyMatch(Role::isCaseWorker);
        if (!mayDecide) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "TASK-OWNER").violation();
        }
        LocalDate today = LawDate.today(clock);
        LocalDate date = LawDate.parse(fields.path("notExtendedDate").asText(""))
                .filter(day -> !day.isAfter(today))
                .orElseThrow(
                        () -> Refusal.rule("DL-57").onField("notExtendedDate").violation());
        servicePerson.elevated(() -> {
            interventions.noteFact(node, Fact.NOT_EXTENDED_DECIDED, date);
            deadlines.recompute(node);
        });
    }

    private Intervention read(NodeRef intervention) {
        return servicePerson.elevated(() -> interventions.get(intervention));
    }

    private static ObjectNode date(ObjectNode fields, String name) {
        ObjectNode input = JSON.createObjectNode();
        String date = fields.path(name).asText("");
        return date.isEmpty() ? input : input.put("date", date);
    }

    /** A list, or the text of one as the engine keeps it. */
    private static JsonNode participants(JsonNode value) {
        if (value.isTextual()) {
            try {
                return JSON.readTree(value.asText());
            } catch (JsonProcessingException e) {
                throw Refusal.of(Refusal.Kind.MALFORMED, "JSON")
                        .onField("participants")
                        .violation();
            }
        }
        return value;
    }
}

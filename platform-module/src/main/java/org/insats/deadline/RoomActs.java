package org.insats.deadline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * Acts that are done with a document: which kind, and which of its actions. The task's form gives the date only; what else
 * the action asks for is filled in in the document, and the room's refusal says what is missing.
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
                            .undated()),
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
            TaskAct.RENEW_AGREEMENT, Step.of("extension", "registerAgreement"));

    /** More is asked for than a task's form has: done in the document alone, which ends the task. */
    private static final Set<TaskAct> IN_DOCUMENT = EnumSet.of(
            TaskAct.ALLOCATE,
            TaskAct.CONTACT_PLACEMENT_WORKER,
            TaskAct.CONTACT_CASE_WORKER,
            TaskAct.WITHDRAW_ORDER,
            TaskAct.TELL_WITHDRAWAL,
            TaskAct.SEND_SIS_FORM,
            TaskAct.SEND_EXTENSION_ORDER,
            TaskAct.SEND_ORDER,
            TaskAct.GIVE_DECLINE_REASON,
            TaskAct.UPDATE_RESOURCE_DATE,
            TaskAct.PRIORITY_DIALOGUE,
            TaskAct.TAKE_POSITION,
            TaskAct.COORDINATION_MEETING,
            TaskAct.SUPERVISORS_JOIN);

    private final Documents documents;
    private final CaseFileService caseFiles;
    private final ServicePerson servicePerson;

    RoomActs(Documents documents, CaseFileService caseFiles, ServicePerson servicePerson) {
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
     * @param dated whether the action takes the date it was done on
     */
    private record Step(String kind, String action, Optional<QName> field, String value, boolean dated) {

        static Step of(String kind, String action) {
            return new Step(kind, action, Optional.empty(), "", true);
        }

        Step where(QName name, String content) {
            return new Step(kind, action, Optional.of(name), content, dated);
        }

        Step undated() {
            return new Step(kind, action, field, value, false);
        }

        boolean fits(Document document) {
            return document.kind().id().equals(kind)
                    && field.map(name ->
                                    document.text(name).filter(value::equals).isPresent())
                            .orElse(true);
        }
    }

    /**
     * Does it as the current user, with the document that the deadline is about, else with the latest that the user may do it
     * with.
     *
     * @return false where the act is none that a document keeps
     * @throws org.insats.platform.RuleViolation {@code INS-TASK-DOCUMENT} (409) where it needs a document and there is none
     */
    boolean perform(LiveDeadline deadline, LocalDate done) {
        TaskAct act = deadline.act();
        Optional<Step> step =
                Optional.ofNullable(STEPS.get(act)).or(() -> Optional.ofNullable(WHERE_THERE_IS_ONE.get(act)));
        Optional<Document> document = step.flatMap(known -> document(deadline, known));
        if (document.isEmpty()) {
            if (STEPS.containsKey(act) || IN_DOCUMENT.contains(act)) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "TASK-DOCUMENT").violation();
            }
            return false;
        }
        ObjectNode input = JSON.createObjectNode();
        if (step.get().dated()) {
            input.put("date", done.toString());
        }
        documents.act(document.get().id(), step.get().action(), input);
        return true;
    }

    private Optional<Document> document(LiveDeadline deadline, Step step) {
        return candidates(deadline, step)
                .filter(each -> documents.allowedActions(each).stream()
                        .anyMatch(action -> action.name().equals(step.action())))
                .findFirst();
    }

    private Stream<Document> candidates(LiveDeadline deadline, Step step) {
        NodeRef caseFile = servicePerson.elevated(
                () -> caseFiles.ofNode(deadline.intervention()).node());
        String reference = deadline.actKey().replaceFirst("^[^#]*#?", "");
        return documents.inCase(caseFile).stream()
                .filter(document -> document.intervention()
                        .filter(deadline.intervention()::equals)
                        .isPresent())
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

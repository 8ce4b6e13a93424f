package org.insats.situation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.CoordinationHeld;
import org.insats.casefile.event.InformationShared;
import org.insats.casefile.event.PlacementDecided;
import org.insats.casefile.event.PositionAsked;
import org.insats.casefile.event.PositionTaken;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** What people do when an investigation is opened, or the client placed, while an intervention runs (TMP-20..33). */
public final class CoordinationActs {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING_URI = "http://insats.org/model/ending/1.0";

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseRoutines routines;
    private final CaseEvents events;

    /** Acts through the doors of the case file. */
    public CoordinationActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseRoutines routines,
            CaseEvents events) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.routines = routines;
        this.events = events;
    }

    /** BR-114: the system asks for a position on an intervention that runs while {@code investigation} was opened. */
    void askPosition(NodeRef intervention, Document investigation, LocalDate openedOn) {
        Map<QName, Serializable> fields = new LinkedHashMap<>();
        fields.put(CaseModel.STATUS, CoordinationState.UNDER_INVESTIGATION.name());
        fields.put(SituationModel.TRIGGER, "NEW_INVESTIGATION");
        fields.put(SituationModel.OPENED_INVESTIGATION, investigation.id());
        fields.put(SituationModel.OPENED_AT, LawDate.toStored(openedOn));
        Document made = documents.make(
                new NewDocument("coordination", investigation.caseFile(), Optional.of(intervention), fields));
        events.publish(new PositionAsked(investigation.caseFile(), intervention, made.node(), openedOn));
    }

    /** TMP-30: the client is placed while the intervention runs. */
    void planPlacement(Document coordination, CoordinationState next, Act act) {
        if (!routines.of(coordination).says("PRF-41", "AT_PLACEMENT")) {
            throw Refusal.rule("PRF-41").violation();
        }
        NodeRef intervention = coordination.requireIntervention();
        if (interventions.get(intervention).state() != InterventionState.RUNNING) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "TMP-30").violation();
        }
        LocalDate date = act.dateOrToday("date");
        documents.write(
                coordination,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        SituationModel.TRIGGER, "PLACEMENT",
                        SituationModel.PLACEMENT_DECIDED_AT, LawDate.toStored(date)));
        events.publish(new PlacementDecided(coordination.caseFile(), intervention, coordination.node(), date));
    }

    /** TMP-30: what the treatment lead knows, to judge the need to go on. */
    void gatherInformation(Document coordination, CoordinationState next, Act act) {
        String text = required(act, "text", "TMP-30");
        documents.write(
                coordination,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        SituationModel.INFORMATION_FROM_TREATMENT_LEAD, text,
                        SituationModel.INFORMATION_AT, LawDate.toStored(act.dateOrToday("date"))));
    }

    /** TMP-31, TMP-32: the joint planning and coordination meeting, and the roles it settled. */
    void coordinate(Document coordination, CoordinationState next, Act act) {
        String roles = required(act, "roleDivision", "TMP-32");
        String lead = treatmentLead(coordination, act, "TMP-31");
        LocalDate date = act.dateOrToday("date");
        ArrayNode participants = participants(coordination);
        participants.addObject().put("userName", act.userName());
        participants.addObject().put("userName", lead);
        documents.write(
                coordination,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        SituationModel.ROLE_DIVISION, roles,
                        SituationModel.COORDINATED_AT, LawDate.toStored(date),
                        CaseModel.PARTICIPANTS, participants.toString()));
        events.publish(new CoordinationHeld(
                coordination.caseFile(), coordination.requireIntervention(), coordination.node(), date));
    }

    /**
     * It goes on. During an investigation there is an agreement with the treatment lead on how, and the family is involved in it
     * (TMP-21, TMP-22, BR-114).
     */
    void goOn(Document coordination, CoordinationState next, Act act) {
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(SituationModel.CONTINUATION, true);
        if (next == CoordinationState.CONTINUES_DURING_INVESTIGATION) {
            ArrayNode participants = participants(coordination);
            participants.addObject().put("userName", treatmentLead(coordination, act, "TMP-21"));
            participants.addObject().put("personId", required(act, "familyMember", "BR-114"));
            changes.put(CaseModel.PARTICIPANTS, participants.toString());
            changes.put(SituationModel.HOW_DURING_INVESTIGATION, required(act, "how", "TMP-21"));
            changes.put(CaseModel.PARTICIPATION, required(act, "participation", "BR-114"));
        }
        takePosition(coordination, next, act, changes);
    }

    /** It ends; planned and closed together with treatment lead and family (TMP-23), for which the ending is there as a draft. */
    void end(Document coordination, CoordinationState next, Act act) {
        boolean placed = coordination
                .text(SituationModel.TRIGGER)
                .filter("PLACEMENT"::equals)
                .isPresent();
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(SituationModel.CONTINUATION, false);
        takePosition(coordination, next, act, changes);
        documents.make(new NewDocument(
                "ending",
                coordination.caseFile(),
                coordination.intervention(),
                Map.of(
                        QName.createQName(ENDING_URI, "endingKind"),
                        "PLANNED",
                        QName.createQName(ENDING_URI, "endingReason"),
                        placed ? "PLACEMENT" : "AFTER_NEW_INVESTIGATION")));
    }

    private void takePosition(
            Document coordination, CoordinationState next, Act act, Map<QName, Serializable> changes) {
        LocalDate date = act.dateOrToday("date");
        changes.put(SituationModel.CONTINUATION_TEXT, required(act, "text", "TMP-20"));
        changes.put(SituationModel.POSITION_AT, LawDate.toStored(date));
        documents.record(coordination, "takePosition", RecordEvent.ESTABLISHED, next.name(), changes);
        events.publish(new PositionTaken(
                coordination.caseFile(), coordination.requireIntervention(), coordination.node(), date));
    }

    /**
     * Something of weight came to one side, a report of concern for example: from now on the other side is to be informed at once
     * (FUP-07, DL-60).
     */
    void noteInformation(Document coordination, CoordinationState next, Act act) {
        requireInformationDuty(coordination);
        LocalDate date = act.dateOrToday("date");
        ArrayNode shared = list(coordination, SituationModel.INFORMATION_SHARED);
        entry(shared, act, date).put("receivedOn", date.toString());
        keep(coordination, shared, date);
    }

    /** The two sides keep each other informed; what had come in is told with it (FUP-07, DOC-CRD-06, DL-60). */
    void share(Document coordination, CoordinationState next, Act act) {
        requireInformationDuty(coordination);
        LocalDate date = act.dateOrToday("date");
        ArrayNode shared = list(coordination, SituationModel.INFORMATION_SHARED);
        shared.forEach(each -> {
            if (each.hasNonNull("receivedOn") && !each.hasNonNull("informedOn")) {
                ((ObjectNode) each).put("informedOn", date.toString());
            }
        });
        entry(shared, act, date);
        keep(coordination, shared, date);
    }

    private static ObjectNode entry(ArrayNode shared, Act act, LocalDate date) {
        return shared.addObject()
                .put("date", date.toString())
                .put("text", required(act, "text", "FUP-07"))
                .put("userName", act.userName());
    }

    private void keep(Document coordination, ArrayNode shared, LocalDate date) {
        documents.writeQuietly(coordination, Map.of(SituationModel.INFORMATION_SHARED, shared.toString()));
        events.publish(new InformationShared(
                coordination.caseFile(), coordination.requireIntervention(), coordination.node(), date));
    }

    private void requireInformationDuty(Document coordination) {
        CaseRoutine routine = routines.of(coordination);
        if (!routine.texts("PRF-42").isEmpty() && !routine.says("PRF-42", "INFORMATION_DUTY")) {
            throw Refusal.rule("PRF-42", String.join(", ", routine.texts("PRF-42")))
                    .violation();
        }
    }

    private String treatmentLead(Document coordination, Act act, String rule) {
        String userName = required(act, "treatmentLead", rule);
        boolean performs = caseFiles.roles(userName, coordination.caseFile(), coordination.intervention()).stream()
                .anyMatch(Role::isPerformer);
        if (!performs) {
            throw Refusal.rule("TMP-21").onField("treatmentLead").violation();
        }
        return userName;
    }

    private static String required(Act act, String field, String rule) {
        return act.text(field)
                .orElseThrow(() -> Refusal.rule(rule).onField(field).violation());
    }

    private static ArrayNode participants(Document coordination) {
        return list(coordination, CaseModel.PARTICIPANTS);
    }

    static ArrayNode list(Document coordination, QName field) {
        try {
            return JSON.readTree(coordination.text(field).orElse("[]")) instanceof ArrayNode array
                    ? array
                    : JSON.createArrayNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored list is not JSON", e);
        }
    }
}

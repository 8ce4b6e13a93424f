package org.insats.startup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.Overrides;
import org.insats.casefile.Role;
import org.insats.platform.Refusal;

/**
 * What a start-up of a placement group's intervention asks for: both workers and a plan where somebody takes a client on (STA-01,
 * STA-02, BR-53), the assignment gone through from care plan or order where a home does (STA-10, STA-11). Works inside the service
 * person's scope.
 */
public final class PlacementStartUp {

    /** The field of the plan that is passed over with a written reason (DOC-IMP-13). */
    static final String PLAN = "availableAtStartUp";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> HOMES = Set.of("RESIDENTIAL_CARE_HOME", "STATE_INSTITUTION", "SUPPORTED_HOUSING");
    private static final String PLACEMENT_WORKER = "PLACEMENT_WORKER";
    private static final String ORDER_URI = "http://insats.org/model/order/1.0";

    private final CaseRoutines routines;
    private final CaseFileService caseFiles;
    private final Documents documents;
    private final Interventions interventions;

    /** Looks at the case through its doors. */
    public PlacementStartUp(
            CaseRoutines routines, CaseFileService caseFiles, Documents documents, Interventions interventions) {
        this.routines = routines;
        this.caseFiles = caseFiles;
        this.documents = documents;
        this.interventions = interventions;
    }

    private CaseRoutine routine(Document meeting) {
        return routines.of(meeting);
    }

    /** Case worker and placement worker start it up together (PRF-20, STA-01). */
    boolean isJoint(Document meeting) {
        return MeetingRules.isStartUp(meeting) && routine(meeting).says("PRF-20", PLACEMENT_WORKER);
    }

    /** A home takes the client on, and care plan or order is the basis (PRF-15, STA-11). */
    boolean isForHome(Document meeting) {
        return MeetingRules.isStartUp(meeting)
                && routine(meeting).says("PRF-15", "BASIS_AT_START_UP_OF_HOMES")
                && meeting.intervention()
                        .map(node -> interventions.get(node).service())
                        .filter(HOMES::contains)
                        .isPresent();
    }

    /** The assignment is gone through with client and contractor or home (STA-02, STA-11, DOC-MTG-13). */
    boolean reviewsAssignment(Document meeting) {
        return isJoint(meeting) || isForHome(meeting);
    }

    /** Whether somebody of the performing side convenes as well (PRF-22). */
    boolean convenes(Document meeting, Role role) {
        return convenes(meeting.caseFile(), meeting.intervention(), role);
    }

    /** As {@link #convenes(Document, Role)}, before there is a meeting. */
    boolean convenes(NodeRef caseFile, Optional<NodeRef> intervention, Role role) {
        return role == Role.PLACEMENT_WORKER
                && intervention.isPresent()
                && routines.of(caseFile, intervention).says("PRF-22", PLACEMENT_WORKER);
    }

    /**
     * Refuses to hold what has not the people, the plan or the basis that it needs.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-STA-01}, {@code INS-BR-53} or {@code INS-STA-11}
     */
    void requireInPlace(Document meeting) {
        if (isJoint(meeting)) {
            requireBothWorkers(meeting);
            requirePlan(meeting);
        }
        if (isForHome(meeting)) {
            requireBasis(meeting);
        }
    }

    private void requireBothWorkers(Document meeting) {
        boolean caseWorker = false;
        boolean placementWorker = false;
        for (JsonNode each : list(meeting, CaseModel.PARTICIPANTS)) {
            String userName = each.path("userName").asText("");
            if (!userName.isEmpty()) {
                Set<Role> roles = caseFiles.roles(userName, meeting.caseFile(), meeting.intervention());
                caseWorker |= roles.stream().anyMatch(Role::isCaseWorker);
                placementWorker |= roles.contains(Role.PLACEMENT_WORKER);
            }
        }
        if (!caseWorker || !placementWorker) {
            throw Refusal.rule("STA-01").onField("participants").violation();
        }
    }

    private void requirePlan(Document meeting) {
        boolean there = interventions
                .get(meeting.requireIntervention())
                .text(CaseModel.CURRENT_PLAN)
                .isPresent();
        if (!there && !new Overrides(meeting).excuses(PLAN)) {
            throw Refusal.rule("BR-53").onField(PLAN).violation();
        }
    }

    private void requireBasis(Document meeting) {
        List<String> stated = ids(list(meeting, MeetingModel.BASIS_DOCUMENTS));
        boolean sound = documents.inCase(meeting.caseFile()).stream()
                .filter(document -> stated.contains(document.id()))
                .anyMatch(PlacementStartUp::isBasis);
        if (!sound) {
            throw Refusal.rule("STA-11").onField("basisDocuments").violation();
        }
    }

    private static boolean isBasis(Document document) {
        return List.of("carePlan", "order").contains(document.kind().id())
                && document.isFilled(CaseModel.RECORDED_AT)
                && !document.isFilled(CaseModel.ERRONEOUS_AT);
    }

    /** What a home's start-up begins with: the care plan in force, else the order, and the purpose that the order states. */
    Map<QName, Serializable> presets(Document meeting) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        if (!isForHome(meeting)) {
            return values;
        }
        List<Document> bases = documents.inCase(meeting.caseFile()).stream()
                .filter(PlacementStartUp::isBasis)
                .filter(document -> document.kind().id().equals("carePlan")
                        || document.intervention().equals(meeting.intervention()))
                .toList();
        Optional<Document> carePlan = latest(bases, "carePlan");
        Optional<Document> order = latest(bases, "order");
        carePlan.or(() -> order)
                .ifPresent(basis -> values.put(MeetingModel.BASIS_DOCUMENTS, "[\"" + basis.id() + "\"]"));
        order.flatMap(document -> document.text(QName.createQName(ORDER_URI, "purpose")))
                .ifPresent(purpose -> values.put(MeetingModel.HOME_GOALS_AND_PURPOSE, purpose));
        values.keySet().removeIf(meeting::isFilled);
        return values;
    }

    private static Optional<Document> latest(List<Document> documents, String kind) {
        return documents.stream()
                .filter(document -> document.kind().id().equals(kind))
                .reduce((earlier, later) -> later);
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.forEach(each -> ids.add(each.asText()));
        return ids;
    }

    private static JsonNode list(Document meeting, QName field) {
        try {
            return JSON.readTree(meeting.text(field).orElse("[]")) instanceof ArrayNode array
                    ? array
                    : JSON.createArrayNode();
        } catch (JsonProcessingException e) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "JSON").violation();
        }
    }
}

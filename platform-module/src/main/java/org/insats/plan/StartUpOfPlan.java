package org.insats.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.Overrides;
import org.insats.platform.Refusal;

/**
 * What a plan has to do with the start-up: the family it is drawn up with, whether it was there in time, and the follow-up
 * meeting booked there (DOC-IMP-OC-02, DOC-IMP-13, DOC-IMP-CP-09). Runs in the service person's scope.
 */
public final class StartUpOfPlan {

    private static final QName TYPE_MEETING = meeting("meeting");
    private static final QName MEETING_TYPE = meeting("meetingType");
    private static final QName NEXT_MEETING = meeting("nextMeeting");
    private static final Set<String> HELD = Set.of("HELD", "EXECUTED");
    private static final Set<String> GUARDIANS = Set.of("GUARDIAN", "APPOINTED_REPRESENTATIVE");
    private static final Set<String> DRAWN_UP_WITH_FAMILY = Set.of("OPEN_CARE", "FAMILY_THERAPIST");
    private static final Set<String> THERE_AT_START_UP =
            Set.of("CONTACT_PERSON_COMBINED", "SUPPORT_FAMILY", "FOSTER_HOME");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final NodeService nodes;

    /** Reads through the doors of the case file. */
    public StartUpOfPlan(
            Documents documents, Interventions interventions, CaseFileService caseFiles, NodeService nodes) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.nodes = nodes;
    }

    private static QName meeting(String name) {
        return QName.createQName("http://insats.org/model/meeting/1.0", name);
    }

    /** Whether the plan is drawn up with the family as such (DOC-IMP-OC-02). */
    static boolean isDrawnUpWithFamily(Document plan) {
        return plan.text(PlanModel.VARIANT)
                .filter(DRAWN_UP_WITH_FAMILY::contains)
                .isPresent();
    }

    /** Whether the plan must be there when the intervention starts (DOC-IMP-13, BR-53). */
    static boolean isDueAtStartUp(Document plan) {
        return plan.text(PlanModel.VARIANT).filter(THERE_AT_START_UP::contains).isPresent();
    }

    /** The client and those who answer for the client, as a JSON list of ids. */
    String family(Document plan) {
        ArrayNode ids = PlanJson.list(Optional.empty());
        String client = caseFiles.client(plan.caseFile()).id();
        ids.add(client);
        caseFiles.persons(plan.caseFile()).stream()
                .filter(person -> !person.id().equals(client))
                .filter(person -> person.text(CaseModel.RELATION)
                        .filter(GUARDIANS::contains)
                        .isPresent())
                .forEach(person -> ids.add(person.id()));
        return ids.toString();
    }

    /** Whether a plan that takes force on {@code established} is there when the intervention starts. */
    boolean isThere(Document plan, LocalDate established) {
        return interventions
                .get(plan.requireIntervention())
                .date(CaseModel.START_DATE)
                .filter(established::isAfter)
                .isEmpty();
    }

    /**
     * The follow-up meeting that the plan states, else the one booked at the start-up meeting; nothing where that meeting is
     * still to come.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-DOC-IMP-CP-09} where the start-up meeting was held and nothing was booked
     */
    Optional<LocalDate> bookedFollowUp(Document plan) {
        Optional<LocalDate> stated = plan.date(PlanModel.BOOKED_FOLLOW_UP);
        if (stated.isPresent()) {
            return stated;
        }
        List<Document> held = held(plan);
        Optional<LocalDate> booked = held.stream()
                .flatMap(meeting -> meeting.date(NEXT_MEETING).stream())
                .reduce((earlier, later) -> later);
        if (booked.isEmpty() && !held.isEmpty() && !isExcused(plan)) {
            throw Refusal.rule("DOC-IMP-CP-09").onField("bookedFollowUp").violation();
        }
        return booked;
    }

    private List<Document> held(Document plan) {
        return nodes.getChildAssocs(plan.requireIntervention(), Set.of(TYPE_MEETING)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .filter(meeting ->
                        meeting.text(MEETING_TYPE).filter("START_UP"::equals).isPresent())
                .filter(meeting -> HELD.contains(meeting.status()))
                .toList();
    }

    /**
     * The follow-up meeting lies a month or more before the grant ends (DOC-IMP-CP-09), unless a reason is written.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-DOC-IMP-CP-09-LATE} with the last day
     */
    void requireInTime(Document plan) {
        Intervention intervention = interventions.get(plan.requireIntervention());
        Optional<LocalDate> last = intervention.date(CaseModel.GRANT_TO).map(end -> end.minusMonths(1));
        boolean late = last.isPresent()
                && plan.date(PlanModel.BOOKED_FOLLOW_UP)
                        .filter(last.get()::isBefore)
                        .isPresent();
        if (late && !isExcused(plan)) {
            throw Refusal.rule("DOC-IMP-CP-09-LATE", last.get().toString())
                    .onField("bookedFollowUp")
                    .violation();
        }
    }

    private static boolean isExcused(Document plan) {
        return new Overrides(plan).excuses(PlanModel.BOOKED_FOLLOW_UP.getLocalName());
    }
}

package org.insats.assignment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Goals;
import org.insats.casefile.Interventions;
import org.insats.casefile.JsonFields;
import org.insats.casefile.Person;
import org.insats.platform.Refusal;

/**
 * What an assignment says: what is copied into it from the decision basis, and what must be there where the assignment itself
 * is the intake document (PLN-04, PLN-05, BR-57). Works inside the service person's scope.
 */
public final class AssignmentContent {

    private static final String REVISION = "PRF-33";
    private static final String INTAKE = "PRF-03";
    private static final String COMBINED = "PRF-17";
    private static final String BASIS_KIND = "decisionBasis";
    private static final QName ANALYSIS = decision("analysisAndAssessment");
    private static final QName CENTRAL_NEEDS = decision("centralNeeds");
    private static final QName RECEPTIVENESS = decision("receptiveness");
    private static final Set<String> PARENTS = Set.of("GUARDIAN", "PARENT");
    private static final Set<String> HOMES = Set.of("RESIDENTIAL_CARE_HOME", "STATE_INSTITUTION", "SUPPORTED_HOUSING");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseRoutines routines;
    private final Goals goals;
    private final JsonFields json;

    /** Reads the case through its doors. */
    public AssignmentContent(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseRoutines routines,
            Goals goals,
            JsonFields json) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.routines = routines;
        this.goals = goals;
        this.json = json;
    }

    private static QName decision(String name) {
        return QName.createQName("http://insats.org/model/decision/1.0", name);
    }

    /** Whether the assignment itself is what the performing side is asked with (ORD-12, ORD-13). */
    boolean isIntake(Document assignment) {
        return routines.of(assignment).says(INTAKE, "ASSIGNMENT");
    }

    /** Whether the assignment is sent by post, after a short account in the order (TMP-04, PLN-09). */
    boolean goesByPost(Document assignment) {
        return routines.of(assignment).says(INTAKE, "SHORT_ACCOUNT_ASSIGNMENT_BY_POST");
    }

    /** Whether nothing is ordered before the family has consented to it; else it is warned of (PRF-61, CON-02). */
    boolean waitsForConsent(Document assignment) {
        return !routines.of(assignment).texts("PRF-61", "assignment").contains("WARN");
    }

    /** Whether an assignment in force may be revised at all (PRF-33, REV-02). */
    boolean mayChange(Document assignment) {
        return !routines.of(assignment).texts(REVISION, "assignment").contains("UNCHANGED");
    }

    /** Whether the routine lets the performing side decline it (PRF-51). */
    boolean mayBeDeclined(Document assignment) {
        return routines.of(assignment).mayBeDeclined();
    }

    /** Whether the assignment goes to a home, and so states more (DOC-ASG-14..16). */
    boolean isForHome(Document assignment) {
        return assignment
                .intervention()
                .map(node -> interventions.get(node).service())
                .filter(HOMES::contains)
                .isPresent();
    }

    /** Whether it says how the intervention is carried out: for a home, and for a foster home whose plan makes it concrete (PLN-35). */
    boolean saysHowCarriedOut(Document assignment) {
        return isForHome(assignment)
                || assignment
                        .intervention()
                        .map(node -> interventions.get(node).service())
                        .filter("FOSTER_HOME"::equals)
                        .isPresent();
    }

    /**
     * Rules at every write: where assignment and plan are one document there is no assignment of its own (PLN-07), goals are
     * not reworded (BR-50), nor is the committee's assessment (PLN-05).
     */
    void check(Document assignment) {
        CaseRoutine routine = routines.of(assignment);
        if (routine.isOn(COMBINED)) {
            throw Refusal.rule("PLN-07").onField("kind").violation();
        }
        goals.requireUnchanged(assignment);
        Optional<String> copied = basis(assignment).flatMap(basis -> basis.text(ANALYSIS));
        Optional<String> stated = assignment.text(AssignmentModel.COMMITTEE_ASSESSMENT);
        if (copied.isPresent() && stated.isPresent() && !stated.equals(copied)) {
            throw Refusal.rule("PLN-05").onField("committeeAssessment").violation();
        }
    }

    private Optional<Document> basis(Document assignment) {
        return assignment
                .text(AssignmentModel.BASED_ON)
                .flatMap(id -> documents.inCase(assignment.caseFile()).stream()
                        .filter(document -> document.id().equals(id))
                        .findFirst())
                .filter(document -> document.kind().id().equals(BASIS_KIND));
    }

    /** What a new assignment takes over (DOC-ASG-02, -03, -06..09, PLN-01, PLN-05). */
    Map<QName, Serializable> defaults(Document assignment) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(
                AssignmentModel.CHILD, caseFiles.client(assignment.caseFile()).id());
        values.put(AssignmentModel.ASSIGNMENT_DATE, assignment.properties().get(CaseModel.DOCUMENT_DATE));
        values.put(AssignmentModel.PARENTS, parents(assignment));
        assignment
                .intervention()
                .flatMap(node -> interventions.get(node).text(CaseModel.PERFORMER_UNIT))
                .ifPresent(unit -> values.put(AssignmentModel.PERFORMER, unit));
        assignment.intervention().flatMap(goals::carriedOver).ifPresent(text -> values.put(CaseModel.GOALS, text));
        latestBasis(assignment).ifPresent(basis -> {
            values.put(AssignmentModel.BASED_ON, basis.id());
            basis.text(ANALYSIS).ifPresent(text -> values.put(AssignmentModel.COMMITTEE_ASSESSMENT, text));
            basis.text(CENTRAL_NEEDS).ifPresent(text -> values.put(AssignmentModel.NEEDS, text));
            basis.text(RECEPTIVENESS).ifPresent(text -> values.put(AssignmentModel.RECEPTIVENESS, text));
        });
        return values;
    }

    private String parents(Document assignment) {
        ArrayNode ids = JsonNodeFactory.instance.arrayNode();
        caseFiles.persons(assignment.caseFile()).stream()
                .filter(person -> person.text(CaseModel.RELATION)
                        .filter(PARENTS::contains)
                        .isPresent())
                .forEach(person -> ids.add(person.id()));
        return ids.toString();
    }

    private Optional<Document> latestBasis(Document assignment) {
        return documents.inCase(assignment.caseFile()).stream()
                .filter(document -> document.kind().id().equals(BASIS_KIND))
                .filter(document -> document.isFilled(CaseModel.RECORDED_AT))
                .filter(document -> !document.isFilled(CaseModel.ERRONEOUS_AT))
                .filter(document -> document.intervention().isEmpty()
                        || document.intervention().equals(assignment.intervention()))
                .reduce((earlier, later) -> later);
    }

    /** How it stands with contact details, interpreter and communication support of each, on the day it is sent. */
    String personNeeds(Document assignment) {
        ArrayNode needs = JsonNodeFactory.instance.arrayNode();
        concerned(assignment).forEach(person -> needs.addObject()
                .put("personId", person.id())
                .put(
                        "contactDetailsStated",
                        person.text(CaseModel.CONTACT_DETAILS).isPresent())
                .put("interpreterNeed", isTrue(person, CaseModel.INTERPRETER_NEED))
                .put(
                        "communicationSupportNeed",
                        person.text(CaseModel.COMMUNICATION_SUPPORT_NEED).isPresent()));
        return needs.toString();
    }

    /**
     * Refuses unless child and parents have name, personal identity number and contact details (or protected identity), and
     * every goal its side of the triangle.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-BR-57} naming what is missing, never whose; {@code INS-DOC-GOA-03}
     */
    void requireWhole(Document assignment) {
        List<String> missing = new ArrayList<>();
        concerned(assignment).forEach(person -> {
            if (person.text(CaseModel.PERSONAL_IDENTITY_NUMBER).isEmpty()) {
                missing.add("personalIdentityNumber");
            }
            if (person.text(CaseModel.CONTACT_DETAILS).isEmpty() && !isTrue(person, CaseModel.PROTECTED_IDENTITY)) {
                missing.add("contactDetails");
            }
        });
        if (!missing.isEmpty()) {
            throw Refusal.rule(
                            "BR-57",
                            String.join(", ", missing.stream().distinct().toList()))
                    .onField(missing.get(0))
                    .violation();
        }
        boolean sideless = assignment.text(CaseModel.GOALS).stream()
                .flatMap(text ->
                        StreamSupport.stream(json.parse(CaseModel.GOALS, text).spliterator(), false))
                .anyMatch(goal -> goal.path("triangleSides").isEmpty());
        if (sideless) {
            throw Refusal.rule("DOC-GOA-03").onField("goals").violation();
        }
    }

    private List<Person> concerned(Document assignment) {
        List<String> ids = new ArrayList<>();
        assignment.text(AssignmentModel.CHILD).ifPresent(ids::add);
        assignment.text(AssignmentModel.PARENTS).ifPresent(text -> {
            for (JsonNode id : json.parse(AssignmentModel.PARENTS, text)) {
                ids.add(id.asText());
            }
        });
        return caseFiles.persons(assignment.caseFile()).stream()
                .filter(person -> ids.contains(person.id()))
                .toList();
    }

    private static boolean isTrue(Person person, QName property) {
        return Boolean.TRUE.equals(person.properties().get(property));
    }
}

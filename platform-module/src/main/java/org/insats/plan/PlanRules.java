package org.insats.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.MandatoryField.Level;
import org.insats.casefile.Overrides;
import org.insats.casefile.Person;
import org.insats.casefile.Role;
import org.insats.platform.Refusal;
import org.springframework.extensions.surf.util.I18NUtil;

/** What a routine asks of a plan and who writes it there (PRF-14..18, PRF-57). */
public final class PlanRules {

    /** The variant that goes with a service (DOC-ENUM-12); open care for every other. */
    private static final Map<String, String> VARIANTS = Map.of(
            "CONTACT_PERSON", "CONTACT_PERSON_COMBINED",
            "SPECIALLY_QUALIFIED_CONTACT_PERSON", "CONTACT_PERSON_COMBINED",
            "CONTACT_FAMILY", "CONTACT_PERSON_COMBINED",
            "SUPPORT_FAMILY", "SUPPORT_FAMILY",
            "FOSTER_HOME", "FOSTER_HOME",
            "RESIDENTIAL_CARE_HOME", "RESIDENTIAL_CARE_HOME",
            "FAMILY_THERAPIST", "FAMILY_THERAPIST");

    private static final Set<String> PLACEMENTS = Set.of("RESIDENTIAL_CARE_HOME", "FOSTER_HOME");

    private static final Set<String> FAMILY = Set.of("GUARDIAN", "APPOINTED_REPRESENTATIVE");

    private static final String FOSTER_HOME = "FOSTER_HOME";

    private final CaseRoutines routines;
    private final CaseFileService people;

    /** Asks the case's routine, and who the people of the case are. */
    public PlanRules(CaseRoutines routines, CaseFileService people) {
        this.routines = routines;
        this.people = people;
    }

    /** The variant of a plan for a service. */
    static String variant(String service) {
        return VARIANTS.getOrDefault(service, "OPEN_CARE");
    }

    static boolean isVariant(Document plan, String variant) {
        return plan.text(PlanModel.VARIANT).filter(variant::equals).isPresent();
    }

    static boolean leavesGoalsToHome(Document plan) {
        return plan.isTrue(PlanModel.GOALS_DELEGATED);
    }

    CaseRoutine routine(Document plan) {
        return routines.of(plan);
    }

    /** Who writes plans: as the routine says, else as is usual for the service, else the case worker (PRF-16, PRF-57). */
    boolean writes(NodeRef caseFile, Optional<NodeRef> intervention, Role role) {
        return CaseRoutine.isOneOf(writers(routines.of(caseFile, intervention)), role);
    }

    boolean writes(Document plan, Role role) {
        return writes(plan.caseFile(), plan.intervention(), role);
    }

    /** Who revises a plan: whom the routine names for it, else whoever writes plans (PRF-33, REV-01, REV-03). */
    boolean revises(Document plan, Role role) {
        CaseRoutine routine = routine(plan);
        List<String> named = Stream.of("plan", "combined")
                .flatMap(entry -> routine.texts("PRF-33", entry).stream())
                .toList();
        return named.isEmpty() ? writes(plan, role) : CaseRoutine.isOneOf(named, role);
    }

    private static List<String> writers(CaseRoutine routine) {
        for (List<String> named : List.of(
                routine.texts("PRF-16", "author"),
                routine.texts("PRF-16", "subGoals"),
                routine.texts("PRF-16"),
                routine.texts("PRF-57"))) {
            if (named.stream().anyMatch(PlanRules::isRole)) {
                return named;
            }
        }
        return List.of("CASE_WORKER");
    }

    /** A routine may say only when there must be a plan, and not who writes it. */
    private static boolean isRole(String name) {
        return !name.equals("MUST_EXIST_AT_START_UP");
    }

    /** The plan is the assignment as well (PRF-17, PLN-07). */
    boolean isCombined(Document plan) {
        return routine(plan).isOn("PRF-17");
    }

    /** The routine has an assignment of its own that the plan answers to (PRF-14, DOC-IMP-03). */
    boolean hasAssignment(Document plan) {
        CaseRoutine routine = routine(plan);
        return routine.says("PRF-14", "CASE_WORKER") && !routine.isOn("PRF-17");
    }

    /** A placement whose routine has a care plan (PRF-15, DOC-IMP-04). */
    boolean needsCarePlan(Document plan) {
        return plan.text(PlanModel.VARIANT).filter(PLACEMENTS::contains).isPresent()
                && routine(plan)
                        .entry("PRF-15", "required")
                        .filter(Boolean.TRUE::equals)
                        .isPresent();
    }

    /** The goals of the decision basis or the care plan stand in it (DOC-IMP-CP-02, DOC-IMP-FH-03). */
    boolean goalsAreMust(Document plan) {
        return isCombined(plan) || isVariant(plan, FOSTER_HOME) && needsCarePlan(plan);
    }

    /** The goals are one of the points of SOSFS 2012:11 (DOC-IMP-HVB-02). */
    boolean goalsAreImportant(Document plan) {
        return !goalsAreMust(plan) && new PlanContent(routine(plan)).hasWord("SOSFS_2012_11");
    }

    /**
     * Those whom the routine names have drawn it up, or it is written why not (PRF-16, PLN-29).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-PLN-29}
     */
    void requireThoseConcerned(Document plan) {
        Set<String> with = Set.copyOf(PlanJson.texts(plan.text(CaseModel.PREPARED_WITH)));
        String missing = routine(plan).texts("PRF-16", "requires").stream()
                .filter(relation -> people.persons(plan.caseFile()).stream()
                        .filter(person -> with.contains(person.id()))
                        .noneMatch(person -> isOf(plan, person, relation)))
                .map(relation -> I18NUtil.getMessage("insats.plan.with." + relation))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty() && !new Overrides(plan).excuses(CaseModel.PREPARED_WITH.getLocalName())) {
            throw Refusal.rule("PLN-29", missing)
                    .onField(CaseModel.PREPARED_WITH.getLocalName())
                    .violation();
        }
    }

    /** Whether none of the family has taken part in the plan or signed it, where the routine minds (PRF-61). */
    boolean lacksFamily(Document plan) {
        Set<String> agreeing = new HashSet<>(PlanJson.texts(plan.text(CaseModel.PREPARED_WITH)));
        agreeing.addAll(PlanJson.texts(plan.text(PlanModel.SIGNATURES), "personId"));
        return !routine(plan).texts("PRF-61", "plan").isEmpty()
                && people.persons(plan.caseFile()).stream()
                        .filter(person -> FAMILY.contains(
                                        person.text(CaseModel.RELATION).orElse(""))
                                || person.id()
                                        .equals(people.client(plan.caseFile()).id()))
                        .noneMatch(person -> agreeing.contains(person.id()));
    }

    /**
     * @throws org.insats.platform.RuleViolation {@code INS-PRF-61} where the routine does not establish a plan without the family
     */
    void requireFamily(Document plan) {
        if (lacksFamily(plan) && routine(plan).texts("PRF-61", "plan").contains("BLOCK")) {
            throw Refusal.rule("PRF-61")
                    .onField(CaseModel.PREPARED_WITH.getLocalName())
                    .violation();
        }
    }

    private boolean isOf(Document plan, Person person, String relation) {
        String actual = person.text(CaseModel.RELATION).orElse("");
        return actual.equals(relation)
                || relation.equals("GUARDIAN") && actual.equals("APPOINTED_REPRESENTATIVE")
                || relation.equals("CHILD")
                        && person.id().equals(people.client(plan.caseFile()).id());
    }

    /**
     * In a foster home every sub-goal serves a goal of the analysis or the care plan (PLN-35).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-PLN-35}
     */
    void requireGoalsServed(Document plan) {
        if (!isVariant(plan, FOSTER_HOME) || !needsCarePlan(plan)) {
            return;
        }
        List<String> goals = PlanJson.texts(plan.text(CaseModel.GOALS), "goalId");
        boolean serving = PlanJson.texts(plan.text(PlanModel.SUB_GOALS), "parentGoal").stream()
                .allMatch(goals::contains);
        if (!serving) {
            throw Refusal.rule("PLN-35")
                    .onField(PlanModel.SUB_GOALS.getLocalName())
                    .violation();
        }
    }

    /** The home words the goals, and not everybody concerned has signed (PLN-27, BR-56). */
    static boolean lacksSignatures(Document plan) {
        return leavesGoalsToHome(plan)
                && !PlanJson.texts(plan.text(PlanModel.SIGNATURES), "personId")
                        .containsAll(PlanJson.texts(plan.text(CaseModel.PREPARED_WITH)));
    }

    boolean asksFor(Document plan, QName field, Level level) {
        return new PlanContent(routine(plan)).asksFor(field, level);
    }

    /**
     * Every requirement that the municipality has listed is in the plan, or it is written why not (BR-54, BR-55).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-BR-54} or {@code INS-BR-55}
     */
    void requireListed(Document plan) {
        String rule = isVariant(plan, FOSTER_HOME) ? "BR-55" : "BR-54";
        requireListed(plan, rule, "MUST", PlanModel.MUST_REQUIREMENTS);
        requireListed(plan, rule, "SHOULD", PlanModel.SHOULD_REQUIREMENTS);
    }

    private void requireListed(Document plan, String rule, String requirementKind, QName field) {
        List<String> written = PlanJson.texts(plan.text(field));
        List<String> missing = new PlanContent(routine(plan))
                .listed(requirementKind).stream()
                        .filter(listed -> !written.contains(listed))
                        .toList();
        if (!missing.isEmpty() && !new Overrides(plan).excuses(field.getLocalName())) {
            throw Refusal.rule(rule, String.join("; ", missing))
                    .onField(field.getLocalName())
                    .violation();
        }
    }

    /**
     * The interval between the contractor's reports is a number with its unit, or not stated (PLN-22, DL-43).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-DL-43}
     */
    static void requireWholeInterval(Document plan) {
        boolean stated = plan.properties().get(PlanModel.REPORT_INTERVAL) instanceof Integer number && number > 0;
        boolean none = plan.properties().get(PlanModel.REPORT_INTERVAL) == null;
        if (stated != plan.isFilled(PlanModel.REPORT_INTERVAL_UNIT) || !stated && !none) {
            throw Refusal.rule("DL-43").onField("reportInterval").violation();
        }
    }
}

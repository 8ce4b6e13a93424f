package org.insats.startup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Interventions;
import org.insats.casefile.Overrides;
import org.insats.casefile.Person;
import org.insats.casefile.Role;
import org.insats.platform.Refusal;

/** What a routine asks of a meeting (PRF-20, PRF-22..24, PRF-32), and the rules on who is invited and takes part. */
public final class MeetingRules {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> GUARDIANS = Set.of("GUARDIAN", "APPOINTED_REPRESENTATIVE");

    /** What speaks of the client or of the matter, and therefore has no place in a talk about roles (BR-61). */
    private static final List<QName> OF_THE_MATTER = List.of(
            MeetingModel.NEEDS_PRESENTED,
            MeetingModel.METHODS_PRESENTED,
            MeetingModel.CHILD_ABSENCE_REASON,
            MeetingModel.GOALS_MADE_CONCRETE,
            MeetingModel.PRIORITIES,
            MeetingModel.EXPECTATIONS_AND_GOALS);

    private final CaseRoutines routines;
    private final CaseFileService caseFiles;
    private final Interventions interventions;

    /** Asks the case's routine, and the case for its people. */
    public MeetingRules(CaseRoutines routines, CaseFileService caseFiles, Interventions interventions) {
        this.routines = routines;
        this.caseFiles = caseFiles;
        this.interventions = interventions;
    }

    static boolean isStartUp(Document meeting) {
        return is(meeting, "START_UP");
    }

    static boolean is(Document meeting, String meetingType) {
        return meeting.text(MeetingModel.MEETING_TYPE)
                .filter(meetingType::equals)
                .isPresent();
    }

    CaseRoutine routine(Document meeting) {
        return routines.of(meeting);
    }

    /** Open care: needs and ways of working are presented, and roles agreed (DOC-MTG-08..10). */
    boolean isStartUpOfOpenCare(Document meeting) {
        return isStartUp(meeting)
                && List.of("OC", "TMP").contains(routine(meeting).service());
    }

    /** Somebody takes the case over at the meeting (PRF-24, STA-22). */
    boolean handsCaseOver(Document meeting) {
        return isStartUp(meeting) && routine(meeting).isOn("PRF-24");
    }

    /**
     * The start-up is there to go through the assignment with client and contractor or home (STA-02, STA-11): asked for where
     * the order is the assignment (PRF-14), recommended elsewhere (DOC-MTG-13).
     */
    boolean goesThroughAssignment(Document meeting) {
        return isStartUp(meeting) && routine(meeting).says("PRF-14", "ORDER_SERVES");
    }

    /** The follow-up meeting is booked at the start-up meeting (PRF-32, STA-34). */
    boolean booksFollowUp(Document meeting) {
        return isStartUp(meeting) && routine(meeting).isOn("PRF-32");
    }

    boolean isPlanningWithTherapist(Document meeting) {
        return is(meeting, "PLANNING") && routine(meeting).service().equals("FT");
    }

    /** Those whom the routine names register the execution; the case worker where it names nobody (PRF-23, ORD-57). */
    boolean mayExecute(Document meeting, Role role) {
        List<String> named = routine(meeting).texts("PRF-23", "by");
        return CaseRoutine.isOneOf(named.isEmpty() ? List.of("CASE_WORKER") : named, role);
    }

    /** The case worker allocates the resource when the decision is executed (PRF-25, STA-36, STA-45). */
    boolean allocatesResource(Document meeting) {
        return routine(meeting).entry("PRF-25", "allocate").isPresent();
    }

    /** Whether the execution date is the meeting's and no other (PRF-23, STA-44). */
    boolean executesOnMeetingDayOnly(Document meeting) {
        return routine(meeting).texts("PRF-23", "date").contains("START_UP_MEETING");
    }

    /**
     * Who convenes: whoever books, where the routine names their role, else the responsible case worker; anybody where it names
     * nobody (PRF-22, STA-21, STA-30).
     */
    String convener(Document meeting, String booker) {
        return mayConvene(meeting, booker)
                ? booker
                : caseFiles
                        .ofNode(meeting.caseFile())
                        .text(CaseModel.RESPONSIBLE_CASE_WORKER)
                        .orElse(booker);
    }

    /**
     * A start-up meeting is convened by whom the routine names (PRF-22).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-PRF-22}
     */
    void requireConvener(Document meeting) {
        if (meeting.text(MeetingModel.CONVENER)
                .filter(userName -> !mayConvene(meeting, userName))
                .isPresent()) {
            throw Refusal.rule("PRF-22").onField("convener").violation();
        }
    }

    private boolean mayConvene(Document meeting, String userName) {
        List<String> named = routine(meeting).texts("PRF-22");
        return !isStartUp(meeting)
                || named.isEmpty()
                || caseFiles.roles(userName, meeting.caseFile(), meeting.intervention()).stream()
                        .anyMatch(role -> CaseRoutine.isOneOf(named, role));
    }

    /** Whether somebody is missing whom the routine wants at the start-up: guardian or representative, contractor (STA-33). */
    boolean lacksParticipant(Document meeting) {
        List<String> present = persons(meeting, CaseModel.PARTICIPANTS).stream().toList();
        CaseRoutine routine = routine(meeting);
        boolean guardian = routine.says("PRF-20", "GUARDIAN")
                && guardians(meeting).stream().noneMatch(present::contains);
        boolean contractor = routine.says("PRF-20", "CONTRACTOR")
                && meeting.intervention()
                        .flatMap(node -> interventions.get(node).text(CaseModel.CONTRACTOR))
                        .filter(present::contains)
                        .isEmpty();
        return isStartUp(meeting) && (guardian || contractor);
    }

    /**
     * Both child and guardians are named in the invitation where the routine says so (STA-31, BR-59, CON-61).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-BR-59}, unless a reason is written
     */
    void requireFamilyInvited(Document meeting) {
        if (!asksForChild(meeting) || new Overrides(meeting).excuses(MeetingModel.INVITED.getLocalName())) {
            return;
        }
        Set<String> family = new TreeSet<>(guardians(meeting));
        family.add(caseFiles.client(meeting.caseFile()).id());
        if (!persons(meeting, MeetingModel.INVITED).containsAll(family)) {
            throw Refusal.rule("BR-59").onField("invited").violation();
        }
    }

    /**
     * The child takes part, or it is written why not (STA-32, BR-60, CON-60).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-BR-60}
     */
    void requireChild(Document meeting) {
        String child = caseFiles.client(meeting.caseFile()).id();
        if (asksForChild(meeting)
                && !persons(meeting, CaseModel.PARTICIPANTS).contains(child)
                && !meeting.isFilled(MeetingModel.CHILD_ABSENCE_REASON)) {
            throw Refusal.rule("BR-60").onField("childAbsenceReason").violation();
        }
    }

    private boolean asksForChild(Document meeting) {
        return isStartUp(meeting) && routine(meeting).says("PRF-20", "CHILD");
    }

    /**
     * A talk about roles says nothing of the client (STA-24, BR-61, CON-81).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-BR-61}
     */
    static void requireRolesOnly(Document meeting) {
        if (is(meeting, "ROLE_PRE_MEETING")) {
            OF_THE_MATTER.stream().filter(meeting::isFilled).findFirst().ifPresent(field -> {
                throw Refusal.rule("BR-61").onField(field.getLocalName()).violation();
            });
        }
    }

    private Set<String> guardians(Document meeting) {
        return caseFiles.persons(meeting.caseFile()).stream()
                .filter(person -> person.text(CaseModel.RELATION)
                        .filter(GUARDIANS::contains)
                        .isPresent())
                .map(Person::id)
                .collect(Collectors.toSet());
    }

    private static Set<String> persons(Document meeting, QName list) {
        try {
            return Set.copyOf(JSON.readTree(meeting.text(list).orElse("[]")).findValuesAsText("personId"));
        } catch (JsonProcessingException e) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "JSON").violation();
        }
    }
}

package org.insats.followup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Role;
import org.insats.platform.Refusal;

/** What a routine asks of a follow-up (PRF-28..32, PRF-34, PRF-55, PRF-58), and the rules on its outcome. */
public final class FollowUpRules {

    /** The words of PRF-30 and the fields they mean. */
    private static final Map<String, List<QName>> WORDS = Map.of(
            "NEEDS_OF_ASSIGNMENT", List.of(FollowUpModel.MEASURED_AGAINST_NEEDS),
            "PLAN", List.of(FollowUpModel.MEASURED_AGAINST_PLAN),
            "CONFORMITY", List.of(FollowUpModel.CARRIED_OUT_AS_DECIDED, FollowUpModel.CARRIED_OUT_AS_DECIDED_TEXT),
            "DEVELOPMENT", List.of(FollowUpModel.DEVELOPMENT),
            "HOW_IT_WORKED", List.of(FollowUpModel.DEVELOPMENT),
            "COMING_PERIOD", List.of(FollowUpModel.NEXT_PERIOD_GOALS),
            "AGREED_CONTENT", List.of(FollowUpModel.AGREED_CONTENT));

    private static final List<String> FAMILY_ENDS =
            List.of("FAMILY_DECLINES", "EARLY_BY_GUARDIAN", "NO_COOPERATION", "CHILD_DECLINES");

    private final CaseRoutines routines;
    private final CaseFileService caseFiles;

    /** Asks the case's routine, and the case for its client. */
    public FollowUpRules(CaseRoutines routines, CaseFileService caseFiles) {
        this.routines = routines;
        this.caseFiles = caseFiles;
    }

    CaseRoutine routine(Document followUp) {
        return routines.of(followUp);
    }

    static List<String> outcomes(Document followUp) {
        return followUp.text(FollowUpModel.OUTCOME).map(JsonText::strings).orElse(List.of());
    }

    static boolean ends(Document followUp) {
        return outcomes(followUp).contains("END");
    }

    static boolean isThreeMonthMeeting(Document followUp) {
        return followUp.text(FollowUpModel.MEETING_KIND)
                .filter("FIRST_FOLLOW_UP_3_MONTHS"::equals)
                .isPresent();
    }

    /** The case worker books a first meeting after three months (PRF-32, FUP-09). */
    boolean beginsWithThreeMonthMeeting(Document followUp) {
        return routine(followUp).says("PRF-32", "THREE_MONTH_MEETING_BY_CASE_WORKER");
    }

    /** Whether the routine asks for a field when the follow-up is documented (PRF-30). */
    boolean asksFor(Document followUp, QName field) {
        if (field.equals(FollowUpModel.NEXT_PERIOD_GOALS) && ends(followUp)) {
            return false;
        }
        if (field.equals(FollowUpModel.AGREED_CONTENT)
                && outcomes(followUp).stream().noneMatch(List.of("CONTINUE", "EXTEND")::contains)) {
            return false;
        }
        return routine(followUp).texts("PRF-30").stream()
                .anyMatch(word -> WORDS.getOrDefault(word, List.of()).contains(field));
    }

    /** Fields that some routine asks for. */
    static List<QName> fieldsOfRoutines() {
        return WORDS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(word -> word.getValue().stream())
                .distinct()
                .toList();
    }

    /** The four-step scale is asked for, for every goal (PRF-55, BR-70). */
    boolean asksForScale(Document followUp) {
        return routine(followUp)
                .entry("PRF-55", "mandatory")
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    /** What the case worker gathered before the meeting is named (FUP-14, DOC-MTG-16). */
    boolean asksForBasis(Document followUp) {
        return routine(followUp).says("PRF-30", "GATHERED_INFORMATION");
    }

    /** The child is given the chance to take part, and the meeting is adapted to it (FUP-15, PRF-28). */
    boolean asksForChild(Document followUp) {
        return routine(followUp).says("PRF-28", "CHILD");
    }

    /** Case worker and placement worker follow up together (PRF-28, FUP-24). */
    boolean isJoint(Document followUp) {
        return followUp.intervention().isPresent() && routine(followUp).says("PRF-28", "PLACEMENT_WORKER");
    }

    boolean asksForChildTalk(Document followUp) {
        CaseRoutine routine = routine(followUp);
        return routine.says("PRF-31", "MUST_BE_OFFERED")
                || routine.texts("PRF-31").isEmpty() && routine.says("PRF-59", "MUST_BE_OFFERED");
    }

    /** Who fills the document in: as the routine says, else the case worker (PRF-29, PRF-58, BR-77). */
    boolean fillsIn(NodeRef caseFile, Optional<NodeRef> intervention, Role role) {
        CaseRoutine routine = routines.of(caseFile, intervention);
        List<String> named = Stream.of(routine.texts("PRF-29", "document"), routine.texts("PRF-58"))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of("CASE_WORKER"));
        return CaseRoutine.isOneOf(named, role);
    }

    boolean fillsIn(Document followUp, Role role) {
        return fillsIn(followUp.caseFile(), followUp.intervention(), role);
    }

    /** The case worker journals the meeting besides the document (PRF-29, FUP-19). */
    boolean asksForJournalNote(Document followUp) {
        return routine(followUp).entry("PRF-29", "journalNote").isPresent() && !isThreeMonthMeeting(followUp);
    }

    /** What has to change is put on one of three levels, with a reason (REV-07). */
    boolean asksForLevel(Document followUp) {
        return routine(followUp).says("PRF-34", "NEW_INVESTIGATION_OWN_DOCUMENT")
                && (followUp.isTrue(FollowUpModel.ASSIGNMENT_CHANGE_NEEDED)
                        || followUp.isTrue(FollowUpModel.PLAN_REVISION_NEEDED)
                        || followUp.isTrue(FollowUpModel.NEW_NEEDS));
    }

    /** Concern for the child is answered when the family ends it (DOC-FUP-24, BR-100). */
    static boolean asksForConcern(Document followUp) {
        return ends(followUp)
                && followUp.text(FollowUpModel.ENDING_REASON)
                        .filter(FAMILY_ENDS::contains)
                        .isPresent();
    }

    /**
     * The child took part, or it is written why not (BR-60).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-BR-60}
     */
    void requireChildGivenTheChance(Document followUp) {
        if (!asksForChild(followUp) || followUp.isFilled(FollowUpModel.CHILD_ABSENCE_REASON)) {
            return;
        }
        String child = caseFiles.client(followUp.caseFile()).id();
        boolean present = followUp.text(CaseModel.PARTICIPANTS).map(JsonText::elements).orElse(List.of()).stream()
                .anyMatch(participant -> participant.path("personId").asText("").equals(child));
        if (!present) {
            throw Refusal.rule("BR-60").onField("childAbsenceReason").violation();
        }
    }

    /**
     * The outcome answers to what was found (FUP-33, FUP-36, REV-07, REV-10, REV-11).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-FUP-33}, {@code INS-FUP-36} or {@code INS-REV-10}
     */
    void requireConsistentOutcome(Document followUp) {
        boolean investigates = outcomes(followUp).contains("NEW_INVESTIGATION");
        boolean asks =
                routine(followUp).texts("PRF-34").stream().anyMatch(word -> word.startsWith("NEW_INVESTIGATION"));
        if (!asks) {
            return;
        }
        if (followUp.isTrue(FollowUpModel.NEW_NEEDS) && !investigates && !isLevel(followUp, "CHANGED_NEEDS")) {
            throw Refusal.rule("FUP-33").onField("outcome").violation();
        }
        if (asksForConcern(followUp) && followUp.isTrue(FollowUpModel.CONCERN) && !investigates) {
            throw Refusal.rule("FUP-36").onField("outcome").violation();
        }
        if (isLevel(followUp, "NEW_NEEDS") && !investigates) {
            throw Refusal.rule("REV-10").onField("outcome").violation();
        }
    }

    private static boolean isLevel(Document followUp, String level) {
        return followUp.text(FollowUpModel.CHANGE_LEVEL).filter(level::equals).isPresent();
    }
}

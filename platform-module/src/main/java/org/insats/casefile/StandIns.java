package org.insats.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * Stand-ins for a case worker who is away, in all their cases of a unit at once (bean {@code insats.standIns}; BR-110). For whoever may
 * change who works in the unit's cases by belonging to it; cases that they do not see, protected ones, are left to those named in them.
 */
public final class StandIns {

    private static final String OBJECT = "case";
    private static final String ACT = "changeMembers";
    /** More cases than one person has; each is written in the same transaction. */
    private static final int MOST = 300;

    private static final int MOST_LISTED = 2_000;

    private final DatabaseQuery query;
    private final CaseFileService caseFiles;
    private final CaseAccess access;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public StandIns(DatabaseQuery query, CaseFileService caseFiles, CaseAccess access, ServicePerson servicePerson) {
        this.query = query;
        this.caseFiles = caseFiles;
        this.access = access;
        this.servicePerson = servicePerson;
    }

    /**
     * Somebody in somebody's stead.
     *
     * @param absent user name of who is away
     * @param userName who stands in
     * @param from first day
     * @param until last day
     */
    public record Absence(String absent, String userName, LocalDate from, LocalDate until) {}

    /** Codes of the units that the current user sets stand-ins for; none for most people. */
    public List<String> units() {
        return access.unitsFor(CaseAccess.currentUser(), OBJECT, ACT);
    }

    /**
     * Stand-ins of today and to come, each with the numbers of the cases, by first day.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS} (403)
     */
    public Map<Absence, List<String>> of(String unit) {
        requireMay(unit);
        Map<Absence, List<String>> found = new LinkedHashMap<>();
        for (NodeRef node : query.find(
                "SELECT * FROM ins:caseFile WHERE ins:unit = " + DatabaseQuery.quoted(unit)
                        + " AND ins:rightsChangeAt > TIMESTAMP '1970-01-01T00:00:00.000Z'",
                MOST_LISTED)) {
            String number = caseFiles.ofNode(node).caseNumber();
            for (Member member : servicePerson.elevated(() -> access.members().known(node))) {
                absence(member).ifPresent(absence -> found.computeIfAbsent(absence, ignored -> new ArrayList<>())
                        .add(number));
            }
        }
        Map<Absence, List<String>> ordered = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().from()))
                .forEach(entry -> ordered.put(
                        entry.getKey(), entry.getValue().stream().sorted().toList()));
        return ordered;
    }

    private static Optional<Absence> absence(Member member) {
        return member.standsInFor().flatMap(absent -> member.until()
                .map(until -> new Absence(absent, member.userName(), member.from(), until)));
    }

    /**
     * Has somebody stand in for a case worker in all their cases of the unit; or nowhere, where one of them refuses.
     *
     * @return the numbers of the cases
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS} (403); {@code INS-STAND-IN} and {@code INS-STAND-IN-NONE} (422) where the
     *     days are no absence, or who is away has no case there
     */
    public List<String> set(String unit, Absence absence) {
        requireMay(unit);
        List<String> numbers = casesOf(unit, absence.absent());
        if (numbers.isEmpty()) {
            throw Refusal.rule("STAND-IN-NONE").onField("absent").violation();
        }
        NewMember standIn = new NewMember(
                absence.userName(),
                Role.CASE_WORKER,
                Optional.empty(),
                Optional.of(new NewMember.StandIn(absence.absent(), absence.from(), absence.until())));
        numbers.forEach(number -> caseFiles.addMember(number, standIn));
        return numbers;
    }

    /** Cases in which somebody works as a case worker today. */
    private List<String> casesOf(String unit, String userName) {
        return named(unit, userName).stream()
                .filter(node -> caseFiles.members(node).stream()
                        .anyMatch(member -> member.userName().equals(userName)
                                && member.role().isCaseWorker()
                                && member.standsInFor().isEmpty()))
                .map(node -> caseFiles.ofNode(node).caseNumber())
                .sorted()
                .toList();
    }

    private List<NodeRef> named(String unit, String userName) {
        return query.find(
                "SELECT * FROM ins:caseFile WHERE ANY ins:namedUsers IN (" + DatabaseQuery.quoted(userName)
                        + ") AND ins:unit = " + DatabaseQuery.quoted(unit),
                MOST);
    }

    /** Ends a stand-in today, in all cases of the unit; answers the numbers of those where there was one. */
    public List<String> end(String unit, String absent, String userName) {
        requireMay(unit);
        return named(unit, userName).stream()
                .map(node -> caseFiles.ofNode(node).caseNumber())
                .filter(number -> caseFiles.endStandIn(number, userName, absent))
                .sorted()
                .toList();
    }

    private void requireMay(String unit) {
        if (!units().contains(unit)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ACCESS").violation();
        }
    }
}

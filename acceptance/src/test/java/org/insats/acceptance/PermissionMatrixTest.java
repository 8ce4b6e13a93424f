package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.insats.acceptance.PermissionTable.Expected;
import org.insats.acceptance.PermissionTable.Relation;
import org.insats.acceptance.PermissionTable.Row;
import org.insats.acceptance.PermissionWorld.Paper;
import org.insats.acceptance.PermissionWorld.Scene;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every row of the table of who may do what, asked over HTTP with an account of each role in four kinds of case. What is refused
 * answers 403 or 404; what is let through is asked with a version that never was, so that it stops there and changes nothing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionMatrixTest {

    private static final String V1 = CaseDesk.V1;
    private static final String NODES = "/api/-default-/public/alfresco/versions/1/nodes/";
    private static final Set<Integer> REFUSED = Set.of(403, 404);
    private static final Map<String, String> NEVER = Map.of("version", "0.0");
    /** Kept with contractors: there is no protected case of theirs. */
    private static final Set<String> IN_REGISTER =
            Set.of("agreement", "complaint", "contractorContact", "contractorFeedback", "contractorInvestigation");
    /** Made by the system alone, or by acts that need days of preparation: read rights are asked in the stories that have them. */
    private static final Set<String> WITHOUT_PAPER = Set.of("decline", "withdrawal", "sisForm");

    /** What the routine of the case that is asked narrows, so that these are asked about a case of another routine. */
    private static final Map<String, Set<String>> NARROWED = Map.of(
            "followUp.edit", Set.of("TREATMENT_LEAD", "THERAPIST"),
            "followUp.create", Set.of("TREATMENT_LEAD", "THERAPIST"),
            "meeting.edit", Set.of("PLACEMENT_WORKER"),
            "meeting.create", Set.of("PLACEMENT_WORKER"),
            "implementationPlan.edit", Set.of("CASE_WORKER"),
            "implementationPlan.create", Set.of("CASE_WORKER"),
            // Of the performing side, in the folder of their intervention only.
            "incomingDocument.edit", Set.of("TREATMENT_LEAD", "THERAPIST", "PLACEMENT_WORKER"),
            "incomingDocument.create", Set.of("TREATMENT_LEAD", "THERAPIST", "PLACEMENT_WORKER"));

    /** Read by a case worker once they take part in the investigation: InvestigationTest. */
    private static final Map<String, String> ELSEWHERE = Map.of("contractorInvestigation.read", "CASE_WORKER");

    private PermissionWorld world;

    @BeforeAll
    void everybodyAndTheirCases() {
        new TestClock(Target.get().admin()).setTo("2026-02-09");
        world = new PermissionWorld(Target.get());
    }

    @Test
    @Covers({"CON-110", "CON-112", "CON-114", "CON-115", "CON-116"})
    void documentsAreReadByThoseWhoMayAndByNobodyElse() {
        List<String> wrong = new ArrayList<>();
        rows(Set.of("read", "readDraft")).forEach(row -> world.accounts().forEach((role, account) -> {
            for (Relation relation : Relation.values()) {
                paper(row, relation).ifPresent(paper -> {
                    Expected expected = row.expected(role, relation);
                    check(
                            wrong,
                            row,
                            role,
                            relation,
                            expected,
                            account.get(V1 + "/documents/" + paper.id()).status());
                    check(
                            wrong,
                            row,
                            role,
                            relation,
                            expected,
                            account.get(NODES + paper.id()).status());
                });
            }
        }));

        assertThat(wrong).isEmpty();
    }

    @Test
    void theOverviewHoldsWhatMayBeReadAndNothingElse() {
        List<String> wrong = new ArrayList<>();
        world.accounts().forEach((role, account) -> {
            for (Relation relation : Relation.values()) {
                Scene scene = world.scene(relation);
                Api.Answer answer = account.get(V1 + "/cases/" + scene.desk().caseNumber());
                Set<String> seen = answer.status() == 200 ? ids(answer.json().path("documents")) : Set.of();
                rows(Set.of("read", "readDraft")).forEach(row -> paper(row, relation)
                        .filter(paper -> paper.desk() == scene.desk())
                        .filter(paper -> seen.contains(paper.id()) != (row.expected(role, relation) == Expected.ALLOW))
                        .ifPresent(paper -> wrong.add(role + " " + relation + " overview and " + row.object())));
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    @Covers({
        "RSP-01", "RSP-03", "RSP-04", "RSP-05", "RSP-06", "RSP-07", "RSP-08", "RSP-09", "RSP-10", "RSP-11", "RSP-12",
        "RSP-13", "RSP-14", "RSP-15", "RSP-16", "RSP-17", "RSP-18", "RSP-19", "RSP-20", "RSP-21", "RSP-22", "RSP-23",
        "RSP-24", "RSP-25", "RSP-26", "RSP-27", "RSP-28", "RSP-29", "RSP-30", "RSP-31", "RSP-32", "RSP-33", "RSP-34",
        "RSP-35", "RSP-36", "RSP-37", "RSP-38", "RSP-39", "RSP-40", "RSP-41", "RSP-42", "RSP-43", "RSP-44", "RSP-45",
        "RSP-46", "RSP-47", "RSP-48", "RSP-49", "RSP-50", "RSP-51", "RSP-52", "RSP-53", "RSP-54", "RSP-55", "RSP-56",
        "RSP-57", "ROLE-01", "ROLE-02", "ROLE-04", "ROLE-05", "ROLE-06", "ROLE-07", "ROLE-08", "ROLE-09", "ROLE-10",
        "ROLE-11", "ROLE-12", "ROLE-13", "ROLE-14", "ROLE-15", "ROLE-16",
    })
    void actsAreOpenToThoseWhoMayAndToNobodyElse() {
        List<String> wrong = new ArrayList<>();
        List<Row> acts = PermissionTable.rows().stream()
                .filter(row -> world.scene(Relation.OWN).paper(row.object()).isPresent())
                .filter(row -> !Set.of("read", "readDraft", "create", "edit").contains(row.act()))
                .toList();
        acts.forEach(row -> ask(
                wrong,
                row,
                (account, paper) -> account.post(V1 + "/documents/" + paper.id() + "/actions/" + row.act(), NEVER)));
        assertThat(wrong).isEmpty();
        assertThat(acts).hasSizeGreaterThan(150);
    }

    @Test
    void documentsAreWrittenByThoseWhoMayAndByNobodyElse() {
        List<String> wrong = new ArrayList<>();
        rows(Set.of("edit"))
                .forEach(row -> ask(
                        wrong,
                        row,
                        (account, paper) -> account.put(
                                V1 + "/documents/" + paper.id(), Map.of("version", "0.0", "fields", Map.of()))));
        rows(Set.of("create")).forEach(row -> ask(wrong, row, (account, paper) -> create(account, row, paper)));

        assertThat(wrong).isEmpty();
    }

    private Api.Answer create(Api account, Row row, Paper paper) {
        if (paper.inIntervention()) {
            String name = UUID.randomUUID() + ".txt";
            return account.post(
                    NODES + paper.desk().interventionId() + "/children",
                    Map.of("name", name, "nodeType", "cm:content"));
        }
        Map<String, ?> unknownField = Map.of("finnsInte", "x");
        if (paper.desk() == null) {
            String contractor =
                    world.scene(Relation.OTHER).papers().get(row.object()).contains(paper)
                            ? world.contractor(Relation.OTHER)
                            : world.contractor(Relation.OWN);
            return account.post(
                    V1 + "/contractors/" + contractor + "/documents",
                    Map.of("kind", row.object(), "fields", unknownField));
        }
        return paper.desk().tryCreate(account, row.object(), unknownField);
    }

    @Test
    @Covers({"BR-110", "CON-110"})
    void theCaseAndItsPeopleAreOpenToThoseWhoMayAndToNobodyElse() {
        List<String> wrong = new ArrayList<>();
        List<Row> rows = PermissionTable.rows().stream()
                .filter(row -> Set.of("case", "person").contains(row.object()))
                .toList();
        rows.forEach(row -> world.accounts().forEach((role, account) -> {
            for (Relation relation : Relation.values()) {
                boolean aboutCase = !row.act().equals("open");
                if (aboutCase || relation == Relation.UNIT || relation == Relation.OTHER) {
                    check(wrong, row, role, relation, row.expected(role, relation), onCase(account, row, relation));
                }
            }
        }));

        assertThat(wrong).isEmpty();
    }

    private int onCase(Api account, Row row, Relation relation) {
        Scene scene = world.scene(relation);
        String path = V1 + "/cases/" + scene.desk().caseNumber();
        Map<String, String> nobody = Map.of("userName", "finns-inte", "role", "CASE_WORKER");
        Map<String, String> nobodyToPerform = Map.of("userName", "finns-inte", "role", "THERAPIST");
        return switch (row.object() + "." + row.act()) {
            case "case.open" -> account.post(
                            V1 + "/cases", Map.of("unit", world.unit(relation), "profile", "finns-inte"))
                    .status();
            case "case.read" -> account.get(path).status();
            case "case.readFolder" -> account.get(NODES + scene.caseFile()).status();
            case "case.readMembers" -> account.get(path + "/members").status();
            case "case.changeMembers" -> account.post(path + "/members", nobody).status();
            case "case.addPerformer" -> account.post(path + "/members", nobodyToPerform)
                    .status();
            case "case.addPerson" -> account.post(path + "/persons", Map.of()).status();
            case "case.close" -> account.get(path + "/closing").status();
            case "case.reopen" -> account.post(path + "/reopen", Map.of()).status();
            case "person.read" -> account.get(NODES + scene.person()).status();
            case "person.readProtected" -> account.get(NODES + scene.secretPerson())
                    .status();
            case "person.edit" -> account.put(V1 + "/persons/" + scene.person(), Map.of())
                    .status();
            default -> throw new AssertionError("Nobody asks " + row);
        };
    }

    @Test
    @Covers({"CON-70", "CON-71"})
    void theNameOfAPersonWithProtectedIdentityIsNowhereInWhatOthersRead() {
        world.accounts().forEach((role, account) -> {
            for (Relation relation : Relation.values()) {
                String overview = account.get(
                                V1 + "/cases/" + world.scene(relation).desk().caseNumber())
                        .text();
                boolean named = role.equals("CASE_WORKER") && relation == Relation.OWN;
                assertThat(overview.contains("Hemlig"))
                        .as(role + " " + relation)
                        .isEqualTo(named);
            }
        });
    }

    @Test
    void registersAndMeetingsAreOpenToThoseOfTheUnitAndToNobodyElse() {
        List<String> wrong = new ArrayList<>();
        List<Row> rows = PermissionTable.rows().stream()
                .filter(row -> Set.of("contractor", "unitMeeting", "report", "scanQueue")
                        .contains(row.object()))
                .toList();
        rows.forEach(row -> world.accounts().forEach((role, account) -> {
            for (Relation relation : List.of(Relation.UNIT, Relation.OTHER)) {
                boolean ofOffice = role.equals("OFFICE_MANAGER");
                check(
                        wrong,
                        row,
                        role,
                        relation,
                        row.expected(role, relation),
                        onUnit(account, row, relation, ofOffice));
            }
        }));

        assertThat(wrong).isEmpty();
        assertThat(rows).hasSize(7);
    }

    private int onUnit(Api account, Row row, Relation relation, boolean ofOffice) {
        String unit = ofOffice ? world.unit(relation) : world.performer(relation);
        String contractor = V1 + "/contractors/" + world.contractor(relation);
        return switch (row.object() + "." + row.act()) {
            case "contractor.create" -> account.post(
                            V1 + "/contractors", Map.of("unit", world.performer(relation), "profile", "finns-inte"))
                    .status();
            case "contractor.read" -> account.get(contractor).status();
            case "contractor.edit" -> account.put(contractor, Map.of("version", "0.0"))
                    .status();
            case "unitMeeting.read" -> account.get(V1 + "/unit-meetings?unit=" + world.performer(relation))
                    .status();
            case "unitMeeting.hold" -> account.post(
                            V1 + "/unit-meetings", Map.of("unit", world.performer(relation), "date", "2026-02-09"))
                    .status();
            case "report.read" -> account.get(V1 + "/reports/compliance?unit=" + unit + "&from=2026-01&to=2026-02")
                    .status();
            case "scanQueue.read" -> account.get(V1 + "/scans/queue").status();
            default -> throw new AssertionError("Nobody asks " + row);
        };
    }

    @Test
    @Covers("RET-84")
    void recordsAreOpenToArchivistsAndToNobodyElse() {
        List<String> wrong = new ArrayList<>();
        List<Row> rows = PermissionTable.rows().stream()
                .filter(row -> row.object().equals("records"))
                .toList();
        rows.forEach(row -> world.accounts()
                .forEach((role, account) -> check(
                        wrong,
                        row,
                        role,
                        Relation.OTHER,
                        row.expected(role, Relation.OTHER),
                        onRecords(account, row))));

        assertThat(wrong).isEmpty();
        assertThat(rows).hasSize(8);
    }

    private int onRecords(Api account, Row row) {
        Scene scene = world.scene(Relation.OTHER);
        String records = V1 + "/records";
        return switch (row.act()) {
            case "readRetention" -> account.get(records + "/disposals").status();
            case "changeRules" -> account.put(V1 + "/retention/rules", Map.of()).status();
            case "sort" -> account.put(V1 + "/documents/" + scene.caseFile() + "/ground", Map.of("ground", "?"))
                    .status();
            case "readHolds" -> account.get(records + "/holds").status();
            case "hold" -> account.post(records + "/holds", Map.of()).status();
            case "propose" -> account.post(records + "/disposals", Map.of("unit", "finns-inte", "year", 1990))
                    .status();
                // There is no such disposal: whoever is told so was let through.
            case "approve" -> {
                int status = account.post(records + "/disposals/finns-inte/approve", Map.of())
                        .status();
                yield status == 404 ? 422 : status;
            }
            case "package" -> account.get(V1 + "/cases/" + scene.desk().caseNumber() + "/package")
                    .status();
            default -> throw new AssertionError("Nobody asks " + row);
        };
    }

    @Test
    void everyRowIsAsked() {
        Set<String> kinds = PermissionTable.rows().stream()
                .map(Row::object)
                .filter(object -> !Set.of(
                                "case", "person", "contractor", "unitMeeting", "report", "scanQueue", "records")
                        .contains(object))
                .collect(Collectors.toCollection(TreeSet::new));
        kinds.removeIf(kind -> world.scene(Relation.OWN).paper(kind).isPresent());

        assertThat(WITHOUT_PAPER).containsAll(kinds);
    }

    private interface Question {
        Api.Answer ask(Api account, Paper paper);
    }

    private void ask(List<String> wrong, Row row, Question question) {
        world.accounts().forEach((role, account) -> {
            for (Relation relation : Relation.values()) {
                asked(row, role, relation).ifPresent(paper -> {
                    Expected expected = row.expected(role, relation);
                    if (expected != Expected.ALLOW || !hiddenFrom(role, row, paper)) {
                        check(
                                wrong,
                                row,
                                role,
                                relation,
                                expected,
                                question.ask(account, paper).status());
                    }
                });
            }
        });
    }

    /** The document that a row is asked of: where a routine narrows it for a role, one of a routine that does not. */
    private Optional<Paper> asked(Row row, String role, Relation relation) {
        Scene scene = world.scene(relation);
        return isNarrowed(row, role) && row.expected(role, relation) == Expected.ALLOW
                ? scene.paper(PermissionWorld.WIDE + row.object())
                : scene.paper(row.object());
    }

    private static boolean isNarrowed(Row row, String role) {
        return NARROWED.getOrDefault(row.object() + "." + row.act(), Set.of()).contains(role);
    }

    /** Of the performing side nobody acts on what they do not see yet. */
    private static boolean hiddenFrom(String role, Row row, Paper paper) {
        return paper.draft()
                && PermissionWorld.PERFORMING.contains(role)
                && PermissionTable.rows().stream()
                        .anyMatch(each ->
                                each.object().equals(row.object()) && each.act().equals("readDraft"));
    }

    private Collection<Row> rows(Set<String> acts) {
        return PermissionTable.rows().stream()
                .filter(row -> acts.contains(row.act()))
                .filter(row -> world.scene(Relation.OWN).paper(row.object()).isPresent())
                .toList();
    }

    /** The document that a row about reading is asked of: a draft where it hides drafts. */
    private Optional<Paper> paper(Row row, Relation relation) {
        if (IN_REGISTER.contains(row.object()) && relation == Relation.PROTECTED) {
            return Optional.empty();
        }
        boolean hides = PermissionTable.rows().stream()
                .anyMatch(
                        each -> each.object().equals(row.object()) && each.act().equals("readDraft"));
        Scene scene = world.scene(relation);
        return hides ? scene.paper(row.object(), row.act().equals("readDraft")) : scene.paper(row.object());
    }

    private static Set<String> ids(JsonNode documents) {
        return StreamSupport.stream(documents.spliterator(), false)
                .map(document -> document.path("id").asText())
                .collect(Collectors.toSet());
    }

    private static void check(
            List<String> wrong, Row row, String role, Relation relation, Expected expected, int status) {
        boolean refused = REFUSED.contains(status);
        if (expected == Expected.ALLOW
                && ELSEWHERE.getOrDefault(row.object() + "." + row.act(), "").equals(role)) {
            return;
        }
        if (refused != (expected != Expected.ALLOW) || status >= 500) {
            wrong.add(
                    role + " " + relation + " " + row.object() + "." + row.act() + ": " + expected + " and " + status);
        }
    }
}

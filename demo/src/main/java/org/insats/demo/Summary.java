package org.insats.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is in the repository after the clock has moved on, and tells where it is not what it must be. */
final class Summary {

    private static final String WORKFLOW = "/api/-default-/public/workflow/versions/1";

    /** Of open care one case is closed, one ending, two only ordered, one only assigned; of three placements one runs. */
    private static final Map<String, Integer> STATES =
            Map.of("ENDED", 1, "ENDING", 1, "ORDERED", 4, "PLANNED", 1, "RUNNING", 5);

    /**
     * Of eight orders in open care six were checked in time; of six started interventions three were followed up, one is late, two have
     * time. Two of the placements were allocated and the case worker contacted (DL-04); of the one that runs nobody told the family and
     * the secretary of the meal deduction (DL-51).
     */
    private static final Map<String, Integer> DEADLINES = Map.ofEntries(
            Map.entry("DL-04 MET", 2),
            Map.entry("DL-06 MET", 6),
            Map.entry("DL-06 OVERDUE", 2),
            Map.entry("DL-13 PENDING", 1),
            Map.entry("DL-15 MET", 3),
            Map.entry("DL-15 OVERDUE", 1),
            Map.entry("DL-15 PENDING", 2),
            Map.entry("DL-23 MET", 2),
            Map.entry("DL-23 PENDING", 6),
            Map.entry("DL-28 MET", 1),
            Map.entry("DL-28 OVERDUE", 1),
            Map.entry("DL-29 MET", 1),
            Map.entry("DL-34 MET", 3),
            Map.entry("DL-35 MET", 8),
            Map.entry("DL-40 CANCELLED", 2),
            Map.entry("DL-40 PENDING", 7),
            Map.entry("DL-42 MET", 5),
            Map.entry("DL-47 MET", 6),
            Map.entry("DL-50 CANCELLED", 2),
            Map.entry("DL-50 PENDING", 4),
            Map.entry("DL-51 OVERDUE", 2),
            Map.entry("DL-57 MET", 2),
            Map.entry("DL-57 PENDING", 9),
            Map.entry("DL-58 PENDING", 1),
            Map.entry("DL-62 PENDING", 1),
            Map.entry("DOC-IMP-15 MET", 1));

    /** Acts with a workflow definition of their own; the others share one. */
    private static final Map<String, String> WORKFLOW_OF_ACT = Map.of(
            "EXECUTION_CHECK", "insatsExecutionCheck",
            "FOLLOW_UP", "insatsFollowUp",
            "FINISH_DOCUMENTATION", "insatsFinishDocumentation",
            "PERFORMER_CLOSING", "insatsPerformerClosing",
            "GRANT_ENDING", "insatsGrantEnding",
            "AWAIT_SIGNED_COPY", "insatsAwaitSignedCopy");

    private final Staff staff;
    private final List<String> wrong = new ArrayList<>();

    Summary(Staff staff) {
        this.staff = staff;
    }

    /** Prints the counts and what is wrong with them; true when nothing is. */
    boolean print(PrintWriter out) {
        Api admin = staff.admin();
        List<JsonNode> cases = Main.items(admin.get(Api.V1 + "/cases?size=100"));
        Map<String, Integer> states = new TreeMap<>();
        Map<String, Integer> kinds = new TreeMap<>();
        Map<String, Integer> deadlines = new TreeMap<>();
        Map<String, Integer> expectedWorkflows = new HashMap<>();
        int documents = 0;
        int versions = 0;
        for (JsonNode each : cases) {
            JsonNode overview =
                    admin.get(Api.V1 + "/cases/" + each.path("caseNumber").asText());
            overview.path("interventions")
                    .forEach(one -> count(states, one.path("state").asText()));
            for (JsonNode document : overview.path("documents")) {
                documents++;
                versions += versions(admin, document);
                count(
                        kinds,
                        document.path("kind").asText() + " "
                                + document.path("status").asText());
            }
            countDeadlines(each.path("caseNumber").asText(), deadlines, expectedWorkflows);
        }
        Map<String, Integer> workflows = workflows();
        List<JsonNode> queue = Main.items(staff.registrar().get(Api.V1 + "/scans/queue"));

        out.println();
        out.println("Summary on " + Main.LATER);
        out.println("  cases       " + cases.size() + "  " + states);
        out.println("  documents   " + documents + " with " + versions + " versions");
        kinds.forEach((kind, count) -> out.println("              " + count + " " + kind));
        out.println("  deadlines   " + deadlines);
        out.println("  workflows   " + workflows);
        out.println("  scan queue  " + queue.size());

        expect("cases", 12, cases.size());
        expect("interventions by state", STATES, states);
        expect("deadlines by rule and state", DEADLINES, deadlines);
        expect("plans signed by scan", 1, kinds.getOrDefault("implementationPlan SIGNED", 0));
        expect("scans in the queue", 1, queue.size());
        if (versions < documents) {
            wrong.add("every document has a version: " + documents + " documents, " + versions + " versions");
        }
        expect("one workflow for each act past its lead date", expectedWorkflows, workflows);
        if (deadlines.keySet().stream().noneMatch(each -> each.endsWith("OVERDUE"))) {
            wrong.add("some deadline is overdue");
        }
        wrong.forEach(each -> out.println("NOT AS EXPECTED: " + each));
        out.println(wrong.isEmpty() ? "All as expected." : wrong.size() + " not as expected.");
        out.flush();
        return wrong.isEmpty();
    }

    private static int versions(Api admin, JsonNode document) {
        return admin.get(Api.PUBLIC + "/nodes/" + document.path("id").asText() + "/versions")
                .at("/list/pagination/totalItems")
                .asInt();
    }

    private void countDeadlines(String caseNumber, Map<String, Integer> counts, Map<String, Integer> workflows) {
        for (JsonNode each : Main.items(staff.admin().get(Api.V1 + "/deadlines?case=" + caseNumber))) {
            String state = each.path("state").asText();
            count(counts, each.path("ruleId").asText() + " " + state);
            boolean open = List.of("PENDING", "DUE_SOON", "OVERDUE").contains(state);
            String lead = each.path("leadDate").asText("");
            boolean due = !lead.isEmpty() && !LocalDate.parse(lead).isAfter(Main.LATER);
            if (open && due && each.path("governing").asBoolean(true)) {
                String act = each.path("act").asText();
                count(workflows, WORKFLOW_OF_ACT.getOrDefault(act, "insatsRegisterAct"));
            }
        }
    }

    private Map<String, Integer> workflows() {
        Map<String, Integer> counts = new TreeMap<>();
        JsonNode list = staff.admin().get(WORKFLOW + "/processes?maxItems=1000&where=(status='active')");
        list.at("/list/entries")
                .forEach(each ->
                        count(counts, each.at("/entry/processDefinitionKey").asText()));
        return counts;
    }

    private static void count(Map<String, Integer> counts, String key) {
        counts.merge(key, 1, Integer::sum);
    }

    private void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(what + ": expected " + expected + ", found " + found);
        }
    }
}

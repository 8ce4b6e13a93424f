package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.deadline.DeadlineJob;
import org.insats.deadline.DeadlineService;
import org.insats.deadline.LiveDeadline;

/**
 * The deadline job finding and starting due acts, beside the bare start of as many of the same workflows, each with a package
 * and one update of a node; one a transaction, both.
 */
final class JobBenchmark implements Measure {

    private static final String DEFINITION = "activiti$insatsExecutionCheck";
    private static final String BPM = "http://www.alfresco.org/model/bpm/1.0";
    private static final String TASKS = "http://insats.org/model/workflow/1.0";
    private static final int MOST_RUNS = 10;
    private static final QName NEXT_ACTION_AT = QName.createQName(CaseModel.URI, "nextActionAt");
    private static final QName WORKFLOW_ID = QName.createQName(CaseModel.URI, "workflowId");
    private static final QName REMINDED_AT = QName.createQName(CaseModel.URI, "remindedAt");

    private final Desk desk;
    private final BenchmarkCases cases;
    private final DeadlineJob job;
    private final DeadlineService deadlines;
    private final WorkflowService workflows;
    private final NodeService nodes;
    private final Clock clock;
    private final List<BenchmarkCases.Opened> opened = new ArrayList<>();

    JobBenchmark(
            Desk desk,
            BenchmarkCases cases,
            DeadlineJob job,
            DeadlineService deadlines,
            WorkflowService workflows,
            NodeService nodes,
            Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.job = job;
        this.deadlines = deadlines;
        this.workflows = workflows;
        this.nodes = nodes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "job";
    }

    /** Settings: {@code due} acts a round, {@code rounds}. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        prepare(settings.path("due").asInt(100));
        NodeRef plain = desk.asService(() -> desk.bare(desk.folder(), Desk.name("plainNode"), 24));
        List<LiveDeadline> due = settle();
        Pairs pairs = new Pairs();
        for (int round = 0; round < settings.path("rounds").asInt(7); round++) {
            boolean first = round % 2 == 0;
            makeDue(due);
            double bare = first ? 0 : bare(due, plain);
            double ours = job(due.size());
            bare = first ? bare(due, plain) : bare;
            pairs.add(ours, bare);
        }
        makeDue(due);
        job(due.size());
        answer.put("due", due.size());
        pairs.describe(answer);
        // A rate is the inverse of a time.
        answer.put("rateRatio", Math.round(1000 / pairs.ratio()) / 1000.0);
        answer.put("findMillis", Pairs.millis(() -> job.runOnce(), 1));
    }

    private void prepare(int count) {
        while (opened.size() < count) {
            BenchmarkCases.Opened next = cases.openWithOrder();
            desk.asService(() -> {
                deadlines.recompute(next.intervention());
                return null;
            });
            opened.add(next);
        }
    }

    /** Lets the job do what is left, so that a round holds the due acts and nothing else. */
    private List<LiveDeadline> settle() {
        int runs = 1;
        while (job.runOnce().visited() > 0 && runs < MOST_RUNS) {
            runs++;
        }
        return opened.stream()
                .flatMap(each -> desk.asService(() -> deadlines.of(each.intervention())).stream())
                .filter(deadline -> deadline.workflowId().isPresent())
                .toList();
    }

    private void makeDue(List<LiveDeadline> due) {
        Date justNow = slot(clock.instant());
        for (LiveDeadline each : due) {
            desk.asService(() -> {
                Object workflow = nodes.getProperty(each.node(), WORKFLOW_ID);
                if (workflow != null) {
                    workflows.cancelWorkflow(workflow.toString());
                }
                nodes.removeProperty(each.node(), WORKFLOW_ID);
                nodes.removeProperty(each.node(), REMINDED_AT);
                nodes.setProperty(each.node(), NEXT_ACTION_AT, justNow);
                return null;
            });
        }
    }

    /** The quarter of an hour that the add-on keeps {@code ins:nextActionAt} on. */
    static Date slot(Instant instant) {
        return Date.from(instant.minusSeconds(instant.getEpochSecond() % 900).truncatedTo(ChronoUnit.SECONDS));
    }

    private double job(int expected) {
        long start = System.nanoTime();
        DeadlineJob.Summary summary = job.runOnce();
        double millis = (System.nanoTime() - start) / 1e6;
        if (summary.started() != expected || summary.visited() != expected) {
            throw new IllegalStateException("Not what was to be measured: " + summary);
        }
        return millis / expected;
    }

    private double bare(List<LiveDeadline> due, NodeRef plain) {
        List<String> started = new ArrayList<>();
        long start = System.nanoTime();
        for (LiveDeadline each : due) {
            started.add(desk.asService(() -> start(each, plain)));
        }
        double millis = (System.nanoTime() - start) / 1e6;
        started.forEach(id -> desk.asService(() -> workflows.cancelWorkflow(id)));
        return millis / due.size();
    }

    private String start(LiveDeadline deadline, NodeRef plain) {
        Map<QName, Serializable> values = new HashMap<>();
        values.put(QName.createQName(TASKS, "caseNumber"), deadline.caseNumber());
        values.put(
                QName.createQName(TASKS, "interventionId"),
                deadline.intervention().getId());
        values.put(QName.createQName(TASKS, "deadlineId"), deadline.id());
        values.put(QName.createQName(TASKS, "ruleId"), deadline.ruleId());
        values.put(QName.createQName(TASKS, "deadlineState"), "DUE_SOON");
        values.put(QName.createQName(TASKS, "taskOwner"), Desk.USER);
        Date due = Date.from(clock.instant().plus(Duration.ofDays(4)));
        values.put(QName.createQName(TASKS, "dueDate"), due);
        values.put(QName.createQName(BPM, "workflowDueDate"), due);
        values.put(QName.createQName(BPM, "workflowDescription"), deadline.caseNumber());
        values.put(QName.createQName(BPM, "package"), workflows.createPackage(null));
        String id = workflows
                .startWorkflow(workflows.getDefinitionByName(DEFINITION).getId(), values)
                .getInstance()
                .getId();
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(Desk.name("value1"), id);
        changes.put(Desk.name("value2"), due.toString());
        changes.put(ContentModel.PROP_AUTHOR, "Benchmark");
        nodes.addProperties(plain, changes);
        return id;
    }
}

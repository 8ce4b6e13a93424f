package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.insats.report.ReportJob;
import org.insats.report.Reports;

/** All counted anew into new counters by the add-on's own job: its time and what it needs of the heap. */
final class CountAnew implements Measure {

    private final Desk desk;
    private final Reports reports;
    private final ReportJob job;

    CountAnew(Desk desk, Reports reports, ReportJob job) {
        this.desk = desk;
        this.reports = reports;
        this.job = job;
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        desk.inTransaction(() -> {
            reports.rebuild();
            return null;
        });
        long start = System.nanoTime();
        Heap.watch(answer, job);
        answer.put("seconds", (System.nanoTime() - start) / 1e9);
    }
}

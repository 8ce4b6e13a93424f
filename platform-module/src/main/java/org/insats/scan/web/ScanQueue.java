package org.insats.scan.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.ListScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.scan.QueuedScan;
import org.insats.scan.ScanService;

/** {@code GET insats/v1/scans/queue}: what waits for a registrar. */
public final class ScanQueue extends ListScript<QueuedScan> {

    private static final List<String> COLUMNS = List.of("receivedAt", "pages", "reason", "id");
    private static final int PRESET_SIZE = 50;
    private static final int LARGEST_SIZE = 200;

    private final ScanService scans;

    /** Creates it. */
    public ScanQueue(WebScriptSupport support, ScanService scans) {
        super(support, "insats-scan-queue.csv", COLUMNS, PRESET_SIZE, LARGEST_SIZE);
        this.scans = scans;
    }

    @Override
    protected Page<QueuedScan> page(JsonRequest request, Optional<String> after, int size) {
        return Page.of(scans.queue(after, size + 1), size, QueuedScan::key);
    }

    @Override
    protected Object item(QueuedScan each) {
        return each;
    }

    @Override
    protected List<?> row(QueuedScan each) {
        return Arrays.asList(each.receivedAt(), each.pages(), each.reason(), each.id());
    }
}

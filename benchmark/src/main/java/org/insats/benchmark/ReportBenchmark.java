package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.InsatsFolders;
import org.insats.platform.LawDate;
import org.springframework.extensions.webscripts.AbstractWebScript;

/**
 * The web scripts of the reports beside the bare queries that each needs: the nodes that hold what it shows, found in its order, and
 * their properties read, with those of the case and intervention
 * that a row tells of. The ratio is that of the whole web script inside the repository, with its transaction, rights and
 * answer, to the bare queries; what a request takes over HTTP is told beside it.
 */
final class ReportBenchmark implements Measure {

    private static final QName GENERATION = QName.createQName("http://insats.org/model/report/1.0", "generation");
    private static final int LIST_PAGE = 100;
    private static final int FILE_PAGE = 500;
    private static final int COUNTERS = 500;
    private static final int MOST_WARMING = 20;

    private final Desk desk;
    private final DatabaseQuery query;
    private final NodeService nodes;
    private final InsatsFolders folders;
    private final Clock clock;
    private final Map<String, AbstractWebScript> scripts;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * Creates it.
     *
     * @param scripts the web scripts, by their path below {@code insats/v1/}
     */
    ReportBenchmark(
            Desk desk,
            DatabaseQuery query,
            NodeService nodes,
            InsatsFolders folders,
            Clock clock,
            Map<String, AbstractWebScript> scripts) {
        this.desk = desk;
        this.query = query;
        this.nodes = nodes;
        this.folders = folders;
        this.clock = clock;
        this.scripts = Map.copyOf(scripts);
    }

    @Override
    public String name() {
        return "reports";
    }

    /**
     * A report and the queries it needs.
     *
     * @param name its name among the answers
     * @param path below {@code insats/v1/}
     * @param parameters of the request
     * @param selects statements that find the nodes it is made of, one after another
     * @param key what orders them
     * @param after where they begin
     * @param size nodes a page; of a file, all pages
     * @param whole whether all pages are asked for
     */
    private record Report(
            String name,
            String path,
            Map<String, String> parameters,
            List<String> selects,
            String key,
            String after,
            int size,
            boolean whole) {

        private Report asFile() {
            Map<String, String> file = new HashMap<>(parameters);
            file.put("format", "csv");
            return new Report(name + "-csv", path, file, selects, key, after, Math.max(size, FILE_PAGE), true);
        }

        private URI address(String base, String ticket) {
            String query = parameters.entrySet().stream()
                    .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return URI.create(base + "/s/insats/v1/" + path + "?alf_ticket=" + ticket + "&" + query);
        }
    }

    /** Settings: {@code base} address of the repository, {@code ticket} to ask with over HTTP, {@code rounds}. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        String base = settings.path("base").asText();
        String ticket = settings.path("ticket").asText();
        int rounds = settings.path("rounds").asInt(40);
        List<Report> reports =
                reports().flatMap(each -> Stream.of(each, each.asFile())).toList();
        Heap.watch(
                answer,
                () -> reports.forEach(report ->
                        measure(report, report.address(base, ticket), rounds, answer.putObject(report.name()))));
    }

    private void measure(Report report, URI address, int rounds, ObjectNode answer) {
        AbstractWebScript script = scripts.get(report.path());
        answer.put("bytes", InProcess.ask(script, report.parameters()));
        answer.put("nodes", bare(report));
        IntStream.range(0, Math.min(rounds, MOST_WARMING)).forEach(round -> {
            InProcess.ask(script, report.parameters());
            bare(report);
        });
        Pairs pairs = new Pairs();
        IntStream.range(0, rounds)
                .forEach(round -> pairs.round(
                        () -> InProcess.ask(script, report.parameters()), () -> bare(report), round % 2 == 0, 1));
        pairs.describe(answer);
        answer.remove("rounds");
        List<Double> requests = IntStream.range(0, rounds)
                .mapToObj(round -> Pairs.millis(() -> ask(address), 1))
                .toList();
        answer.put("httpMillis", Math.round(Pairs.quantile(requests, 0.5) * 1000) / 1000.0);
    }

    private Stream<Report> reports() {
        YearMonth month = YearMonth.from(LawDate.today(clock));
        LocalDate since = LawDate.today(clock).minusMonths(6);
        String unit = ReportCases.unit(1);
        String counters = "SELECT * FROM insrep:tally WHERE insrep:tallyUnit = '" + generation() + "." + unit
                + "' AND insrep:tallyKey < '" + month.plusMonths(1) + "'";
        String from = month.minusMonths(11).toString();
        String searching = " AND ins:queueKey < '3'";
        String registered = "SELECT * FROM insctr:contractorFile WHERE insctr:listKey > '0'";
        return Stream.of(
                new Report(
                        "compliance",
                        "reports/compliance",
                        Map.of("act", "ALL", "unit", unit),
                        List.of(counters),
                        "insrep:tallyKey",
                        from,
                        COUNTERS,
                        false),
                new Report(
                        "order-to-start",
                        "reports/order-to-start",
                        Map.of("unit", unit),
                        List.of(counters),
                        "insrep:tallyKey",
                        from,
                        COUNTERS,
                        false),
                new Report(
                        "waiting-for-match",
                        "lists/waiting-for-match",
                        Map.of("unit", unit),
                        List.of(
                                "SELECT * FROM ins:caseDocument WHERE ins:queueUnit = '" + unit + "'" + searching,
                                "SELECT * FROM ins:caseDocument WHERE ins:queueCaseUnit = '" + unit + "'" + searching),
                        "ins:queueKey",
                        "2",
                        LIST_PAGE,
                        false),
                new Report(
                        "contractors-without-contact",
                        "lists/contractors-without-contact",
                        Map.of(),
                        List.of(registered + " AND insctr:contactKey < '" + since + "'"),
                        "insctr:listKey",
                        "0",
                        LIST_PAGE,
                        false));
    }

    private String generation() {
        return desk.asService(() -> Optional.ofNullable(nodes.getProperty(folders.reports(), GENERATION))
                .map(Object::toString)
                .orElse("1"));
    }

    private int ask(URI address) {
        try {
            HttpResponse<byte[]> response =
                    http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("A report answered " + response.statusCode());
            }
            return response.body().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Finds the nodes and reads them; returns how many. */
    private int bare(Report report) {
        return desk.inTransaction(() -> report.selects().stream()
                .mapToInt(select -> read(report, select))
                .sum());
    }

    private int read(Report report, String select) {
        int read = 0;
        Optional<String> after = Optional.of(report.after());
        QName key = key(report);
        do {
            Page<String> page = Page.of(keys(report, select, after, key), report.size(), each -> each);
            read += page.items().size();
            after = page.next();
        } while (after.isPresent() && report.whole());
        return read;
    }

    private List<String> keys(Report report, String select, Optional<String> after, QName key) {
        List<String> keys = new ArrayList<>();
        for (NodeRef node : query.findAfter(select, report.key(), after, report.size() + 1)) {
            keys.add(String.valueOf(nodes.getProperties(node).get(key)));
            if (report.key().startsWith("ins:")) {
                readAbove(node);
            }
        }
        return keys;
    }

    /** A row of a list across cases shows whose it is: the intervention or case that the node lies in, and the case. */
    private void readAbove(NodeRef node) {
        NodeRef parent = nodes.getPrimaryParent(node).getParentRef();
        nodes.getProperties(parent);
        if (nodes.getType(parent).equals(CaseModel.TYPE_INTERVENTION)) {
            nodes.getProperties(nodes.getPrimaryParent(parent).getParentRef());
        }
    }

    private static QName key(Report report) {
        String[] parts = report.key().split(":");
        String room =
                switch (parts[0]) {
                    case "insrep" -> "report";
                    case "insctr" -> "contractor";
                    default -> "case";
                };
        return QName.createQName("http://insats.org/model/" + room + "/1.0", parts[1]);
    }
}

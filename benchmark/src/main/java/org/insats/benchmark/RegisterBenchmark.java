package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorQuery;
import org.insats.contractor.ContractorService;
import org.insats.platform.LawDate;

/** A page of the register by each of the things that one can look for, and one deep in the list; to be flat as the register grows. */
final class RegisterBenchmark implements Measure {

    private static final int PAGE = 50;
    private static final int MOST_WARMING = 20;

    private final Desk desk;
    private final ContractorService contractors;
    private final Clock clock;

    RegisterBenchmark(Desk desk, ContractorService contractors, Clock clock) {
        this.desk = desk;
        this.contractors = contractors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "register";
    }

    /** Settings: {@code rounds}. Answers milliseconds a page, and how many were on it. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        int rounds = settings.path("rounds").asInt(40);
        desk.asUser(() -> {
            queries().forEach((name, query) -> measure(query, Optional.empty(), rounds, answer.putObject(name)));
            measure(ContractorQuery.all(), middle(), rounds, answer.putObject("second-page"));
            return null;
        });
    }

    private void measure(ContractorQuery query, Optional<String> after, int rounds, ObjectNode answer) {
        answer.put("found", page(query, after).size());
        IntStream.range(0, Math.min(rounds, MOST_WARMING)).forEach(round -> page(query, after));
        List<Double> times = IntStream.range(0, rounds)
                .mapToObj(round -> Pairs.millis(() -> page(query, after), 1))
                .toList();
        answer.put("ourMillis", Math.round(Pairs.quantile(times, 0.5) * 1000) / 1000.0);
    }

    private List<Contractor> page(ContractorQuery query, Optional<String> after) {
        return desk.inTransaction(() -> contractors.search(query, after, PAGE));
    }

    private Optional<String> middle() {
        List<Contractor> first = page(ContractorQuery.all(), Optional.empty());
        return first.isEmpty() ? Optional.empty() : Optional.of(contractors.key(first.get(first.size() - 1)));
    }

    private Map<String, ContractorQuery> queries() {
        LocalDate today = LawDate.today(clock);
        Map<String, ContractorQuery> queries = new LinkedHashMap<>();
        queries.put("all", ContractorQuery.all());
        queries.put("skill", query(Optional.of(RegisterEntries.SKILLS.get(0)), Optional.empty(), Optional.empty()));
        queries.put("free-places", query(Optional.empty(), Optional.of(1), Optional.empty()));
        queries.put("available", query(Optional.empty(), Optional.empty(), Optional.of(today)));
        queries.put(
                "skill-places-available",
                query(Optional.of(RegisterEntries.SKILLS.get(1)), Optional.of(1), Optional.of(today)));
        queries.put("without-contact", ContractorQuery.all().withoutContactSince(today.minusMonths(6)));
        return queries;
    }

    private static ContractorQuery query(
            Optional<String> skill, Optional<Integer> freePlaces, Optional<LocalDate> availableOn) {
        return new ContractorQuery(
                Optional.empty(), Optional.empty(), skill, Optional.empty(), freePlaces, availableOn, Optional.empty());
    }
}

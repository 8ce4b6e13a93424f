package org.insats.accesslog;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one request has looked at through the platform's own doors. The platform reads a node several times while it answers, and all
 * nodes of a list: at the end it is one entry a case, which names the node where there was one.
 */
final class Sights {

    private static final ThreadLocal<Map<Object, Sights>> REQUEST = new ThreadLocal<>();

    private final Consumer<Look> sink;
    private final Map<String, Seen> byCase = new LinkedHashMap<>();
    private final Set<Look> refused = new LinkedHashSet<>();

    private Sights(Consumer<Look> sink) {
        this.sink = sink;
    }

    /** What was seen of one case. */
    private static final class Seen {
        private final Map<String, Look> single = new LinkedHashMap<>();
        private final Map<String, Look> folders = new LinkedHashMap<>();
        private final Set<String> contents = new LinkedHashSet<>();
    }

    /** A request begins on this thread. */
    static void begin() {
        REQUEST.set(new IdentityHashMap<>());
    }

    /** The request has been answered: what it looked at is logged. */
    static void end() {
        Map<Object, Sights> all = REQUEST.get();
        REQUEST.remove();
        if (all != null) {
            all.values().forEach(Sights::tell);
        }
    }

    /** What the current request, or where there is none the current transaction, has seen; {@code sink} is told at its end. */
    static Sights current(Object log, Consumer<Look> sink) {
        Map<Object, Sights> request = REQUEST.get();
        if (request != null) {
            return request.computeIfAbsent(log, ignored -> new Sights(sink));
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new Sights(sink);
        }
        begin();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                end();
            }
        });
        return current(log, sink);
    }

    /** Whether anything will tell of what is seen from now on. */
    static boolean isGathering() {
        return REQUEST.get() != null;
    }

    /** A node's properties were read. */
    void node(Look look, boolean folder) {
        Seen seen = seen(look);
        (folder ? seen.folders : seen.single).putIfAbsent(look.node(), look);
    }

    /** A document's content was read, which has an entry of its own; false where it had one in this request already. */
    boolean content(Look look) {
        return seen(look).contents.add(look.node());
    }

    /** Something was refused. */
    void refused(Look look) {
        refused.add(look);
    }

    private Seen seen(Look look) {
        return byCase.computeIfAbsent(look.caseNumber(), ignored -> new Seen());
    }

    /** Logs what was seen. */
    void tell() {
        byCase.values().forEach(this::tell);
        refused.stream()
                .collect(Collectors.toMap(Look::node, look -> look, (a, b) -> a, LinkedHashMap::new))
                .values()
                .forEach(sink);
    }

    private void tell(Seen seen) {
        List<Look> single = new ArrayList<>(seen.single.values());
        single.removeIf(look -> seen.contents.contains(look.node()));
        if (single.size() > 1) {
            Look first = single.get(0);
            sink.accept(new Look(
                    first.at(),
                    first.user(),
                    LookKind.LIST,
                    first.what(),
                    first.caseNumber(),
                    "",
                    "",
                    "",
                    "",
                    first.address(),
                    first.outcome(),
                    first.grant()));
        } else if (single.size() == 1) {
            sink.accept(single.get(0));
        } else if (seen.contents.isEmpty() && !seen.folders.isEmpty()) {
            new ArrayList<>(seen.folders.values()).stream().reduce((a, b) -> b).ifPresent(sink);
        }
    }
}

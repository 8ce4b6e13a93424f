package org.insats.importer;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A repository that remembers what it was given; it can be down, refuse, or store and then not answer. */
final class MemoryRepository implements ScanRepository {

    final Set<String> stored = new LinkedHashSet<>();
    final Map<String, byte[]> bytes = new LinkedHashMap<>();
    final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    boolean down;
    boolean dieAfterStoring;
    String refusal;
    int asked;

    @Override
    public synchronized Receipt file(Delivery delivery) throws IOException, Refused {
        asked++;
        if (down) {
            throw new ConnectException("Connection refused");
        }
        if (refusal != null) {
            throw new Refused(refusal);
        }
        String sha256 = delivery.sha256();
        if (!stored.add(sha256)) {
            return new Receipt(Outcome.DUPLICATE, sha256, "");
        }
        bytes.put(sha256, Files.readAllBytes(delivery.file()));
        deliveries.put(sha256, delivery);
        if (dieAfterStoring) {
            throw new IOException("The connection ended without an answer");
        }
        boolean certain = delivery.paper().reason().isEmpty();
        return new Receipt(certain ? Outcome.FILED : Outcome.QUEUED, sha256, "");
    }
}

package org.insats.embedded.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Log-in tickets as ACS gives them: random, one hour from the last use, forgotten when the server stops. */
public final class Tickets {

    private static final Duration VALID = Duration.ofHours(1);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    private record Ticket(String userName, Instant expires) {}

    /** A new ticket for a user who has shown a password. */
    public String issue(String userName) {
        tickets.values().removeIf(each -> each.expires().isBefore(clock.instant()));
        byte[] bytes = new byte[20];
        random.nextBytes(bytes);
        String id = "TICKET_" + HexFormat.of().formatHex(bytes);
        tickets.put(id, new Ticket(userName, clock.instant().plus(VALID)));
        return id;
    }

    /** The user whom a ticket stands for, while it is valid; using it prolongs it. */
    public Optional<String> user(String id) {
        Ticket ticket = tickets.computeIfPresent(
                id,
                (key, found) -> found.expires().isBefore(clock.instant())
                        ? null
                        : new Ticket(found.userName(), clock.instant().plus(VALID)));
        return Optional.ofNullable(ticket).map(Ticket::userName);
    }

    /** Ends a ticket. */
    public void revoke(String id) {
        tickets.remove(id);
    }
}

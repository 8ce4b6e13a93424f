package org.insats.embedded.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who sends a request: ticket in {@code alf_ticket}, or HTTP Basic with a password or with a ticket (alone, or as password of
 * ROLE_TICKET). As in ACS, ten wrong passwords within six seconds shut a name out until they are older.
 */
public final class Authenticator {

    private static final int TRIES = 10;
    private static final int PERIOD_SECONDS = 6;

    private final Accounts accounts;
    private final Tickets tickets;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Deque<Instant>> failures = new ConcurrentHashMap<>();

    /** Checks against these accounts and tickets. */
    public Authenticator(Accounts accounts, Tickets tickets) {
        this.accounts = accounts;
        this.tickets = tickets;
    }

    /**
     * A log-in.
     *
     * @param userName the user
     * @param ticket the ticket it was made with, or null
     */
    public record Login(String userName, String ticket) {}

    /** The log-in that a request carries, when it is right. */
    public Optional<Login> login(HttpServletRequest request) {
        String ticket = request.getParameter("alf_ticket");
        if (ticket != null && !ticket.isEmpty()) {
            Optional<Login> byTicket = byTicket(ticket);
            if (byTicket.isPresent()) {
                return byTicket;
            }
        }
        String header = request.getHeader("Authorization");
        return header == null ? Optional.empty() : byHeader(header);
    }

    private Optional<Login> byTicket(String ticket) {
        return tickets.user(ticket).map(user -> new Login(user, ticket));
    }

    private Optional<Login> byHeader(String header) {
        String[] parts = header.trim().split("\\s+");
        if (parts.length != 2 || !"basic".equalsIgnoreCase(parts[0])) {
            return Optional.empty();
        }
        String credentials;
        try {
            credentials = new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = credentials.indexOf(':');
        String name = colon < 0 ? "" : credentials.substring(0, colon);
        String secret = credentials.substring(colon + 1);
        if (name.isEmpty() || "ROLE_TICKET".equalsIgnoreCase(name)) {
            return byTicket(secret);
        }
        return byPassword(name, secret.toCharArray()).map(user -> new Login(user, null));
    }

    /** The user's name when the password is right. */
    public Optional<String> byPassword(String name, char[] password) {
        Deque<Instant> failed = failures.computeIfAbsent(name.toLowerCase(Locale.ROOT), each -> new ArrayDeque<>());
        synchronized (failed) {
            Instant since = clock.instant().minusSeconds(PERIOD_SECONDS);
            failed.removeIf(each -> each.isBefore(since));
            if (failed.size() >= TRIES) {
                return Optional.empty();
            }
        }
        Optional<String> user = accounts.check(name, password);
        if (user.isEmpty()) {
            synchronized (failed) {
                failed.add(clock.instant());
            }
        } else {
            failures.remove(name.toLowerCase(Locale.ROOT));
        }
        return user;
    }
}

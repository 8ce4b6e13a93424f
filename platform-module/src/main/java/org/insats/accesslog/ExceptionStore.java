package org.insats.accesslog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of exceptional accesses. */
final class ExceptionStore {

    private static final String COLUMNS = "id, case_number, unit, user_name, reason, from_at, until_at, ended_at";

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS insats_access_exception (
              id BIGINT PRIMARY KEY,
              case_number VARCHAR(40) NOT NULL,
              unit VARCHAR(60) NOT NULL,
              user_name VARCHAR(255) NOT NULL,
              reason VARCHAR(2000) NOT NULL,
              from_at BIGINT NOT NULL,
              until_at BIGINT NOT NULL,
              ended_at BIGINT)""",
            "CREATE INDEX IF NOT EXISTS insats_access_exception_by_user ON insats_access_exception (user_name, case_number)");

    private final AccessLogStore store;

    ExceptionStore(AccessLogStore store) {
        this.store = store;
    }

    /** Creates what is missing; called once, at start. */
    void createTables() {
        store.create(TABLES);
    }

    /**
     * What was stored.
     *
     * @param grant the access
     * @param isNew whether this call stored it
     */
    record Stored(ExceptionalGrant grant, boolean isNew) {}

    /**
     * Stores an access under the next number. A transaction of its own: that somebody asked stands whatever becomes of the request, and
     * a request that is tried again finds what its first try stored.
     *
     * @param within how long before an access asked for in the same words is the same one
     */
    Stored add(ExceptionalGrant grant, Duration within) {
        return store.inTransaction(connection -> {
            AccessLogStore.lock(connection);
            List<ExceptionalGrant> same = find(
                    connection,
                    "WHERE user_name = ? AND case_number = ? AND reason = ? AND from_at > ? AND ended_at IS NULL ORDER BY id",
                    grant.userName(),
                    grant.caseNumber(),
                    grant.reason(),
                    grant.from().minus(within).toEpochMilli());
            if (!same.isEmpty()) {
                return new Stored(same.get(0), false);
            }
            long id = find(connection, "ORDER BY id DESC FETCH FIRST 1 ROWS ONLY").stream()
                            .mapToLong(ExceptionalGrant::id)
                            .findFirst()
                            .orElse(0)
                    + 1;
            AccessLogStore.update(
                    connection,
                    "INSERT INTO insats_access_exception (id, case_number, unit, user_name, reason, from_at, until_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    grant.caseNumber(),
                    grant.unit(),
                    grant.userName(),
                    grant.reason(),
                    grant.from().toEpochMilli(),
                    grant.until().toEpochMilli());
            return new Stored(find(connection, "WHERE id = ?", id).get(0), true);
        });
    }

    /** Accesses that nobody has ended, whose time was out at {@code since} at the earliest. */
    List<ExceptionalGrant> open(Instant since) {
        return store.inTransaction(connection ->
                find(connection, "WHERE ended_at IS NULL AND until_at > ? ORDER BY id", since.toEpochMilli()));
    }

    /** Ends an access now. */
    void end(long id, Instant now) {
        store.inTransaction(connection -> AccessLogStore.update(
                connection,
                "UPDATE insats_access_exception SET ended_at = ? WHERE id = ? AND ended_at IS NULL",
                now.toEpochMilli(),
                id));
    }

    Optional<ExceptionalGrant> grant(long id) {
        return store.inTransaction(
                connection -> find(connection, "WHERE id = ?", id).stream().findFirst());
    }

    /** Accesses that were still in force at a moment, or came later; newest first. */
    List<ExceptionalGrant> since(Instant moment) {
        return store.inTransaction(
                connection -> find(connection, "WHERE until_at >= ? ORDER BY id DESC", moment.toEpochMilli()));
    }

    /** Accesses, newest first. */
    List<ExceptionalGrant> grants(AccessReports.Condition units, int most) {
        return store.inTransaction(connection -> find(
                connection,
                "WHERE 1 = 1" + units.sql() + " ORDER BY id DESC FETCH FIRST " + most + " ROWS ONLY",
                units.arguments().toArray()));
    }

    private static List<ExceptionalGrant> find(Connection connection, String which, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM insats_access_exception " + which)) {
            AccessLogStore.set(statement, arguments);
            List<ExceptionalGrant> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long ended = row.getLong(8);
                    Optional<Instant> endedAt =
                            row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended));
                    found.add(new ExceptionalGrant(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            Instant.ofEpochMilli(row.getLong(6)),
                            Instant.ofEpochMilli(row.getLong(7)),
                            endedAt));
                }
            }
            return found;
        }
    }
}

package org.insats.accesslog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The tables of the access log, on PostgreSQL and H2: plain JDBC and nothing else, so that the same class serves the repository and
 * the command line that verifies. Every write is a transaction of its own, apart from what the user's request does: a look is logged
 * whatever becomes of the request.
 */
final class AccessLogStore {

    private static final String SEGMENT_COLUMNS =
            "number, writer, seed, opened_at, last_at, beat, entries, head, closed_at, removed_at";
    private static final String ENTRY_COLUMNS =
            "segment, position, at, user_name, kind, what, case_number, unit, role, node_id,"
                    + " version, address, outcome, exception_id, hash";
    private static final String SHARED = "PostgreSQL";
    private static final int FETCH = 2_000;

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS insats_access_segment (
              number BIGINT PRIMARY KEY,
              writer VARCHAR(36) NOT NULL,
              seed VARCHAR(64) NOT NULL,
              opened_at BIGINT NOT NULL,
              last_at BIGINT NOT NULL,
              beat BIGINT NOT NULL,
              entries BIGINT NOT NULL,
              head VARCHAR(64) NOT NULL,
              closed_at BIGINT,
              removed_at BIGINT)""",
            """
            CREATE TABLE IF NOT EXISTS insats_access_entry (
              segment BIGINT NOT NULL,
              position BIGINT NOT NULL,
              at BIGINT NOT NULL,
              user_name VARCHAR(255) NOT NULL,
              kind VARCHAR(16) NOT NULL,
              what VARCHAR(255) NOT NULL,
              case_number VARCHAR(40) NOT NULL,
              unit VARCHAR(60) NOT NULL,
              role VARCHAR(400) NOT NULL,
              node_id VARCHAR(40) NOT NULL,
              version VARCHAR(20) NOT NULL,
              address VARCHAR(64) NOT NULL,
              outcome VARCHAR(10) NOT NULL,
              exception_id BIGINT NOT NULL,
              hash VARCHAR(64) NOT NULL,
              PRIMARY KEY (segment, position))""",
            "CREATE INDEX IF NOT EXISTS insats_access_by_case ON insats_access_entry"
                    + " (case_number, at DESC, segment DESC, position DESC)",
            "CREATE INDEX IF NOT EXISTS insats_access_by_user ON insats_access_entry"
                    + " (user_name, at DESC, segment DESC, position DESC)",
            "CREATE INDEX IF NOT EXISTS insats_access_by_role ON insats_access_entry"
                    + " (role, at DESC, segment DESC, position DESC)");

    private final Connections connections;
    private final List<Chain> chains;

    AccessLogStore(DataSource dataSource) {
        this(dataSource, "", "");
    }

    /**
     * Creates it.
     *
     * @param key the chain's secret key, and {@code former} earlier ones, as {@link Chain#of} takes them
     */
    AccessLogStore(DataSource dataSource, String key, String former) {
        this((Connections) dataSource::getConnection, Chain.of(key, former));
    }

    AccessLogStore(Connections connections, List<Chain> chains) {
        this.connections = connections;
        this.chains = List.copyOf(chains);
    }

    /** What entries are written by. */
    Chain chain() {
        return chains.get(0);
    }

    /** What the log may have been written by. */
    List<Chain> chains() {
        return chains;
    }

    /** Where connections come from. */
    interface Connections {

        /** A connection, to be closed by who asked for it. */
        Connection open() throws SQLException;
    }

    /** Creates what is missing; two servers may do so at once. */
    void createTables() {
        create(TABLES);
    }

    /** Creates what is missing of tables and indexes, one server at a time. */
    void create(List<String> statements) {
        inTransaction(connection -> {
            lock(connection);
            try (Statement statement = connection.createStatement()) {
                for (String each : statements) {
                    statement.execute(each);
                }
            }
            return null;
        });
    }

    /** "IF NOT EXISTS" is no protection against another who creates at the same moment. An H2 file has one process. */
    static void lock(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (SHARED.equals(product)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_xact_lock(7340219)");
            }
        }
    }

    /** Opens the next segment for a writer. */
    Segment open(String writer, Instant now) {
        return inTransaction(connection -> {
            lock(connection);
            Segment before = last(connection).orElse(null);
            long number = before == null ? 1 : before.number() + 1;
            String seed =
                    chain().seed(before == null ? Chain.BEGINNING : before.seed(), number, writer, now.toEpochMilli());
            update(
                    connection,
                    "INSERT INTO insats_access_segment (number, writer, seed, opened_at, last_at, beat, entries, head)"
                            + " VALUES (?, ?, ?, ?, ?, 0, 0, ?)",
                    number,
                    writer,
                    seed,
                    now.toEpochMilli(),
                    now.toEpochMilli(),
                    seed);
            return segment(connection, number).orElseThrow();
        });
    }

    private static Optional<Segment> last(Connection connection) throws SQLException {
        return segments(connection, "ORDER BY number DESC FETCH FIRST 1 ROWS ONLY").stream()
                .findFirst();
    }

    /**
     * Adds entries to an open segment of this server and notes how far it has come, in one transaction.
     *
     * @return the segment as it then stands
     * @throws StoreFailure also where another server has closed the segment, taking this one for dead
     */
    Segment append(Segment segment, List<Entry> entries, Instant now) {
        return inTransaction(connection -> append(connection, segment, entries, now));
    }

    private static Segment append(Connection connection, Segment segment, List<Entry> entries, Instant now)
            throws SQLException {
        String head = entries.isEmpty()
                ? segment.head()
                : entries.get(entries.size() - 1).hash();
        int updated = update(
                connection,
                "UPDATE insats_access_segment SET entries = ?, head = ?, last_at = ?, beat = beat + 1"
                        + " WHERE number = ? AND head = ? AND closed_at IS NULL",
                segment.entries() + entries.size(),
                head,
                now.toEpochMilli(),
                segment.number(),
                segment.head());
        if (updated != 1) {
            throw new StoreFailure("Segment " + segment.number() + " is not as this server left it");
        }
        insert(connection, entries);
        return segment(connection, segment.number()).orElseThrow();
    }

    /**
     * Closes the segment of a dead server and notes the gap in one's own, both or neither.
     *
     * @return one's own segment as it then stands; empty where the other is alive after all, or another has closed it
     */
    Optional<Segment> bury(Segment dead, Segment own, List<Entry> gap, Instant now) {
        return inTransaction(connection ->
                close(connection, dead, now) ? Optional.of(append(connection, own, gap, now)) : Optional.empty());
    }

    private static void insert(Connection connection, List<Entry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO insats_access_entry ("
                + ENTRY_COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Entry entry : entries) {
                Look look = entry.look();
                set(
                        statement,
                        entry.segment(),
                        entry.position(),
                        look.at().toEpochMilli(),
                        look.user(),
                        look.kind().name(),
                        look.what(),
                        look.caseNumber(),
                        look.unit(),
                        look.role(),
                        look.node(),
                        look.version(),
                        look.address(),
                        look.outcome().name(),
                        look.grant(),
                        entry.hash());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Closes a segment; false where somebody else has. */
    boolean close(Segment segment, Instant now) {
        return inTransaction(connection -> close(connection, segment, now));
    }

    private static boolean close(Connection connection, Segment segment, Instant now) throws SQLException {
        return update(
                        connection,
                        "UPDATE insats_access_segment SET closed_at = ? WHERE number = ? AND beat = ? AND closed_at IS NULL",
                        now.toEpochMilli(),
                        segment.number(),
                        segment.beat())
                == 1;
    }

    /** Segments that are not closed, by number. */
    List<Segment> openSegments() {
        return inTransaction(connection -> segments(connection, "WHERE closed_at IS NULL ORDER BY number"));
    }

    /** All segments, by number. */
    List<Segment> segments() {
        return inTransaction(connection -> segments(connection, "ORDER BY number"));
    }

    Optional<Segment> segment(long number) {
        return inTransaction(connection -> segment(connection, number));
    }

    private static Optional<Segment> segment(Connection connection, long number) throws SQLException {
        return segments(connection, "WHERE number = ?", number).stream().findFirst();
    }

    private static List<Segment> segments(Connection connection, String which, Object... arguments)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + SEGMENT_COLUMNS + " FROM insats_access_segment " + which)) {
            set(statement, arguments);
            List<Segment> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new Segment(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6),
                            row.getLong(7),
                            row.getString(8),
                            time(row, 9),
                            time(row, 10)));
                }
            }
            return found;
        }
    }

    private static OptionalLong time(ResultSet row, int column) throws SQLException {
        long time = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(time);
    }

    /** Tells of the entries of a segment in their order, however many there are. */
    void forEachEntry(long segment, Consumer<Entry> consumer) {
        stream("WHERE segment = ? ORDER BY position", consumer, segment);
    }

    /** Tells of the entries that a condition chooses, however many there are. */
    void stream(String which, Consumer<Entry> consumer, Object... arguments) {
        inTransaction(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT " + ENTRY_COLUMNS + " FROM insats_access_entry " + which)) {
                statement.setFetchSize(FETCH);
                set(statement, arguments);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        consumer.accept(entry(row));
                    }
                }
            }
            return null;
        });
    }

    /** The first entries that a condition chooses. */
    List<Entry> find(String which, int most, Object... arguments) {
        List<Entry> found = new ArrayList<>();
        stream(which + " FETCH FIRST " + most + " ROWS ONLY", found::add, arguments);
        return found;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getLong(2),
                new Look(
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.getString(4),
                        LookKind.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        Look.Outcome.valueOf(row.getString(13)),
                        row.getLong(14)),
                row.getString(15));
    }

    /** Numbers of the files that a segment tells of. */
    Set<String> filesIn(long segment) {
        return inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT DISTINCT case_number FROM insats_access_entry WHERE segment = ? AND case_number <> ''")) {
                set(statement, segment);
                Set<String> found = new TreeSet<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
                return found;
            }
        });
    }

    /** Removes the entries of a closed segment; its number, seed, size and head stay. */
    void remove(Segment segment, Instant now) {
        inTransaction(connection -> {
            update(connection, "DELETE FROM insats_access_entry WHERE segment = ?", segment.number());
            return update(
                    connection,
                    "UPDATE insats_access_segment SET removed_at = ? WHERE number = ? AND closed_at IS NOT NULL",
                    now.toEpochMilli(),
                    segment.number());
        });
    }

    /** Work with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Works in a transaction of its own. */
    <T> T inTransaction(Work<T> work) {
        try (Connection connection = connections.open()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.with(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(before);
            }
        } catch (SQLException e) {
            throw new StoreFailure(e);
        }
    }

    static int update(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, arguments);
            return statement.executeUpdate();
        }
    }

    static void set(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    /** The database does not do what it is asked for. */
    static final class StoreFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoreFailure(SQLException cause) {
            super("The access log's tables cannot be read or written", cause);
        }

        StoreFailure(String message) {
            super(message);
        }
    }
}

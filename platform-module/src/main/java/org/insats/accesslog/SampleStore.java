package org.insats.accesslog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of samples: which looks were drawn, by whom, and what came of it. */
final class SampleStore {

    private static final String COLUMNS =
            "id, unit, from_at, to_at, size, population, seed, drawn_by, drawn_at, signed_by, signed_at, remark";

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS insats_access_sample (
              id BIGINT PRIMARY KEY,
              unit VARCHAR(60) NOT NULL,
              from_at BIGINT NOT NULL,
              to_at BIGINT NOT NULL,
              size BIGINT NOT NULL,
              population BIGINT NOT NULL,
              seed BIGINT NOT NULL,
              drawn_by VARCHAR(255) NOT NULL,
              drawn_at BIGINT NOT NULL,
              signed_by VARCHAR(255),
              signed_at BIGINT,
              remark VARCHAR(4000))""",
            """
            CREATE TABLE IF NOT EXISTS insats_access_sample_entry (
              sample BIGINT NOT NULL,
              place BIGINT NOT NULL,
              segment BIGINT NOT NULL,
              position BIGINT NOT NULL,
              PRIMARY KEY (sample, place))""");

    private final AccessLogStore store;

    SampleStore(AccessLogStore store) {
        this.store = store;
    }

    /** Creates what is missing; called once, at start. */
    void createTables() {
        store.create(TABLES);
    }

    /** Stores a sample under the next number. */
    Sample add(Sample drawn, List<Entry> entries) {
        return store.inTransaction(connection -> {
            AccessLogStore.lock(connection);
            long id = find(connection, "ORDER BY id DESC FETCH FIRST 1 ROWS ONLY").stream()
                            .mapToLong(Sample::id)
                            .findFirst()
                            .orElse(0)
                    + 1;
            AccessLogStore.update(
                    connection,
                    "INSERT INTO insats_access_sample (id, unit, from_at, to_at, size, population, seed, drawn_by, drawn_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    drawn.unit(),
                    drawn.from().toEpochMilli(),
                    drawn.to().toEpochMilli(),
                    (long) drawn.size(),
                    drawn.population(),
                    drawn.seed(),
                    drawn.drawnBy(),
                    drawn.drawnAt().toEpochMilli());
            long place = 0;
            for (Entry entry : entries) {
                place++;
                AccessLogStore.update(
                        connection,
                        "INSERT INTO insats_access_sample_entry (sample, place, segment, position) VALUES (?, ?, ?, ?)",
                        id,
                        place,
                        entry.segment(),
                        entry.position());
            }
            return find(connection, "WHERE id = ?", id).get(0);
        });
    }

    /** Notes the review; false where it has one. */
    boolean sign(long id, Sample.Review review) {
        return store.inTransaction(connection -> AccessLogStore.update(
                        connection,
                        "UPDATE insats_access_sample SET signed_by = ?, signed_at = ?, remark = ?"
                                + " WHERE id = ? AND signed_by IS NULL",
                        review.signedBy(),
                        review.signedAt().toEpochMilli(),
                        review.remark(),
                        id)
                == 1);
    }

    Optional<Sample> sample(long id) {
        return store.inTransaction(
                connection -> find(connection, "WHERE id = ?", id).stream().findFirst());
    }

    /** Samples, newest first. */
    List<Sample> samples(int most) {
        return store.inTransaction(
                connection -> find(connection, "ORDER BY id DESC FETCH FIRST " + most + " ROWS ONLY"));
    }

    /** The looks of a sample that are still in the log, in the order of time. */
    List<Entry> entries(long id) {
        List<Entry> found = new ArrayList<>();
        store.stream(
                "WHERE EXISTS (SELECT 1 FROM insats_access_sample_entry s WHERE s.sample = ?"
                        + " AND s.segment = insats_access_entry.segment AND s.position = insats_access_entry.position)"
                        + " ORDER BY at, segment, position",
                found::add,
                id);
        return found;
    }

    private static List<Sample> find(Connection connection, String which, Object... arguments) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM insats_access_sample " + which)) {
            AccessLogStore.set(statement, arguments);
            List<Sample> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(sample(row));
                }
            }
            return found;
        }
    }

    private static Sample sample(ResultSet row) throws SQLException {
        String signedBy = row.getString(10);
        return new Sample(
                row.getLong(1),
                row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                (int) row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)),
                signedBy == null
                        ? Optional.empty()
                        : Optional.of(
                                new Sample.Review(signedBy, Instant.ofEpochMilli(row.getLong(11)), row.getString(12))));
    }
}

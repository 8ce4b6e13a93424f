package org.insats.accesslog;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** The tables of the access log in a database of their own, in memory. */
final class AccessLogTables {

    final JdbcDataSource database = new JdbcDataSource();
    final AccessLogStore store;

    AccessLogTables() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        store = new AccessLogStore(database);
        store.createTables();
    }

    /** The same tables, for a server with a secret key. */
    AccessLogStore keyed(String key, String former) {
        return new AccessLogStore(database, key, former);
    }

    /** Settings of a server in good health. */
    static AccessLogWriter.Settings settings(long segmentEntries, int capacity) {
        return settings(segmentEntries, true, capacity, Duration.ofSeconds(20));
    }

    /** Settings; a beat is short. */
    static AccessLogWriter.Settings settings(long segmentEntries, boolean refuse, int capacity, Duration limit) {
        return new AccessLogWriter.Settings(
                Duration.ofMillis(5),
                capacity,
                limit,
                refuse,
                segmentEntries,
                Duration.ofDays(1),
                Duration.ofMillis(50));
    }

    /** Does what somebody with the database's password can do. */
    void tamper(String sql) {
        store.inTransaction(connection -> AccessLogStore.update(connection, sql));
    }

    List<Entry> entries() {
        return store.find("ORDER BY segment, position", 10_000);
    }
}

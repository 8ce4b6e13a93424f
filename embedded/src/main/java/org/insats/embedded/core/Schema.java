package org.insats.embedded.core;

import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates the repository's own tables on first start. */
public final class Schema implements InitializingBean {
    private static final long START_LOCK = 20_261_122L;
    private static final Resource TABLES = new ClassPathResource("schema.sql", Schema.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public Schema(DataSource dataSource, PlatformTransactionManager manager) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(manager);
    }

    /** Creates what is missing; does nothing on a repository that has its tables. */
    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            lockAgainstOtherStarts(jdbc);
            jdbc.execute((ConnectionCallback<Void>) connection -> {
                ScriptUtils.executeSqlScript(connection, TABLES);
                return null;
            });
        });
    }

    /** Two processes that start on one PostgreSQL database at once take turns until the transaction ends. */
    public static void lockAgainstOtherStarts(JdbcTemplate jdbc) {
        if (isShared(jdbc)) {
            jdbc.execute("SELECT pg_advisory_xact_lock(" + START_LOCK + ")");
        }
    }

    /** Whether other processes may use the database too; an H2 file has one. */
    public static boolean isShared(JdbcTemplate jdbc) {
        String product = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        return "PostgreSQL".equals(product);
    }
}

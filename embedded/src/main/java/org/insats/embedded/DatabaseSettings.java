package org.insats.embedded;

import java.nio.file.Path;

/**
 * Where the repository's tables are.
 *
 * @param url JDBC URL of H2 or PostgreSQL
 * @param user database user
 * @param password database password, possibly empty
 */
public record DatabaseSettings(String url, String user, String password) {

    /** H2 in the data folder. WRITE_DELAY=0: H2's default loses committed transactions when the process is killed. */
    static DatabaseSettings h2(Path dataDir) {
        String file =
                dataDir.toAbsolutePath().resolve("db").resolve("repository").toString();
        return new DatabaseSettings(
                "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000", "sa", "");
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url.replaceAll("[?;].*", "") + "]";
    }
}

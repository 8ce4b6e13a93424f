package org.insats.accesslog;

import java.io.PrintStream;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The check of the access log as a command, beside the repository and without it: reads the database alone. The password is taken from
 * the environment variable {@code INSATS_DB_PASSWORD}, so that it stands in no list of processes; the chain's key, where there is one, from
 * {@code INSATS_ACCESS_LOG_KEY}, earlier ones from {@code INSATS_ACCESS_LOG_FORMER_KEYS}, as in the repository's properties.
 *
 * <p>{@code java -cp insats-platform.jar:postgresql.jar org.insats.accesslog.VerifyAccessLog <JDBC URL> <user> [<segment>=<head> ...]}
 *
 * <p>Heads of closed segments, from the repository's log file, are compared where they are given: they tell when somebody has made a
 * whole new chain.
 */
public final class VerifyAccessLog {

    /** The log is as it was written. */
    static final int SOUND = 0;

    /** Something was found. */
    static final int FOUND = 1;

    /** The command was not understood, or the database does not answer. */
    static final int FAILED = 2;

    private VerifyAccessLog() {}

    /** Checks, and ends with 0 where all is as it was written, 1 where it is not, 2 where it could not be checked. */
    public static void main(String[] arguments) {
        String password = System.getenv().getOrDefault("INSATS_DB_PASSWORD", "");
        List<Chain> chains = Chain.of(
                System.getenv().getOrDefault("INSATS_ACCESS_LOG_KEY", ""),
                System.getenv().getOrDefault("INSATS_ACCESS_LOG_FORMER_KEYS", ""));
        System.exit(run(List.of(arguments), password, chains, System.out));
    }

    static int run(List<String> arguments, String password, List<Chain> chains, PrintStream out) {
        boolean understood = arguments.size() >= 2
                && arguments.stream().skip(2).allMatch(head -> head.matches("\\d{1,18}=[0-9a-f]{64}"));
        if (!understood) {
            out.println("Usage: VerifyAccessLog <JDBC URL> <user> [<segment>=<head> ...]");
            return FAILED;
        }
        Map<Long, String> heads = arguments.stream()
                .skip(2)
                .map(head -> head.split("="))
                .collect(Collectors.toMap(head -> Long.valueOf(head[0]), head -> head[1], (a, b) -> b));
        AccessLogStore store = new AccessLogStore(
                () -> DriverManager.getConnection(arguments.get(0), arguments.get(1), password), chains);
        try {
            return check(store, heads, out);
        } catch (AccessLogStore.StoreFailure e) {
            out.println(e.getMessage() + ": "
                    + (e.getCause() == null ? "" : e.getCause().getMessage()));
            return FAILED;
        }
    }

    private static int check(AccessLogStore store, Map<Long, String> heads, PrintStream out) {
        Verification.Result result = new Verification(store).run();
        long others = heads.entrySet().stream()
                .filter(head -> store.segment(head.getKey())
                        .filter(segment -> segment.head().equals(head.getValue()))
                        .isEmpty())
                .peek(head -> out.println("OTHER_HEAD segment " + head.getKey()))
                .count();
        result.findings().forEach(found -> out.println(line(found)));
        if (result.more() > 0) {
            out.println("and " + result.more() + " more");
        }
        out.println(result.entries() + " entries in " + result.segments() + " segments: "
                + (result.isSound() && others == 0 ? "sound" : "NOT SOUND"));
        return result.isSound() && others == 0 ? SOUND : FOUND;
    }

    private static String line(Verification.Finding found) {
        String where = found.problem() + " segment " + found.segment();
        return found.position().isPresent()
                ? where + " position " + found.position().getAsLong()
                : where;
    }
}

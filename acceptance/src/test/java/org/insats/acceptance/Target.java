package org.insats.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The repository that the black-box tests talk to: the one at {@code -Drepo.url=} (for example
 * {@code http://localhost:8080/alfresco}, with {@code repo.user} and {@code repo.password} of an administrator), else the
 * embedded repository, started once for the whole run as a process of its own; with {@code -Dinsats.database=postgresql} on a
 * PostgreSQL of its own instead of its own files.
 */
public final class Target {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private final URI base;
    private final boolean embedded;

    private Target(URI base, boolean embedded) {
        this.base = base;
        this.embedded = embedded;
    }

    /** The target of this run; starts the embedded repository on first use. Skips the test where its database is missing. */
    public static Target get() {
        if (onPostgres()) {
            assumeTrue(System.getProperty("repo.url") == null, "The repository at repo.url has a database already");
            TemporaryPostgres.requirePrograms();
        }
        return Running.TARGET;
    }

    private static boolean onPostgres() {
        return System.getProperty("insats.database", "").equals("postgresql");
    }

    private static final class Running {
        private static EmbeddedProcess process;
        private static TemporaryPostgres database;

        static final Target TARGET = System.getProperty("repo.url") == null ? embedded() : genuine();
    }

    /** The repository's context, without a slash at the end. */
    public URI base() {
        return base;
    }

    /** Where the workbench is; only the embedded repository has one. */
    public URI workbench() {
        return base.resolve("/insats/");
    }

    /** Whether this run uses the embedded repository. */
    public boolean isEmbedded() {
        return embedded;
    }

    /** The administrator's calls. */
    public Api admin() {
        return Api.of(base, System.getProperty("repo.user", "admin"), System.getProperty("repo.password", "admin"));
    }

    /** The calls of somebody made by {@link People}. */
    public Api as(String userName) {
        return Api.of(base, userName, People.PASSWORD);
    }

    private static Target genuine() {
        String url = System.getProperty("repo.url");
        return new Target(URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url), false);
    }

    /** Everything that the embedded repository of this run has written to its output. */
    static String output() {
        return Running.process.output();
    }

    /** What the embedded repository keeps in files beside its database and the contents of documents. */
    static List<Path> looseFiles() {
        try (Stream<Path> files = Files.list(Running.process.data())) {
            return files.filter(file -> !file.getFileName().toString().matches("content.*|db"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database of the embedded repository of this run as text. */
    static Path dump() {
        return Running.database == null ? H2Script.of(Running.process.data()) : Running.database.dump();
    }

    private static Target embedded() {
        if (!onPostgres()) {
            EmbeddedProcess process = EmbeddedProcess.start(TemporaryFolder.make("insats-acceptance"));
            Running.process = process;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                process.stop();
                TemporaryFolder.delete(process.data());
            }));
            return of(process);
        }
        TemporaryPostgres database = TemporaryPostgres.start();
        EmbeddedProcess process = EmbeddedProcess.start(TemporaryFolder.make("insats-acceptance"), database.options());
        Running.process = process;
        Running.database = database;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.stop();
            database.close();
            TemporaryFolder.delete(process.data());
        }));
        return of(process);
    }

    /** A repository that a test started for itself. */
    public static Target of(EmbeddedProcess process) {
        return new Target(process.base(), true);
    }

    /** An embedded repository in a JVM of its own, so that a test can also kill it. */
    public static final class EmbeddedProcess {

        private final Path data;
        private final int port;
        private final Path log;
        private final Process process;

        private EmbeddedProcess(Path data, int port, Path log, Process process) {
            this.data = data;
            this.port = port;
            this.log = log;
            this.process = process;
        }

        /**
         * Starts a repository and waits until it answers.
         *
         * @param data its data folder; start again with the same one to find the data again
         * @param options of the program, or of its JVM where they start with {@code -D}
         * @throws IllegalStateException if it does not answer within two minutes; the message holds its output
         */
        public static EmbeddedProcess start(Path data, String... options) {
            int port = freePort();
            Path log = data.resolveSibling(data.getFileName() + "-" + port + ".log");
            EmbeddedProcess started = new EmbeddedProcess(data, port, log, launch(data, port, log, List.of(options)));
            started.awaitReady();
            return started;
        }

        /** The repository's context. */
        public URI base() {
            return URI.create("http://127.0.0.1:" + port + "/alfresco");
        }

        /** Its data folder. */
        public Path data() {
            return data;
        }

        /** Everything it has written to its output so far. */
        public String output() {
            return read(log);
        }

        /** As {@code kill -9} does. */
        public void kill() {
            process.destroyForcibly().onExit().join();
        }

        /** Stops it in good order, or after ten seconds by force. */
        public void stop() {
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                kill();
            }
        }

        private static Process launch(Path data, int port, Path log, List<String> options) {
            Path dist = root().resolve("embedded/target/dist");
            if (!Files.isDirectory(dist)) {
                throw new IllegalStateException("Build the embedded repository first (mvn package): no " + dist);
            }
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-Djava.io.tmpdir=" + temporary(data));
            options.stream().filter(Target::isForTheJvm).forEach(builder.command()::add);
            builder.command()
                    .addAll(List.of(
                            "-cp",
                            dist.resolve("insats-embedded.jar") + ":" + dist.resolve("lib") + "/*:"
                                    + dist.resolve("lib-test") + "/*",
                            "org.insats.embedded.Main",
                            "--port",
                            Integer.toString(port),
                            "--data",
                            data.toString()));
            options.stream().filter(option -> !isForTheJvm(option)).forEach(builder.command()::add);
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            try {
                return builder.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A folder for temporary files within the data, so that it can be searched and goes with it. */
        private static Path temporary(Path data) {
            try {
                return Files.createDirectories(data.resolve("tmp"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void awaitReady() {
            Instant limit = Instant.now().plus(START_LIMIT);
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest probe = HttpRequest.newBuilder(
                            URI.create(base() + "/api/-default-/public/authentication/versions/1/tickets/-me-"))
                    .build();
            while (Instant.now().isBefore(limit) && process.isAlive()) {
                try {
                    client.send(probe, HttpResponse.BodyHandlers.discarding());
                    return;
                } catch (ConnectException notYet) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
            throw new IllegalStateException("The embedded repository did not start:\n" + read(log));
        }

        private static String read(Path log) {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isForTheJvm(String option) {
        return option.startsWith("-D");
    }

    /** The top folder of the repository. */
    public static Path root() {
        return Path.of(System.getProperty("insats.root", "..")).toAbsolutePath().normalize();
    }
}

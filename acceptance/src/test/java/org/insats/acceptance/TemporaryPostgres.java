package org.insats.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL cluster of its own in a temporary folder, from Debian's programs, gone when closed. */
final class TemporaryPostgres implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String DATABASE = "insats";

    private final Path programs;
    private final Path folder;
    private final int port;

    private TemporaryPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Makes and starts a cluster with one empty database; skips the test (or fails it, in CI) where there are no programs. */
    static TemporaryPostgres start() {
        Path programs = requirePrograms();
        try {
            Path folder = Files.createTempDirectory(
                    "insats-postgres",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            TemporaryPostgres postgres = new TemporaryPostgres(programs, folder, freePort());
            postgres.initialise();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Skips the test (or fails it, in CI) where there are no programs. */
    static Path requirePrograms() {
        Path programs = newestPrograms();
        Tools.require(programs.resolve("initdb"));
        return programs;
    }

    /** Options that point an embedded repository at the database. */
    String[] options() {
        return new String[] {
            "--jdbc-url",
            "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
            "--jdbc-user",
            DATABASE,
            "--jdbc-password",
            DATABASE
        };
    }

    /** Writes everything in the database to a file, as text. */
    Path dump() {
        Path file = folder.resolve("dump.sql");
        run(
                "pg_dump",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-U",
                DATABASE,
                "-a",
                "-f",
                file.toString(),
                DATABASE);
        return file;
    }

    @Override
    public void close() {
        run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
        TemporaryFolder.delete(folder);
    }

    private void initialise() {
        run("initdb", "-D", data(), "-U", DATABASE, "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8");
        String settings =
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=100";
        run("pg_ctl", "-D", data(), "-l", folder.resolve("log").toString(), "-o", settings, "-w", "start");
        run("createdb", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", DATABASE, DATABASE);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    /** PostgreSQL refuses to run as root; Debian's package brings the user for it. */
    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = folder.resolve(program + ".txt");
        try {
            int exitCode = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException(program + " failed: " + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path newestPrograms() {
        if (!Files.isDirectory(DEBIAN)) {
            return DEBIAN;
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.max(Comparator.comparingInt(TemporaryPostgres::version))
                    .map(version -> version.resolve("bin"))
                    .orElse(DEBIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches("\\d+") ? Integer.parseInt(name) : 0;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

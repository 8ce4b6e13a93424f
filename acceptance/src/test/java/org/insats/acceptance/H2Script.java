package org.insats.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The database file of an embedded repository that runs, as SQL: a copy of it is read by H2's own tool, row by row. */
final class H2Script {

    private H2Script() {}

    /** Writes the script beside the copy, in a folder of its own; what was committed when the copy was made is in it. */
    static Path of(Path data) {
        Path folder = TemporaryFolder.make("insats-h2-script");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> TemporaryFolder.delete(folder)));
        try (Stream<Path> files = Files.walk(data)) {
            Path database = files.filter(file -> file.toString().endsWith(".mv.db"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No H2 database below " + data));
            Files.copy(database, folder.resolve("copy.mv.db"));
            Path script = folder.resolve("script.sql");
            run(folder, script);
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path folder, Path script) throws IOException {
        Process tool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        Target.root().resolve("embedded/target/dist/lib") + "/*",
                        "org.h2.tools.Shell",
                        "-url",
                        "jdbc:h2:file:" + folder.resolve("copy"),
                        "-user",
                        "sa",
                        "-password",
                        "",
                        "-sql",
                        "SCRIPT SIMPLE COLUMNS TO '" + script + "'"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("script.log").toFile())
                .start();
        try {
            if (tool.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(folder.resolve("script.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

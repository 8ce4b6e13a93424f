package org.insats.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The embedded repository as a process of its own, on a free port. */
final class RepositoryProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/insats/");
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Process process;
    private final BufferedReader output;
    private final String url;

    RepositoryProcess(Path data) throws IOException {
        Path program = Path.of(System.getProperty("insats.root"), "embedded/target/dist/insats-embedded.jar");
        if (!Files.exists(program)) {
            throw new IllegalStateException(program + " is missing: build the module 'embedded' first (mvn package)");
        }
        this.process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        program.toString(),
                        "--port",
                        "0",
                        "--data",
                        data.toString()))
                .redirectError(data.resolveSibling("repository.log").toFile())
                .start();
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.url = address();
    }

    private String address() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new IllegalStateException("The repository did not start");
    }

    String url() {
        return url;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        output.close();
    }
}

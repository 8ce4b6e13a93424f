package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Compose file says what it should to Debian's {@code docker-compose}; no image is pulled or started. */
class ComposeFileTest {

    private static final Path DOCKER = Target.root().resolve("docker");

    @TempDir
    Path folder;

    @BeforeAll
    static void dockerComposeIsHere() {
        Tools.require("docker-compose");
    }

    @Test
    void aFilledInEnvironmentIsAccepted() throws Exception {
        Path environment = folder.resolve("filled.env");
        Files.writeString(
                environment,
                Files.readAllLines(DOCKER.resolve(".env.example")).stream()
                        .map(line -> line.endsWith("=") ? line + "secretsecretsecretsecret" : line)
                        .collect(Collectors.joining("\n")));

        Result result = config(environment);

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("repository:", "share:", "database:", "broker:", "search:", "transform:")
                .doesNotContain("0.0.0.0", ":latest");
    }

    @Test
    void aMissingSecretIsRefused() throws Exception {
        Result result = config(DOCKER.resolve(".env.example"));

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("set it in docker/.env");
    }

    @Test
    void everyImageIsPinned() throws IOException {
        Matcher images = Pattern.compile("image: (\\S+)").matcher(Files.readString(DOCKER.resolve("compose.yaml")));

        assertThat(images.results().map(image -> image.group(1)))
                .isNotEmpty()
                .allMatch(image -> image.matches(".+:\\d+\\.\\d+.*"));
    }

    private record Result(int exitCode, String output) {}

    private Result config(Path environment) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(List.of(
                        "docker-compose",
                        "-f",
                        DOCKER.resolve("compose.yaml").toString(),
                        "--env-file",
                        environment.toString(),
                        "config"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exitCode = process.waitFor();
        return new Result(exitCode, Files.readString(output));
    }
}

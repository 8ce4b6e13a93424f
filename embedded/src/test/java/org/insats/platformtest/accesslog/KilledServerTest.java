package org.insats.platformtest.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.insats.embedded.EmbeddedRepository;
import org.insats.embedded.Http;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed outright loses no look that is older than a second, and the log says that some may be missing. */
@Covers("CON-118")
class KilledServerTest {

    private static final String LOG = "/alfresco/s/insats/v1/access-log/cases/";
    private static final long READING = Duration.ofSeconds(4).toMillis();
    private static final long DURABLE = Duration.ofSeconds(1).toMillis();

    private String caseNumber;
    private final List<Long> reads = new ArrayList<>();

    @Test
    void everyLookButThoseOfTheLastSecondIsThereAndTheGapIsNoted(@TempDir Path data) throws Exception {
        long killed = readUntilKilled(data);
        long surely = reads.stream().filter(at -> at < killed - DURABLE).count();
        assertThat(surely).isPositive();

        try (EmbeddedRepository repository = EmbeddedRepository.builder()
                .dataDir(data)
                .property("insats.accessLog.beat", "PT0.3S")
                .start()) {
            Http admin = new Http(repository, "admin:admin");
            List<JsonNode> looks = new ArrayList<>();
            admin.get(LOG + caseNumber + "?size=1000").json().path("items").forEach(looks::add);
            assertThat(looks)
                    .filteredOn(look -> look.path("what").asText().equals("CaseGet"))
                    .hasSizeBetween(Math.toIntExact(Math.min(surely, 990)), reads.size() + 1);

            assertThat(gaps(admin)).singleElement().satisfies(gap -> assertThat(gap)
                    .matches("SEGMENT 1 FROM \\S+ TO \\S+"));
            assertThat(admin.post("/alfresco/s/insats/v1/access-log/verify", "{}")
                            .json()
                            .path("sound")
                            .asBoolean())
                    .isTrue();
        }
    }

    /** The gap is noted once three beats have passed without a sign of life. */
    private static List<String> gaps(Http admin) {
        List<String> gaps = new ArrayList<>();
        Instant until = Clock.systemUTC().instant().plusSeconds(60);
        while (gaps.isEmpty() && Clock.systemUTC().instant().isBefore(until)) {
            admin.get("/alfresco/s/insats/v1/access-log/gaps")
                    .json()
                    .path("items")
                    .forEach(gap -> gaps.add(gap.path("what").asText()));
        }
        return gaps;
    }

    private long readUntilKilled(Path data) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledServer.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && (reads.isEmpty() || reads.get(reads.size() - 1) - reads.get(0) < READING)) {
                if (line.startsWith("CASE ")) {
                    caseNumber = line.substring(5);
                } else if (line.startsWith("READ ")) {
                    reads.add(Long.valueOf(line.substring(5)));
                }
                line = lines.readLine();
            }
            process.destroyForcibly();
        }
        long killed = Clock.systemUTC().millis();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(reads).as("%s", caseNumber).isNotEmpty();
        return killed;
    }
}

package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs after all other tests of its run and searches what the system wrote meanwhile for the names of those in the cases: its
 * log, its files, and its database where that is PostgreSQL. (Addresses, headers and refusals are looked at with each call.)
 *
 * <p>Against a genuine ACS: {@code -Dleaks.dump=FILE} is what {@code pg_dump} wrote of its database after the stories, and
 * {@code -Dleaks.files=PATH,PATH} are its logs and its folder for temporary files.
 */
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingLeaksTest {

    private final Target target = Target.get();

    /** So that there is something to find also when this test runs alone. */
    @BeforeAll
    void atLeastOneStory() {
        Staff staff = Staff.of(target, "spa");
        OpenCareCases.WithOrder opened = OpenCareCases.withDraftOrders(staff, 1).get(0);
        CaseDesk.act(staff.caseWorker(), opened.order(), "send", Map.of());
        assertThat(opened.desk().overview(staff.caseWorker()).toString()).contains(Traces.MARK);
    }

    @Test
    void noNameInTheLog() {
        assumeTrue(target.isEmbedded(), "leaks.files names the logs of a genuine ACS");

        String log = Target.output();

        assertThat(log).contains("started");
        assertThat(log.lines().filter(line -> line.contains(Traces.MARK))).isEmpty();
    }

    @Test
    void noNameInTheFilesBesideTheDatabaseAndTheContents() {
        List<Path> folders = target.isEmbedded()
                ? Target.looseFiles()
                : Arrays.stream(System.getProperty("leaks.files", "").split(","))
                        .filter(path -> !path.isBlank())
                        .map(Path::of)
                        .toList();
        assumeTrue(target.isEmbedded() || !folders.isEmpty(), "leaks.files is not set");

        assertThat(folders)
                .allSatisfy(folder -> assertThat(Traces.filesWithMark(folder)).isEmpty());
    }

    @Test
    void noNameInTheDatabaseButOnThePeopleOfCases() {
        Optional<Path> dump = target.isEmbedded()
                ? Target.dump()
                : Optional.ofNullable(System.getProperty("leaks.dump")).map(Path::of);
        assumeTrue(dump.isPresent(), "The database of this run is not PostgreSQL, or leaks.dump is not set");

        assertThat(Traces.holdsMark(dump.orElseThrow()))
                .as("the people themselves")
                .isTrue();
        assertThat(Traces.rowsWithMark(dump.orElseThrow())).isEmpty();
    }
}

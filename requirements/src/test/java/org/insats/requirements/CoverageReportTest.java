package org.insats.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageReportTest {

    @TempDir
    Path folder;

    @Test
    void everyIdOfTheRequirementsIsKnown() throws IOException {
        Files.writeString(folder.resolve("5-deadlines.md"), "| DL-01 | order |\nGoal rules: DOC-GOA-R1 few; EX-53");
        Files.writeString(folder.resolve("traceability.md"), "| XX-99 |");

        assertThat(RequirementIds.readFrom(folder)).containsExactly("DL-01", "DOC-GOA-R1", "EX-53");
    }

    @Test
    void aFolderWithoutRequirementsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RequirementIds.readFrom(folder));
    }

    @Test
    void anIdNoTestProvesHasAZero() {
        CoverageReport report = new CoverageReport(new TreeSet<>(List.of("DL-01", "DL-02")));
        report.addLine("DL-01,ATest#a");
        report.addLine("DL-01,ATest#b");
        report.addLine("DL-01,ATest#a");

        assertThat(report.lines()).containsExactly("id,tests", "DL-01,2", "DL-02,0");
        assertThatCode(report::failOnUnknownIds).doesNotThrowAnyException();
    }

    @Test
    void anUnknownIdFailsAndNamesTheTest() {
        CoverageReport report = new CoverageReport(new TreeSet<>(List.of("DL-01")));
        report.addLine("DL-99,ATest#a");

        assertThatIllegalStateException()
                .isThrownBy(report::failOnUnknownIds)
                .withMessageContaining("DL-99")
                .withMessageContaining("ATest#a");
    }
}

package org.insats.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs outside Java that some tests need. */
public final class Tools {

    private Tools() {}

    /**
     * Skips the test where a program is not installed; fails it instead where the environment says
     * {@code INSATS_REQUIRE_TOOLS=true}, as CI does.
     */
    public static void require(String program) {
        require(
                Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                program);
    }

    /** As {@link #require(String)}, for a program that is not on the path. */
    static void require(Path program) {
        require(Files.isExecutable(program), program.toString());
    }

    private static void require(boolean found, String program) {
        if (!found && Boolean.parseBoolean(System.getenv("INSATS_REQUIRE_TOOLS"))) {
            throw new IllegalStateException("Install " + program + ": this run must not skip the tests that need it");
        }
        assumeTrue(found, program + " is not installed");
    }
}

package org.insats.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes the ids that a test run proved to {@code target/requirements/<run>.csv} of the module, one {@code id,test} a
 * line. A method with parameters counts only when none of its invocations failed; its rows may report ids of their own
 * ({@link #REPORTED}).
 */
public final class CoversListener implements TestExecutionListener {

    /** Names the run (and so the file); set it where one module runs its tests in more than one JVM. */
    static final String RUN_PROPERTY = "insats.testrun";

    private final SortedSet<String> proved = new ConcurrentSkipListSet<>();
    private final SortedSet<String> failed = new ConcurrentSkipListSet<>();

    /** A row of a table of examples reports the ids that it proves, each by an entry of this name. */
    public static final String REPORTED = "covers";

    private final Map<String, Set<String>> reported = new ConcurrentHashMap<>();

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        String id = entry.getKeyValuePairs().get(REPORTED);
        if (id != null) {
            reported.computeIfAbsent(identifier.getUniqueId(), test -> ConcurrentHashMap.newKeySet())
                    .add(id);
        }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (!identifier.isTest()) {
            return;
        }
        identifier
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .ifPresent(source -> {
                    record(source, result);
                    recordRows(source, reported.getOrDefault(identifier.getUniqueId(), Set.of()), result);
                });
    }

    /** An id that several rows report is proved only when none of them failed. */
    private void recordRows(MethodSource source, Set<String> ids, TestExecutionResult result) {
        for (String id : ids) {
            String row = source.getClassName() + "#" + source.getMethodName() + "[" + id + "]";
            if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                proved.add(id + "," + row);
            } else {
                failed.add(row);
            }
        }
    }

    private void record(MethodSource source, TestExecutionResult result) {
        String test = source.getClassName() + "#" + source.getMethodName();
        if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            failed.add(test);
            return;
        }
        idsOf(source).forEach(id -> proved.add(id + "," + test));
    }

    private static Stream<String> idsOf(MethodSource source) {
        Covers onMethod = source.getJavaMethod().getAnnotation(Covers.class);
        Covers onClass = source.getJavaClass().getAnnotation(Covers.class);
        return Stream.of(onMethod, onClass)
                .filter(covers -> covers != null)
                .flatMap(covers -> Stream.of(covers.value()));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        List<String> lines = new TreeSet<>(proved)
                .stream()
                        .filter(line -> !failed.contains(line.substring(line.indexOf(',') + 1)))
                        .toList();
        if (lines.isEmpty()) {
            return;
        }
        Path file = Path.of("target", "requirements", System.getProperty(RUN_PROPERTY, "surefire") + ".csv");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the proved requirement ids to " + file, e);
        }
    }
}

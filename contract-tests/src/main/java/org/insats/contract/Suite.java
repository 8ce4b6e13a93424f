package org.insats.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the suite in the current thread. */
public final class Suite {

    /** All classes of the suite. */
    public static final List<Class<?>> CLASSES = List.of(
            RightsContract.class,
            MandatoryContract.class,
            ConstraintContract.class,
            PolicyContract.class,
            TransactionContract.class,
            ValueContract.class,
            ChildContract.class,
            ContentContract.class,
            VersionContract.class,
            QueryContract.class,
            PeopleContract.class,
            WorkflowContract.class,
            DictionaryContract.class,
            JobLockContract.class,
            ModuleContract.class);

    private Suite() {}

    /** How a test went: status is SUCCESSFUL, FAILED or ABORTED. */
    public record Outcome(String name, Set<String> ids, String status, String message) {}

    /** Runs the classes whose simple name contains a text, all for the empty one. */
    public static List<Outcome> run(String only) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(CLASSES.stream()
                        .filter(type -> type.getSimpleName().contains(only))
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .build();
        Launcher launcher = LauncherFactory.create();
        Collector collector = new Collector();
        launcher.execute(request, collector);
        return collector.outcomes;
    }

    /** Collects what ran, and containers that failed. */
    private static final class Collector implements TestExecutionListener {

        private final List<Outcome> outcomes = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
            if (test.isTest() || failed) {
                outcomes.add(
                        new Outcome(name(test), ids(test), result.getStatus().name(), message(result.getThrowable())));
            }
        }

        private static String name(TestIdentifier test) {
            String id = test.getUniqueId().replaceAll("\\[engine:[^]]*]/?", "");
            return id.replaceAll("\\[(?:class|method|test-template|test-template-invocation):([^]]*)]", "$1")
                    .replace("org.insats.contract.", "")
                    .replace('/', '.');
        }

        private static Set<String> ids(TestIdentifier test) {
            Set<String> ids = new TreeSet<>();
            for (TestTag tag : test.getTags()) {
                ids.add(tag.getName());
            }
            return ids;
        }

        private static String message(Optional<Throwable> failure) {
            return failure.map(Collector::trace).orElse("");
        }

        private static String trace(Throwable failure) {
            Stream<String> where = Arrays.stream(failure.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("org.insats")
                            || frame.getClassName().startsWith("org.alfresco"))
                    .limit(12)
                    .map(frame -> "  at " + frame);
            String cause = failure.getCause() == null ? "" : "\ncaused by " + trace(failure.getCause());
            return failure + "\n" + where.collect(Collectors.joining("\n")) + cause;
        }
    }
}

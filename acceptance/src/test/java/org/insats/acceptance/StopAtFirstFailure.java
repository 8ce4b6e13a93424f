package org.insats.acceptance;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** For stories whose steps build on each other: after one that fails, the rest are skipped instead of failing too. */
public final class StopAtFirstFailure implements ExecutionCondition, TestExecutionExceptionHandler {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(StopAtFirstFailure.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String failed =
                context.getTestMethod().isEmpty() ? null : ofStory(context).get("failed", String.class);
        return failed == null
                ? ConditionEvaluationResult.enabled("no step has failed")
                : ConditionEvaluationResult.disabled("the story ended at " + failed);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        ofStory(context).put("failed", context.getDisplayName());
        throw failure;
    }

    private static ExtensionContext.Store ofStory(ExtensionContext context) {
        return context.getParent().orElse(context).getStore(SPACE);
    }
}

package org.insats.secrecy;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.insats.platform.RuleViolation;

/**
 * Lets a refusal come out as itself. The workflow engine wraps whatever a task's listener throws, and the platform's REST
 * API looks at the outermost exception alone: a rule that refuses would be answered with 500 instead of 422 and its text.
 */
public final class RefusalOnTop implements MethodInterceptor {

    private static final int DEPTH = 16;

    @Override
    public Object invoke(MethodInvocation invocation) throws Throwable {
        try {
            return invocation.proceed();
        } catch (RuntimeException failure) {
            throw refusalIn(failure);
        }
    }

    private static RuntimeException refusalIn(RuntimeException failure) {
        Throwable each = failure;
        for (int i = 0; i < DEPTH && each != null; i++) {
            if (each instanceof RuleViolation violation) {
                return violation;
            }
            each = each.getCause();
        }
        return failure;
    }
}

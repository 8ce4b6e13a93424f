package org.insats.contract;

import org.springframework.beans.BeansException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;

/** Where the suite's classes, which JUnit makes, find the platform's beans. */
public final class Platform implements ApplicationContextAware {

    private static volatile ApplicationContext context;

    @Override
    public void setApplicationContext(ApplicationContext applicationContext) throws BeansException {
        use(applicationContext);
    }

    /** Makes the suite run on a context; called by the module itself when it is loaded. */
    public static void use(ApplicationContext applicationContext) {
        context = applicationContext;
    }

    /** A bean of the platform by the name that ACS prescribes. */
    static <T> T bean(String name, Class<T> type) {
        if (context == null) {
            throw new IllegalStateException("The contract suite runs inside a repository only");
        }
        return context.getBean(name, type);
    }
}

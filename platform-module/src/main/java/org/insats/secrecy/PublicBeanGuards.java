package org.insats.secrecy;

import java.util.Map;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.BeanFactory;

/**
 * Puts our interceptors in front of the platform's public beans, which REST, WebDAV and Share call. They are added to the
 * proxies that the platform has already made, not wrapped around them: some of the platform's own beans take their reference
 * before any wrapper of ours could be there, and would go past it.
 */
public final class PublicBeanGuards {

    private final BeanFactory beans;
    private final Map<String, MethodInterceptor> guards;

    /**
     * Creates it.
     *
     * @param guards what to put in front of which bean, by its name; beans that the repository is without are left out
     */
    public PublicBeanGuards(BeanFactory beans, Map<String, MethodInterceptor> guards) {
        this.beans = beans;
        this.guards = Map.copyOf(guards);
    }

    /**
     * Called once, at start.
     *
     * @throws IllegalStateException where a bean takes no interceptor, for then a door would stand open
     */
    public void install() {
        guards.forEach((name, guard) -> {
            if (beans.containsBean(name)) {
                install(name, guard);
            }
        });
    }

    private void install(String name, MethodInterceptor guard) {
        if (!(beans.getBean(name) instanceof Advised bean)) {
            throw new IllegalStateException("Insats refuses to start: the bean " + name + " takes no interceptor");
        }
        // Last, so that the platform's own check of rights comes first.
        bean.addAdvice(guard);
    }
}

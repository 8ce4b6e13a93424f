package org.insats.testsupport;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;

/** Puts the movable clock in the place of the platform module's, whichever of the two modules was read first. */
public final class ClockReplacer implements BeanDefinitionRegistryPostProcessor {

    private static final String CLOCK = "insats.clock";

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry.containsBeanDefinition(CLOCK)) {
            registry.removeBeanDefinition(CLOCK);
        }
        registry.registerAlias("insats.test.movableClock", CLOCK);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        // All is done on the registry, before any bean is made.
    }
}

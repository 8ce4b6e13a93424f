package org.insats.embedded.core.boot;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.repo.module.AbstractModuleComponent;
import org.alfresco.service.transaction.TransactionService;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The modules on the classpath. A module without id, title, version or description keeps the repository from starting, as in
 * ACS. Components of modules are run once, or at each start, each in a transaction as System.
 */
public final class Modules implements BeanFactoryAware {
    private static final List<String> REQUIRED =
            List.of("module.id", "module.title", "module.version", "module.description");

    private final JdbcTemplate jdbc;
    private final TransactionService transactionService;
    private ListableBeanFactory beans;

    public Modules(JdbcTemplate jdbc, TransactionService transactionService) {
        this.jdbc = jdbc;
        this.transactionService = transactionService;
    }

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        beans = (ListableBeanFactory) beanFactory;
    }

    /** Checks the modules and runs their components. */
    public void start() {
        Set<String> ids = moduleIds();
        List<AbstractModuleComponent> components = new ArrayList<>(
                beans.getBeansOfType(AbstractModuleComponent.class).values());
        components.sort(Comparator.comparing(AbstractModuleComponent::getModuleId));
        for (AbstractModuleComponent each : components) {
            if (!ids.contains(each.getModuleId())) {
                throw new AlfrescoRuntimeException(
                        "The component " + each.getName() + " belongs to no module: " + each.getModuleId());
            }
            transactionService.getRetryingTransactionHelper().doInTransaction(() -> {
                run(each);
                return null;
            });
        }
    }

    private void run(AbstractModuleComponent component) {
        String key = "component/" + component.getModuleId() + "/" + component.getName();
        boolean done = !jdbc.queryForList("SELECT name FROM ins_attribute WHERE name = ?", String.class, key)
                .isEmpty();
        if (done && component.isExecuteOnceOnly()) {
            return;
        }
        component.execute();
        if (!done) {
            jdbc.update("INSERT INTO ins_attribute (name, attribute_value) VALUES (?, 'executed')", key);
        }
    }

    /** The ids of all modules. */
    public Set<String> moduleIds() {
        Set<String> ids = new TreeSet<>();
        try {
            for (Resource each : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:alfresco/module/*/module.properties")) {
                Properties properties = new Properties();
                try (InputStream in = each.getInputStream()) {
                    properties.load(in);
                }
                for (String name : REQUIRED) {
                    if (properties.getProperty(name, "").isBlank()) {
                        throw new AlfrescoRuntimeException("The module " + each + " lacks the property " + name);
                    }
                }
                ids.add(properties.getProperty("module.id"));
            }
        } catch (IOException e) {
            throw new AlfrescoRuntimeException("The modules could not be read", e);
        }
        return ids;
    }
}

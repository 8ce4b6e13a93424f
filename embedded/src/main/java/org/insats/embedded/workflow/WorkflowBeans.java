package org.insats.embedded.workflow;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.activiti.engine.ProcessEngine;
import org.activiti.spring.SpringProcessEngineConfiguration;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.insats.embedded.core.Schema;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the engine and the two workflow services; {@code server-context.xml} calls these by ACS's bean names. */
public final class WorkflowBeans {

    private final EngineSupport support;
    private final NodeService nodeService;

    /**
     * @param nodeService without permission checks
     * @param authorities users and groups by name and node
     */
    public WorkflowBeans(DictionaryComponent dictionary, NodeService nodeService, Authorities authorities) {
        Names names = new Names(dictionary);
        TaskTypes types = new TaskTypes(dictionary, nodeService, names);
        this.nodeService = nodeService;
        this.support = new EngineSupport(types, names, new TaskProperties(types, names, authorities), authorities);
    }

    /** The engine, in the repository's own database and transactions; expressions see the registry's beans only. */
    public ProcessEngine engine(
            DataSource dataSource, PlatformTransactionManager transactionManager, Map<Object, Object> beanRegistry) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(new TransactionAwareDataSourceProxy(dataSource));
        configuration.setTransactionManager(transactionManager);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setAsyncExecutorActivate(false);
        configuration.setBeans(beanRegistry);
        configuration.setIdBlockSize(100);
        configuration.setCustomPreVariableTypes(
                List.of(new ScriptNodeType(nodeService), new ScriptNodeListType(nodeService)));
        configuration.setPostBpmnParseHandlers(
                ParseHandlers.all(new TaskListeners(support.types(), support.properties(), support.names())));
        return new TransactionTemplate(transactionManager).execute(status -> {
            Schema.lockAgainstOtherStarts(new JdbcTemplate(dataSource));
            return configuration.buildProcessEngine();
        });
    }

    /** The service without permission checks, {@code workflowServiceImpl}. */
    public WorkflowEngine service(
            ProcessEngine engine, AuthorityService authorityService, PermissionService permissionService) {
        return new WorkflowEngine(
                engine, support, authorityService, new Packages(nodeService, permissionService), this::companyHome);
    }

    /** The public service, {@code WorkflowService}. */
    public WorkflowService guarded(
            WorkflowEngine engine, AuthorityService authorityService, PlatformTransactionManager transactions) {
        return WorkflowGuard.around(engine, support.authorities(), authorityService, transactions);
    }

    /** What the REST API needs. */
    public WorkflowRest rest(WorkflowEngine engine, AuthorityService authorityService) {
        return new WorkflowRest(engine, support, authorityService);
    }

    /** The folder that everything below {@code -root-} lies in. */
    public NodeRef companyHome() {
        return nodeService.getChildAssocs(nodeService.getRootNode(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE)).stream()
                .filter(each -> "company_home".equals(each.getQName().getLocalName()))
                .map(ChildAssociationRef::getChildRef)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no Company Home"));
    }
}

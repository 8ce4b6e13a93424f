package org.insats.embedded.rest;

import java.util.List;
import java.util.concurrent.Executor;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.transaction.TransactionService;
import org.insats.embedded.access.Accounts;
import org.insats.embedded.access.Authenticator;
import org.insats.embedded.access.Tickets;
import org.insats.embedded.core.policy.Policies;
import org.insats.embedded.workflow.WorkflowBeans;
import org.insats.embedded.workflow.WorkflowRest;
import org.springframework.context.ApplicationContext;

/** Puts the REST API together from the public services, which check permissions. */
public final class RestBeans {

    private RestBeans() {}

    /** The servlet; beans are those of the repository by ACS's names. */
    public static RestServlet servlet(ApplicationContext beans) {
        NodeService nodes = beans.getBean("NodeService", NodeService.class);
        DictionaryService dictionary = beans.getBean("dictionaryService", DictionaryService.class);
        NamespaceService namespaces = beans.getBean("namespaceService", NamespaceService.class);
        PermissionService permissions = beans.getBean("PermissionService", PermissionService.class);
        PersonService people = beans.getBean("personService", PersonService.class);
        AuthorityService groups = beans.getBean("authorityService", AuthorityService.class);
        ContentService content = beans.getBean("ContentService", ContentService.class);
        VersionService versions = beans.getBean("VersionService", VersionService.class);
        Executor tasks = beans.getBean("Tasks", Executor.class);
        Executor processes = beans.getBean("Processes", Executor.class);
        Authenticator authenticator = beans.getBean(Authenticator.class);
        NodeLookup lookup =
                new NodeLookup(nodes, dictionary, namespaces, beans.getBean(WorkflowBeans.class)::companyHome);
        NodeJson json = new NodeJson(nodes, dictionary, namespaces, people);
        List<RestApi> parts = List.of(
                new AuthenticationApi(authenticator, beans.getBean(Tickets.class)),
                new NodesApi(
                        nodes,
                        content,
                        versions,
                        beans.getBean(BehaviourFilter.class),
                        beans.getBean(Policies.class),
                        lookup,
                        json),
                new VersionsApi(nodes, content, versions, permissions, lookup, json),
                new PeopleApi(people, groups, nodes, beans.getBean(Accounts.class)),
                new WorkflowApi(beans.getBean(WorkflowRest.class), tasks, processes, groups));
        return new RestServlet(authenticator, beans.getBean("transactionService", TransactionService.class), parts);
    }
}

package org.insats.embedded.core;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper.RetryingTransactionCallback;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.search.SearchService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.alfresco.service.transaction.TransactionService;
import org.springframework.context.support.GenericXmlApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The core alone, on a database of its own, with the model of these tests. */
final class Core implements AutoCloseable {
    static final String URI = "http://insats.org/model/test/1.0";
    static final QName THING = t("thing");
    static final QName SPECIAL = t("special");
    static final QName PART = t("part");
    static final QName PARTS = t("parts");
    static final QName COLOUR = t("colour");

    final NodeService nodes;
    final NodeService publicNodes;
    final ContentService contents;
    final VersionService versions;
    final PermissionService permissions;
    final PersonService people;
    final SearchService search;
    final PolicyComponent policies;
    final BehaviourFilter filter;
    private final GenericXmlApplicationContext context;
    private final TransactionService transactions;

    Core(Path dir) {
        this(
                dir,
                "jdbc:h2:file:" + dir.resolve("db") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
                "sa");
    }

    Core(Path dir, String url, String user) {
        context = new GenericXmlApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of("db.url", url, "db.username", user, "db.password", "", "dir.root", dir.toString())));
        context.load(
                "classpath:org/insats/embedded/core/core-context.xml",
                "classpath:org/insats/embedded/core/test-context.xml");
        context.refresh();
        nodes = context.getBean("nodeService", NodeService.class);
        publicNodes = context.getBean("NodeService", NodeService.class);
        contents = context.getBean("ContentService", ContentService.class);
        versions = context.getBean("VersionService", VersionService.class);
        permissions = context.getBean("permissionService", PermissionService.class);
        people = context.getBean("PersonService", PersonService.class);
        search = context.getBean("SearchService", SearchService.class);
        policies = context.getBean(PolicyComponent.class);
        filter = context.getBean(BehaviourFilter.class);
        transactions = context.getBean("TransactionService", TransactionService.class);
    }

    static QName t(String name) {
        return QName.createQName(URI, name);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Work as a user in a transaction. */
    <T> T as(String user, RetryingTransactionCallback<T> work) {
        return AuthenticationUtil.runAs(
                () -> transactions.getRetryingTransactionHelper().doInTransaction(work, false, true), user);
    }

    /** Work as the administrator in a transaction. */
    <T> T admin(RetryingTransactionCallback<T> work) {
        return as("admin", work);
    }

    NodeRef home() {
        return nodes.getChildAssocs(nodes.getRootNode(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE)).stream()
                .filter(each -> each.getQName().getLocalName().equals("company_home"))
                .findFirst()
                .orElseThrow()
                .getChildRef();
    }

    /** A node in the company home, in the current transaction. */
    NodeRef make(QName type, Map<QName, Serializable> properties) {
        return make(home(), type, properties);
    }

    NodeRef make(NodeRef parent, QName type, Map<QName, Serializable> properties) {
        Map<QName, Serializable> all = new HashMap<>(properties);
        all.putIfAbsent(ContentModel.PROP_NAME, UUID.randomUUID().toString());
        return nodes.createNode(
                        parent,
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(
                                NamespaceService.CONTENT_MODEL_1_0_URI,
                                all.get(ContentModel.PROP_NAME).toString()),
                        type,
                        all)
                .getChildRef();
    }

    void person(String userName) {
        admin(() -> people.createPerson(new HashMap<>(Map.of(
                ContentModel.PROP_USERNAME, userName,
                ContentModel.PROP_FIRSTNAME, "Test",
                ContentModel.PROP_LASTNAME, "Testsson"))));
    }

    @Override
    public void close() {
        context.close();
    }
}

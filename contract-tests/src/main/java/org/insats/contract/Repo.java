package org.insats.contract;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.security.authentication.AuthenticationUtil.RunAsWork;
import org.alfresco.repo.transaction.RetryingTransactionHelper.RetryingTransactionCallback;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.search.SearchService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.alfresco.service.transaction.TransactionService;

/** The platform's public services, and the few steps that every test takes. */
final class Repo {

    final NodeService nodes = Platform.bean("NodeService", NodeService.class);
    final NodeService rawNodes = Platform.bean("nodeService", NodeService.class);
    final ContentService contents = Platform.bean("ContentService", ContentService.class);
    final PermissionService permissions = Platform.bean("PermissionService", PermissionService.class);
    final AuthorityService authorities = Platform.bean("AuthorityService", AuthorityService.class);
    final PersonService people = Platform.bean("PersonService", PersonService.class);
    final VersionService versions = Platform.bean("VersionService", VersionService.class);
    final SearchService search = Platform.bean("SearchService", SearchService.class);
    final WorkflowService workflows = Platform.bean("WorkflowService", WorkflowService.class);
    final DictionaryService dictionary = Platform.bean("DictionaryService", DictionaryService.class);
    final NamespaceService namespaces = Platform.bean("namespaceService", NamespaceService.class);
    final BehaviourFilter behaviourFilter = Platform.bean("policyBehaviourFilter", BehaviourFilter.class);
    final TransactionService transactions = Platform.bean("TransactionService", TransactionService.class);

    /** Does work wholly as a user (authenticated and with the rights of), in a transaction of its own. */
    <T> T as(String user, RetryingTransactionCallback<T> work) {
        return onlyAs(user, () -> inNew(work));
    }

    /** Does work wholly as a user, without a transaction. */
    <T> T onlyAs(String user, RunAsWork<T> work) {
        AuthenticationUtil.pushAuthentication();
        try {
            AuthenticationUtil.clearCurrentSecurityContext();
            return AuthenticationUtil.runAs(work, user);
        } finally {
            AuthenticationUtil.popAuthentication();
        }
    }

    /** Does work as the administrator in a transaction of its own. */
    <T> T admin(RetryingTransactionCallback<T> work) {
        return as(AuthenticationUtil.getAdminUserName(), work);
    }

    /** Does work that returns nothing as the administrator in a transaction of its own. */
    void adminDo(Work work) {
        admin(() -> {
            work.run();
            return null;
        });
    }

    /** Does work that returns nothing wholly as a user in a transaction of its own. */
    void asDo(String user, Work work) {
        as(user, () -> {
            work.run();
            return null;
        });
    }

    private <T> T inNew(RetryingTransactionCallback<T> work) {
        return transactions.getRetryingTransactionHelper().doInTransaction(work, false, true);
    }

    NodeRef companyHome() {
        NodeRef root = nodes.getRootNode(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        QName name = QName.createQName(NamespaceService.APP_MODEL_1_0_URI, "company_home");
        return nodes.getChildAssocs(root).stream()
                .filter(child -> child.getQName().equals(name))
                .findFirst()
                .orElseThrow()
                .getChildRef();
    }

    /** Makes a folder in the company home that only administrators, its owner, may use. */
    NodeRef privateFolder() {
        return admin(() -> {
            NodeRef folder = create(companyHome(), ContentModel.TYPE_FOLDER, Map.of());
            permissions.setInheritParentPermissions(folder, false);
            return folder;
        });
    }

    /** Makes a node with a unique name in a folder, in the current transaction. */
    NodeRef create(NodeRef folder, QName type, Map<QName, Serializable> properties) {
        return create(folder, ContentModel.ASSOC_CONTAINS, type, properties);
    }

    /** Makes a node with a unique name (unless given) below a parent, in the current transaction. */
    NodeRef create(NodeRef parent, QName association, QName type, Map<QName, Serializable> properties) {
        Map<QName, Serializable> all = new HashMap<>(properties);
        all.putIfAbsent(ContentModel.PROP_NAME, unique("contract-"));
        QName name = QName.createQName(
                NamespaceService.CONTENT_MODEL_1_0_URI,
                all.get(ContentModel.PROP_NAME).toString());
        return nodes.createNode(parent, association, name, type, all).getChildRef();
    }

    /** Makes a person, unless there, and returns the user name. */
    String person(String userName) {
        adminDo(() -> {
            if (!people.personExists(userName)) {
                Map<QName, Serializable> properties = new HashMap<>();
                properties.put(ContentModel.PROP_USERNAME, userName);
                properties.put(ContentModel.PROP_FIRSTNAME, "Test");
                properties.put(ContentModel.PROP_LASTNAME, "Testsson");
                properties.put(ContentModel.PROP_EMAIL, userName + "@example.com");
                people.createPerson(properties);
            }
        });
        return userName;
    }

    /** Deletes a node if it is still there. */
    void delete(NodeRef node) {
        adminDo(() -> {
            if (node != null && nodes.exists(node)) {
                nodes.addAspect(node, ContentModel.ASPECT_TEMPORARY, null);
                nodes.deleteNode(node);
            }
        });
    }

    /** A name that nothing else has. */
    static String unique(String prefix) {
        return prefix + UUID.randomUUID();
    }

    /** Work that returns nothing. */
    interface Work {
        /** Does it. */
        void run() throws Exception;
    }
}

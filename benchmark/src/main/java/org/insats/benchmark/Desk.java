package org.insats.benchmark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.platform.ServicePerson;

/** Who measures, where, and the steps that all measures take. Everybody and everything here is invented. */
final class Desk {

    static final String USER = "insats.benchmark";
    static final String UNIT = "BNCH";
    private static final String URI = "http://insats.org/benchmark/1.0";
    private static final String CASE_WORKERS = "INSATS_CASE_WORKER_";
    private static final String PLACEMENT_WORKERS = "INSATS_PLACEMENT_WORKER_";

    private final NodeService nodes;
    private final ContentService contents;
    private final RetryingTransactionHelper transactions;
    private final PersonService people;
    private final AuthorityService authorities;
    private final PermissionService permissions;
    private final ServicePerson servicePerson;

    Desk(
            NodeService nodes,
            ContentService contents,
            RetryingTransactionHelper transactions,
            PersonService people,
            AuthorityService authorities,
            PermissionService permissions,
            ServicePerson servicePerson) {
        this.nodes = nodes;
        this.contents = contents;
        this.transactions = transactions;
        this.people = people;
        this.authorities = authorities;
        this.permissions = permissions;
        this.servicePerson = servicePerson;
    }

    /** A name of the benchmark's model. */
    static QName name(String local) {
        return QName.createQName(URI, local);
    }

    /** The node service that users' calls go through. */
    NodeService nodes() {
        return nodes;
    }

    /** In a transaction of its own. */
    <T> T inTransaction(Supplier<T> work) {
        return transactions.doInTransaction(work::get, false, true);
    }

    /** Wholly as the benchmark's case worker, who is made when missing. */
    <T> T asUser(Supplier<T> work) {
        AuthenticationUtil.pushAuthentication();
        try {
            AuthenticationUtil.clearCurrentSecurityContext();
            AuthenticationUtil.runAs(() -> inTransaction(this::makeUser), AuthenticationUtil.getSystemUserName());
            AuthenticationUtil.clearCurrentSecurityContext();
            return AuthenticationUtil.runAs(work::get, USER);
        } finally {
            AuthenticationUtil.popAuthentication();
        }
    }

    private Void makeUser() {
        if (!people.personExists(USER)) {
            Map<QName, Serializable> properties = new HashMap<>();
            properties.put(ContentModel.PROP_USERNAME, USER);
            properties.put(ContentModel.PROP_FIRSTNAME, "Test");
            properties.put(ContentModel.PROP_LASTNAME, "Testsson");
            properties.put(ContentModel.PROP_EMAIL, "test@example.com");
            people.createPerson(properties);
            join(CASE_WORKERS + UNIT);
        }
        return null;
    }

    private void join(String name) {
        if (!authorities.authorityExists("GROUP_" + name)) {
            authorities.addAuthority(authorities.createAuthority(AuthorityType.GROUP, name), USER);
        }
    }

    /** Has the benchmark's user work in further units. */
    void worksIn(List<String> units) {
        joinAll(CASE_WORKERS, units);
    }

    /** Has the benchmark's user belong to the placement group of units. */
    void placesIn(List<String> units) {
        joinAll(PLACEMENT_WORKERS, units);
    }

    private void joinAll(String role, List<String> units) {
        asUser(() -> null);
        asService(() -> {
            units.forEach(unit -> join(role + unit));
            return null;
        });
    }

    /** As the service person, in a transaction, with the system's rights. */
    <T> T asService(Supplier<T> work) {
        return servicePerson.run(() -> inTransaction(() -> servicePerson.elevated(work)));
    }

    /** A new folder of the user's in the company home, as closed to others as a case. */
    NodeRef folder() {
        return asService(() -> {
            NodeRef root = nodes.getRootNode(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
            NodeRef home = nodes.getChildAssocs(root).stream()
                    .filter(child -> child.getQName().getLocalName().equals("company_home"))
                    .findFirst()
                    .orElseThrow()
                    .getChildRef();
            String name = "benchmark-" + UUID.randomUUID();
            Map<QName, Serializable> properties = new HashMap<>();
            properties.put(ContentModel.PROP_NAME, name);
            NodeRef folder = nodes.createNode(
                            home, ContentModel.ASSOC_CONTAINS, name(name), ContentModel.TYPE_FOLDER, properties)
                    .getChildRef();
            permissions.setInheritParentPermissions(folder, false);
            permissions.setPermission(folder, USER, "Collaborator", true);
            return folder;
        });
    }

    /** How many properties, beside its name, a node of ours has that the platform gives no node by itself. */
    static int added(Map<QName, Serializable> properties) {
        return Math.toIntExact(properties.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .filter(each -> CaseModel.isOurs(each.getKey()) || each.getKey().equals(ContentModel.PROP_OWNER))
                .count());
    }

    /** A bare node with a name and so many text properties, in the transaction that runs. */
    NodeRef bare(NodeRef parent, QName type, int properties) {
        Map<QName, Serializable> values = new HashMap<>();
        values.put(ContentModel.PROP_NAME, UUID.randomUUID().toString());
        for (int i = 1; i <= properties; i++) {
            values.put(name("value" + i), "Text number " + i);
        }
        return nodes.createNode(
                        parent,
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(
                                NamespaceService.CONTENT_MODEL_1_0_URI,
                                values.get(ContentModel.PROP_NAME).toString()),
                        type,
                        values)
                .getChildRef();
    }

    /** Gives a node its content. */
    void write(NodeRef node, String text) {
        ContentWriter writer = contents.getWriter(node, ContentModel.PROP_CONTENT, true);
        writer.setMimetype("text/plain");
        writer.setEncoding("UTF-8");
        writer.putContent(text);
    }
}

package org.insats.platform;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Where the folders of Insats are (bean {@code insats.folders}); looked up with the system's rights. */
public final class InsatsFolders {

    static final String ROOT = "Insats";
    static final String CASES = "Cases";
    static final String CONTRACTORS = "Contractors";
    static final String UNIT_MEETINGS = "Unit meetings";
    static final String SCAN_QUEUE = "Scan queue";
    static final String SCAN_INBOX = "Scan inbox";
    static final String REPORTS = "Reports";
    static final String RECORDS = "Records";
    static final String PROFILES = "Routine profiles";

    private static final QName COMPANY_HOME = QName.createQName(NamespaceService.APP_MODEL_1_0_URI, "company_home");
    private static final QName DICTIONARY = QName.createQName(NamespaceService.APP_MODEL_1_0_URI, "dictionary");

    private final NodeService nodeService;
    private final ServicePerson servicePerson;
    /** Where folders below the root were last; every request asks. */
    private final Map<String, NodeRef> known = new ConcurrentHashMap<>();

    /** Creates it. */
    public InsatsFolders(NodeService nodeService, ServicePerson servicePerson) {
        this.nodeService = nodeService;
        this.servicePerson = servicePerson;
    }

    /** {@code Company Home/Insats}. */
    public NodeRef root() {
        return servicePerson.elevated(() -> child(companyHome(), ROOT));
    }

    /** {@code Company Home/Insats/Cases}. */
    public NodeRef cases() {
        return belowRoot(CASES);
    }

    /** {@code Company Home/Insats/Contractors}. */
    public NodeRef contractors() {
        return belowRoot(CONTRACTORS);
    }

    /** {@code Company Home/Insats/Unit meetings}. */
    public NodeRef unitMeetings() {
        return belowRoot(UNIT_MEETINGS);
    }

    /** {@code Company Home/Insats/Scan queue}. */
    public NodeRef scanQueue() {
        return belowRoot(SCAN_QUEUE);
    }

    /** {@code Company Home/Insats/Scan inbox}. */
    public NodeRef scanInbox() {
        return belowRoot(SCAN_INBOX);
    }

    /** {@code Company Home/Insats/Reports}. */
    public NodeRef reports() {
        return belowRoot(REPORTS);
    }

    /** {@code Company Home/Insats/Records}: holds, disposals, rules of retention. */
    public NodeRef records() {
        return belowRoot(RECORDS);
    }

    /** {@code Data Dictionary/Insats/Routine profiles}. */
    public NodeRef routineProfiles() {
        return servicePerson.elevated(() -> child(child(dataDictionary(), ROOT), PROFILES));
    }

    private NodeRef belowRoot(String name) {
        return servicePerson.elevated(() -> {
            NodeRef last = known.get(name);
            if (last == null || !nodeService.exists(last)) {
                last = child(root(), name);
                known.put(name, last);
            }
            return last;
        });
    }

    NodeRef companyHome() {
        return childOf(nodeService.getRootNode(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE), COMPANY_HOME);
    }

    NodeRef dataDictionary() {
        return childOf(companyHome(), DICTIONARY);
    }

    Optional<NodeRef> find(NodeRef parent, String name) {
        return Optional.ofNullable(nodeService.getChildByName(parent, ContentModel.ASSOC_CONTAINS, name));
    }

    private NodeRef child(NodeRef parent, String name) {
        return find(parent, name)
                .orElseThrow(() -> new IllegalStateException(
                        "Folder '" + name + "' is missing; the module's bootstrap has not run to its end"));
    }

    private NodeRef childOf(NodeRef parent, QName name) {
        return nodeService.getChildAssocs(parent).stream()
                .filter(assoc -> assoc.getQName().equals(name))
                .map(ChildAssociationRef::getChildRef)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is missing in the repository"));
    }
}

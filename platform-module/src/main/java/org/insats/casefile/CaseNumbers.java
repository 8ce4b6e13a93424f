package org.insats.casefile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Collision;
import org.insats.platform.InsatsFolders;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;

/**
 * Gives case numbers and serial numbers, inside the service person's scope. Two at once collide on the node that holds the
 * last number, and the later one is tried again.
 */
public final class CaseNumbers {

    /** A case number and the folder it belongs in. */
    record Given(NodeRef yearFolder, String caseNumber) {}

    private final CaseTree tree;
    private final JsonFields json;
    private final InsatsFolders folders;
    private final Clock clock;

    /** Creates it. */
    public CaseNumbers(CaseTree tree, JsonFields json, InsatsFolders folders, Clock clock) {
        this.tree = tree;
        this.json = json;
        this.folders = folders;
        this.clock = clock;
    }

    Given nextCase() {
        int year = LawDate.today(clock).getYear();
        NodeRef folder = yearFolder(year);
        Serializable last = tree.nodes().getProperty(folder, CaseModel.LAST_NUMBER);
        int number = (last instanceof Integer given ? given : 0) + 1;
        tree.nodes().setProperty(folder, CaseModel.LAST_NUMBER, number);
        return new Given(folder, String.format(Locale.ROOT, "%d-%06d", year, number));
    }

    /** The next number of a contractor's file, for example {@code U-000012}; it says nothing of who it is. */
    public String nextContractor() {
        NodeRef folder = folders.contractors();
        Serializable last = tree.nodes().getProperty(folder, CaseModel.LAST_NUMBER);
        int number = (last instanceof Integer given ? given : 0) + 1;
        tree.nodes().setProperty(folder, CaseModel.LAST_NUMBER, number);
        return String.format(Locale.ROOT, "U-%06d", number);
    }

    private NodeRef yearFolder(int year) {
        NodeRef cases = folders.cases();
        String name = Integer.toString(year);
        return tree.child(cases, name).orElseGet(() -> {
            Map<QName, Serializable> properties = new HashMap<>();
            properties.put(ContentModel.PROP_NAME, name);
            properties.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
            properties.put(CaseModel.LAST_NUMBER, 0);
            try {
                return tree.nodes()
                        .createNode(
                                cases,
                                ContentModel.ASSOC_CONTAINS,
                                QName.createQName(CaseModel.URI, "y" + name),
                                ContentModel.TYPE_FOLDER,
                                properties)
                        .getChildRef();
            } catch (DuplicateChildNodeNameException e) {
                // Two cases at once are the first of a year; the one that is tried again finds the other's folder.
                throw new Collision("The folder of the year was made at the same moment", e);
            }
        });
    }

    int nextSerial(NodeRef caseFile, String code) {
        ObjectNode counters = tree.text(caseFile, CaseModel.COUNTERS)
                .map(text -> (ObjectNode) json.parse(CaseModel.COUNTERS, text))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        int serial = counters.path(code).asInt() + 1;
        counters.put(code, serial);
        tree.nodes().setProperty(caseFile, CaseModel.COUNTERS, counters.toString());
        return serial;
    }
}

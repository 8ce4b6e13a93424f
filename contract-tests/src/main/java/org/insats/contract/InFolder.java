package org.insats.contract;

import java.io.Serializable;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with a folder of its own, which goes with it. */
abstract class InFolder {

    final Repo repo = new Repo();
    NodeRef folder;

    @BeforeEach
    void makeFolder() {
        folder = repo.privateFolder();
    }

    @AfterEach
    void removeFolder() {
        repo.delete(folder);
    }

    /** Makes a node in the folder as the administrator. */
    NodeRef make(QName type, Map<QName, Serializable> properties) {
        return repo.admin(() -> repo.create(folder, type, properties));
    }

    /** Reads a property as the administrator. */
    Serializable read(NodeRef node, QName property) {
        return repo.admin(() -> repo.nodes.getProperty(node, property));
    }

    /** Sets a property as the administrator in a transaction of its own. */
    void write(NodeRef node, QName property, Serializable value) {
        repo.adminDo(() -> repo.nodes.setProperty(node, property, value));
    }
}

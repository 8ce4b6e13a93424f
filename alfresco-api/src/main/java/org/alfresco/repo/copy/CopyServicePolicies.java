package org.alfresco.repo.copy;

import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Events of copying. */
public interface CopyServicePolicies {

    /** A node is about to be copied onto another, new one. */
    interface BeforeCopyPolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "beforeCopy");

        /** Called with the class, the original and the copy, which has no properties yet. */
        void beforeCopy(QName classRef, NodeRef sourceNodeRef, NodeRef targetNodeRef);
    }
}

package org.alfresco.service.cmr.repository;

import org.alfresco.service.namespace.QName;

/** Content of nodes. */
public interface ContentService {

    /** A reader of a content property, null where there is no content. */
    ContentReader getReader(NodeRef nodeRef, QName propertyQName);

    /** A writer of a content property; with update the property is set when the stream is closed. */
    ContentWriter getWriter(NodeRef nodeRef, QName propertyQName, boolean update);
}

package org.alfresco.service.cmr.version;

import java.io.Serializable;
import java.util.Date;
import org.alfresco.service.cmr.repository.NodeRef;

/** A version of a node. */
public interface Version extends Serializable {

    /** When the node was last modified as this version froze it. */
    Date getFrozenModifiedDate();

    /** By whom the node was last modified as this version froze it. */
    String getFrozenModifier();

    /** The label, for example 1.0. */
    String getVersionLabel();

    /** The comment, null where none. */
    String getDescription();

    /** The live node. */
    NodeRef getVersionedNodeRef();

    /** The node with the frozen properties and content. */
    NodeRef getFrozenStateNodeRef();
}

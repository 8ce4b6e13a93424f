package org.alfresco.service.cmr.version;

import java.io.Serializable;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;

/** Versions of nodes. */
public interface VersionService {

    /** Cuts a version now; properties may be null. */
    Version createVersion(NodeRef nodeRef, Map<String, Serializable> versionProperties);

    /** All versions, null where there is none yet. */
    VersionHistory getVersionHistory(NodeRef nodeRef);

    /** The version the live node was last frozen as, null where there is none yet. */
    Version getCurrentVersion(NodeRef nodeRef);

    /** Sets the node back to a version. */
    void revert(NodeRef nodeRef, Version version);

    /** Deletes one version. */
    void deleteVersion(NodeRef nodeRef, Version version);
}

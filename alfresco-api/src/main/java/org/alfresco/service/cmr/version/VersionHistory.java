package org.alfresco.service.cmr.version;

import java.io.Serializable;
import java.util.Collection;

/** All versions of a node. */
public interface VersionHistory extends Serializable {

    /** The latest. */
    Version getHeadVersion();

    /** All, the latest first. */
    Collection<Version> getAllVersions();

    /** One by label; throws where there is none. */
    Version getVersion(String versionLabel);
}

package org.alfresco.service.cmr.security;

import java.io.Serializable;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** People (cm:person). */
public interface PersonService {

    /** The person node of a user, made if missing and allowed; throws where there is none. */
    NodeRef getPerson(String userName);

    /** The person node of a user, null where there is none. */
    NodeRef getPersonOrNull(String userName);

    /** Whether the user has a person node. */
    boolean personExists(String userName);

    /** Makes a person; cm:userName is required. */
    NodeRef createPerson(Map<QName, Serializable> properties);
}

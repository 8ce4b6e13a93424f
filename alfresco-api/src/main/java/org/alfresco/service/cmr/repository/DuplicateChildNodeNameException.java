package org.alfresco.service.cmr.repository;

import org.alfresco.service.namespace.QName;

/** The parent already has a child of that cm:name; never retried. */
public class DuplicateChildNodeNameException extends RuntimeException {

    private static final long serialVersionUID = 5143099335847200453L;

    private final String name;

    /** For a parent, an association type and the name that is taken. */
    public DuplicateChildNodeNameException(NodeRef parentNodeRef, QName assocTypeQName, String name, Throwable e) {
        super("Duplicate child name not allowed: " + name, e);
        this.name = name;
    }

    /** The name that is taken. */
    public String getName() {
        return name;
    }
}

package org.insats.resource;

import org.alfresco.service.namespace.QName;

/** Names of the resource model that code speaks of. */
final class ResourceModel {

    private static final String URI = "http://insats.org/model/resource/1.0";

    static final QName TYPE_RESOURCE_ALLOCATION = name("resourceAllocation");

    static final QName RESOURCE_TYPE = name("resourceType");
    static final QName RESOURCE_TYPE_CODE = name("resourceTypeCode");
    static final QName RESOURCE = name("resource");
    static final QName RESOURCE_FROM = name("resourceFrom");
    static final QName RESOURCE_PRELIMINARY_TO = name("resourcePreliminaryTo");
    static final QName RESOURCE_END = name("resourceEnd");
    static final QName ALLOCATED_BY = name("allocatedBy");
    static final QName CLOSED_BY = name("closedBy");

    private ResourceModel() {}

    private static QName name(String local) {
        return QName.createQName(URI, local);
    }
}

package org.alfresco.service.cmr.dictionary;

import org.alfresco.service.namespace.QName;

/** A property of a class. */
public interface PropertyDefinition {

    /** Its name. */
    QName getName();

    /** The value a new node gets, as text; null where none. */
    String getDefaultValue();

    /** Its data type. */
    DataTypeDefinition getDataType();

    /** Whether it holds a list. */
    boolean isMultiValued();

    /** Whether a node without it is incomplete. */
    boolean isMandatory();

    /** Whether a node without it is refused. */
    boolean isMandatoryEnforced();

    /** Whether only the system sets it. */
    boolean isProtected();
}

package org.insats.embedded.core.dictionary;

import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.namespace.QName;

/** A data type of the dictionary, for example d:text. */
record DataTypeDef(QName name) implements DataTypeDefinition {
    @Override
    public QName getName() {
        return name;
    }
}

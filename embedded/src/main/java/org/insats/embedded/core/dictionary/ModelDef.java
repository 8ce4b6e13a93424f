package org.insats.embedded.core.dictionary;

import java.util.LinkedHashMap;
import java.util.Map;
import org.alfresco.service.namespace.QName;

/** One parsed content model: its name, namespaces and the message key prefix of its labels. */
final class ModelDef {
    private final String prefixedName;
    private final QName name;
    private final Map<String, String> ownNamespaces = new LinkedHashMap<>();

    ModelDef(String prefixedName, QName name) {
        this.prefixedName = prefixedName;
        this.name = name;
    }

    QName getName() {
        return name;
    }

    /** Prefix to URI of the namespaces this model defines. */
    Map<String, String> ownNamespaces() {
        return ownNamespaces;
    }

    /** Prefix of message keys: the model's name with an underscore for the colon. */
    String messagePrefix() {
        return prefixedName.replace(':', '_');
    }
}

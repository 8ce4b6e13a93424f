package org.insats.embedded.workflow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Maps property names to variable names and back: {@code inswf:dueDate} is the variable {@code inswf_dueDate}. */
final class Names {

    private final NamespaceService namespaces;
    private final Map<String, QName> qnames = new ConcurrentHashMap<>();

    Names(NamespaceService namespaces) {
        this.namespaces = namespaces;
    }

    String variable(QName name) {
        if (NamespaceService.DEFAULT_URI.equals(name.getNamespaceURI())) {
            return name.getLocalName();
        }
        return name.toPrefixString(namespaces).replace(':', '_');
    }

    String prefixed(QName name) {
        return name.toPrefixString(namespaces);
    }

    QName qname(String variable) {
        return qnames.computeIfAbsent(variable, this::parse);
    }

    private QName parse(String variable) {
        if (variable.startsWith("{")) {
            return QName.createQName(variable);
        }
        int split = variable.indexOf(':') >= 0 ? variable.indexOf(':') : variable.indexOf('_');
        if (split > 0) {
            String uri = namespaces.getNamespaceURI(variable.substring(0, split));
            if (uri != null) {
                return QName.createQName(variable.substring(0, split), variable.substring(split + 1), namespaces);
            }
        }
        return QName.createQName(NamespaceService.DEFAULT_URI, variable);
    }
}

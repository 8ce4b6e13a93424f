package org.alfresco.service.namespace;

import java.util.Collection;

/** Maps namespace prefixes to URIs and back. */
public interface NamespacePrefixResolver {

    /** The URI of a prefix, or null where the prefix is unknown. */
    String getNamespaceURI(String prefix);

    /** The prefixes of a URI, empty where the URI is unknown. */
    Collection<String> getPrefixes(String namespaceURI);
}

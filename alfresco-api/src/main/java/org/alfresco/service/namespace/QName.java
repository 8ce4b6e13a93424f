package org.alfresco.service.namespace;

import java.io.Serializable;
import java.util.Collection;

/** A name in a namespace, written {@code {uri}local}. Two names are equal by URI and local part; the prefix is only for show. */
public final class QName implements Serializable, Comparable<QName> {

    private static final long serialVersionUID = 3977016258204348976L;

    private final String namespaceURI;
    private final String localName;
    private final String prefix;
    private transient int hash;

    private QName(String namespaceURI, String localName, String prefix) {
        if (localName == null || localName.isEmpty()) {
            throw new IllegalArgumentException("A QName must consist of a local name");
        }
        this.namespaceURI = namespaceURI == null ? NamespaceService.DEFAULT_URI : namespaceURI;
        this.localName = localName;
        this.prefix = prefix;
    }

    /** A name from its URI (null is the default namespace) and local part. */
    public static QName createQName(String namespaceURI, String localName) {
        return new QName(namespaceURI, localName, null);
    }

    /** A name from prefix and local part. */
    public static QName createQName(String prefix, String localName, NamespacePrefixResolver prefixResolver) {
        String known = prefix == null ? NamespaceService.DEFAULT_PREFIX : prefix;
        String uri = prefixResolver.getNamespaceURI(known);
        if (uri == null) {
            throw new IllegalArgumentException("Namespace prefix " + known + " is not mapped to a namespace URI");
        }
        return new QName(uri, localName, known);
    }

    /** A name from its prefixed form, for example {@code cm:name}; null stays null. */
    public static QName createQName(String qname, NamespacePrefixResolver prefixResolver) {
        if (qname == null) {
            return null;
        }
        int colon = qname.indexOf(':');
        return colon < 0
                ? createQName(NamespaceService.DEFAULT_PREFIX, qname, prefixResolver)
                : createQName(qname.substring(0, colon), qname.substring(colon + 1), prefixResolver);
    }

    /** A name from its full form {@code {uri}local}. */
    public static QName createQName(String qname) {
        if (qname == null || qname.isEmpty()) {
            throw new IllegalArgumentException("Argument qname is mandatory");
        }
        int begin = qname.indexOf('{');
        if (begin < 0) {
            return new QName(null, qname, null);
        }
        int end = qname.indexOf('}', begin);
        if (begin != 0 || end < 0) {
            throw new IllegalArgumentException("QName '" + qname + "' must start with a closed namespace");
        }
        return new QName(qname.substring(1, end), qname.substring(end + 1), null);
    }

    /** The part after the namespace. */
    public String getLocalName() {
        return localName;
    }

    /** The namespace URI, never null. */
    public String getNamespaceURI() {
        return namespaceURI;
    }

    /** The prefixed form as far as the prefix was known when the name was made, else the local part alone. */
    public String toPrefixString() {
        return prefix == null ? localName : prefix + ':' + localName;
    }

    /** The prefixed form, for example {@code cm:name}. */
    public String toPrefixString(NamespacePrefixResolver prefixResolver) {
        Collection<String> prefixes = prefixResolver.getPrefixes(namespaceURI);
        if (prefixes.isEmpty()) {
            throw new IllegalArgumentException("A namespace prefix is not registered for uri " + namespaceURI);
        }
        String first = prefixes.iterator().next();
        return first.isEmpty() ? localName : first + ':' + localName;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QName that
                && localName.equals(that.localName)
                && namespaceURI.equals(that.namespaceURI);
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = 37 * localName.hashCode() + namespaceURI.hashCode();
            hash = known;
        }
        return known;
    }

    @Override
    public int compareTo(QName other) {
        int byUri = namespaceURI.compareTo(other.namespaceURI);
        return byUri != 0 ? byUri : localName.compareTo(other.localName);
    }

    @Override
    public String toString() {
        return '{' + namespaceURI + '}' + localName;
    }
}

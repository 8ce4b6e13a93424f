package org.insats.embedded.core.dictionary;

import org.alfresco.service.namespace.QName;

/** A peer or child association of a type or aspect. */
public record AssocDef(
        QName owner,
        QName name,
        String prefixedName,
        boolean child,
        End source,
        End target,
        boolean duplicateChildNamesAllowed,
        boolean propagateTimestamps) {

    /** One end: the class that stands there and how many are required or allowed. */
    public record End(QName className, boolean mandatory, boolean enforced, boolean many) {}
}

package org.alfresco.service.cmr.repository;

import java.io.Serializable;
import java.util.Objects;
import org.alfresco.service.namespace.QName;

/** A child association: its type, parent, name and child. Primary or not plays no part in equality. */
public class ChildAssociationRef implements Comparable<ChildAssociationRef>, Serializable {

    private static final long serialVersionUID = 4051322336257127729L;

    private final QName assocTypeQName;
    private final NodeRef parentRef;
    private final QName childQName;
    private final NodeRef childRef;
    private final boolean primary;
    private final int nthSibling;

    /** An association with all its parts; parent, type and name are null for a root node. */
    public ChildAssociationRef(
            QName assocTypeQName,
            NodeRef parentRef,
            QName childQName,
            NodeRef childRef,
            boolean isPrimary,
            int nthSibling) {
        if (childRef == null) {
            throw new IllegalArgumentException("Child reference may not be null");
        }
        this.assocTypeQName = assocTypeQName;
        this.parentRef = parentRef;
        this.childQName = childQName;
        this.childRef = childRef;
        this.primary = isPrimary;
        this.nthSibling = nthSibling;
    }

    /** A secondary association without order. */
    public ChildAssociationRef(QName assocTypeQName, NodeRef parentRef, QName childQName, NodeRef childRef) {
        this(assocTypeQName, parentRef, childQName, childRef, false, -1);
    }

    /** The association's type. */
    public QName getTypeQName() {
        return assocTypeQName;
    }

    /** The child's name in the association. */
    public QName getQName() {
        return childQName;
    }

    /** The child, never null. */
    public NodeRef getChildRef() {
        return childRef;
    }

    /** The parent, null for a root node. */
    public NodeRef getParentRef() {
        return parentRef;
    }

    /** Whether the child lives and dies with this parent. */
    public boolean isPrimary() {
        return primary;
    }

    @Override
    public int compareTo(ChildAssociationRef another) {
        return Integer.compare(nthSibling, another.nthSibling);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChildAssociationRef that
                && Objects.equals(assocTypeQName, that.assocTypeQName)
                && Objects.equals(parentRef, that.parentRef)
                && Objects.equals(childQName, that.childQName)
                && childRef.equals(that.childRef);
    }

    @Override
    public int hashCode() {
        return Objects.hash(assocTypeQName, parentRef, childQName, childRef);
    }

    @Override
    public String toString() {
        return parentRef + "|" + childRef + "|" + assocTypeQName + "|" + childQName + "|" + primary + "|" + nthSibling;
    }
}

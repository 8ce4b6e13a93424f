package org.alfresco.service.cmr.repository;

/** The node is not, or no longer, there. */
public class InvalidNodeRefException extends RuntimeException {

    private static final long serialVersionUID = 3689345520586273336L;

    private final NodeRef nodeRef;

    /** For a node, without a message. */
    public InvalidNodeRefException(NodeRef nodeRef) {
        this(null, nodeRef);
    }

    /** For a node, with a message. */
    public InvalidNodeRefException(String msg, NodeRef nodeRef) {
        super(msg);
        this.nodeRef = nodeRef;
    }

    /** The node that was asked for. */
    public NodeRef getNodeRef() {
        return nodeRef;
    }
}

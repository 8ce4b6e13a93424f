package org.alfresco.service.cmr.repository;

import java.io.Serializable;
import java.util.Objects;
import org.alfresco.error.AlfrescoRuntimeException;

/** Names a store, written {@code protocol://identifier}. */
public final class StoreRef implements Serializable {

    private static final long serialVersionUID = 3905808565129394486L;

    public static final String PROTOCOL_WORKSPACE = "workspace";
    public static final String PROTOCOL_ARCHIVE = "archive";
    public static final StoreRef STORE_REF_WORKSPACE_SPACESSTORE = new StoreRef(PROTOCOL_WORKSPACE, "SpacesStore");
    public static final StoreRef STORE_REF_ARCHIVE_SPACESSTORE = new StoreRef(PROTOCOL_ARCHIVE, "SpacesStore");
    public static final String URI_FILLER = "://";

    private final String protocol;
    private final String identifier;

    /** A store from its two parts, neither null. */
    public StoreRef(String protocol, String identifier) {
        if (protocol == null || identifier == null) {
            throw new IllegalArgumentException("Store protocol and identifier may not be null");
        }
        this.protocol = protocol;
        this.identifier = identifier;
    }

    /** A store from its written form. */
    public StoreRef(String string) {
        int divider = string.indexOf(URI_FILLER);
        if (divider < 0) {
            throw new AlfrescoRuntimeException("Invalid store ref: does not contain " + URI_FILLER + " " + string);
        }
        this.protocol = string.substring(0, divider);
        this.identifier = string.substring(divider + URI_FILLER.length());
    }

    /** The part before {@code ://}. */
    public String getProtocol() {
        return protocol;
    }

    /** The part after {@code ://}. */
    public String getIdentifier() {
        return identifier;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoreRef that && protocol.equals(that.protocol) && identifier.equals(that.identifier);
    }

    @Override
    public int hashCode() {
        return Objects.hash(protocol, identifier);
    }

    @Override
    public String toString() {
        return protocol + URI_FILLER + identifier;
    }
}

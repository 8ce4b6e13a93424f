package org.insats.embedded.rest;

import org.alfresco.error.AlfrescoRuntimeException;

/** A refusal of the REST API itself, with ACS's message id and text. */
final class RestException extends AlfrescoRuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String errorKey;

    RestException(int status, String errorKey, String message) {
        super(message);
        this.status = status;
        this.errorKey = errorKey;
    }

    static RestException notFound(String id) {
        return new RestException(
                404, "framework.exception.EntityNotFound", "The entity with id: " + id + " was not found");
    }

    static RestException invalid(String message) {
        return new RestException(400, message, message);
    }

    static RestException denied(String message) {
        return new RestException(403, message, message);
    }

    static RestException denied() {
        return new RestException(403, "framework.exception.PermissionDenied", "Permission was denied");
    }

    static RestException conflict(String message) {
        return new RestException(409, message, message);
    }

    static RestException notSupported(String what) {
        return new RestException(
                501, "insats.embedded.notSupported", what + " is not supported by the embedded repository");
    }

    int status() {
        return status;
    }

    String errorKey() {
        return errorKey;
    }
}

package org.insats.embedded.core.node;

/** A value does not fit the data type of its property. */
public class TypeConversionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TypeConversionException(String message, Throwable cause) {
        super(message, cause);
    }
}
